import { createChance, seedOf } from '@/e2e/world/chance';
import type { Prices } from '@/e2e/world/market/prices';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import { figureStyle, type FigureStyle } from './figures';
import { LOCAL_TOKEN_NAMES, NAMES, PLACES, REGULATORS, type NamePool } from './names';
import type { Language } from './outlets';
import type { FactText } from './phrase';
import type { WorldEvent } from './timeline';

const UPCOMING_DAYS = 9;
const COINS = /^c\d$/;
const DESCRIBED = new Map([
  ['regulator', REGULATORS],
  ['place', PLACES],
]);

/** What the market looked like when it happened: the same for everyone who writes about it. */
export interface MarketFacts {
  readonly price: number;
  /** Over 24 hours, in percent, signed. */
  readonly change: number;
  readonly high: number;
  readonly low: number;
  /** The round number below the price. */
  readonly level: number;
}

export function marketFactsAt(prices: Prices, tokenId: string, ms: number): MarketFacts {
  const price = prices.at(tokenId, ms);
  const open = prices.at(tokenId, ms - DAY_MS);
  const hours = Array.from({ length: 24 }, (_, back) =>
    prices.hourOfBars(tokenId, Math.floor(ms / HOUR_MS) - 1 - back),
  );
  const step = 10 ** (Math.floor(Math.log10(price)) - 1);
  return {
    price,
    change: (price / open - 1) * 100,
    high: Math.max(price, ...hours.flatMap(({ high }) => [...high])),
    low: Math.min(price, ...hours.flatMap(({ low }) => [...low])),
    level: Math.floor(price / step) * step,
  };
}

/** The facts of an event as an outlet of a language writes them. */
export function factTexts(event: WorldEvent, language: Language, market: MarketFacts | undefined): FactText {
  const figures = figureStyle(language);
  return (name, form) => {
    const figure = figureOf(event, name) ?? coinsFor(event, name, market);
    if (figure !== undefined)
      return form === 'th' ? figures.ordinal(figure) : figureText(name, figure, figures);
    const text =
      timeText(event, name, figures) ?? tokenText(event, name, language) ?? nameText(event, name, language);
    if (text !== undefined) return text;
    const value = market && marketFigure(market, name);
    if (value === undefined) throw new Error(`The event ${event.kind.id} has no fact called ${name}.`);
    return name === 'change' ? figures.percent(Math.abs(value)) : figures.price(value);
  };
}

/** The name an event gives to one of its parts, e.g. its exchange. */
export function nameIn(event: WorldEvent, pool: NamePool): string {
  return createChance(seedOf(event.seed, pool)).pick<string>(NAMES[pool]);
}

function figureOf(event: WorldEvent, name: string): number | undefined {
  const range = event.kind.figures?.[name];
  return range && createChance(seedOf(event.seed, name)).between(...range);
}

/** `c1`: how many coins the money `m1` buys. */
function coinsFor(event: WorldEvent, name: string, market: MarketFacts | undefined): number | undefined {
  const millions = COINS.test(name) ? figureOf(event, name.replace('c', 'm')) : undefined;
  return millions && market && (millions * 1e6) / market.price;
}

function figureText(name: string, figure: number, figures: FigureStyle): string {
  if (name.startsWith('m')) return figures.money(figure);
  if (name.startsWith('d')) return figures.decimal(figure);
  return name.startsWith('p') ? figures.percent(figure) : figures.count(figure);
}

function timeText(event: WorldEvent, name: string, figures: FigureStyle): string | undefined {
  if (name === 'day') return figures.weekday(lastWorkingDay(event.at));
  const daysAhead = createChance(seedOf(event.seed, 'date')).int(1, UPCOMING_DAYS);
  return name === 'date' ? figures.date(event.at + daysAhead * DAY_MS) : undefined;
}

function lastWorkingDay(ms: number): number {
  const daysBack = [2, 0, 0, 0, 0, 0, 1][new Date(ms).getUTCDay()] ?? 0;
  return ms - daysBack * DAY_MS;
}

function tokenText({ token }: WorldEvent, name: string, language: Language): string | undefined {
  if (name === 'token') return token && (LOCAL_TOKEN_NAMES[language][token.id] ?? token.name);
  return name === 'sym' ? token?.symbol : undefined;
}

function nameText(event: WorldEvent, name: string, language: Language): string | undefined {
  const described = DESCRIBED.get(name);
  if (described) return createChance(seedOf(event.seed, name)).pick(described[language]);
  return isNamePool(name) ? nameIn(event, name) : undefined;
}

function isNamePool(name: string): name is NamePool {
  return name in NAMES;
}

function marketFigure(market: MarketFacts, name: string): number | undefined {
  return name in market ? market[name as keyof MarketFacts] : undefined;
}
