import type { Language } from './outlets';

const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-US',
  zh: 'zh-CN',
  ja: 'ja-JP',
  ar: 'ar-u-nu-latn',
  de: 'de-DE',
};
const TEN_THOUSANDS: Partial<
  Record<Language, readonly [tenThousand: string, hundredMillion: string, dollar: string]>
> = {
  zh: ['万', '亿', '美元'],
  ja: ['万', '億', 'ドル'],
};

/** How a newsroom of a language writes figures. */
export interface FigureStyle {
  money(millions: number): string;
  percent(value: number): string;
  decimal(value: number): string;
  count(value: number): string;
  ordinal(value: number): string;
  price(usd: number): string;
  weekday(ms: number): string;
  date(ms: number): string;
}

export function figureStyle(language: Language): FigureStyle {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  const day = (ms: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options }).format(ms);
  return {
    money: (millions) => money(millions, language, number),
    percent: (value) => `${number(value, percentDigits(value))}${language === 'de' ? ' Prozent' : '%'}`,
    decimal: (value) => number(value, 1),
    count: (value) => number(Math.round(value), 0),
    ordinal: (value) => `${Math.round(value)}${ordinalEnding(Math.round(value))}`,
    price: (usd) => withDollar(number(usd, priceDigits(usd)), language),
    weekday: (ms) => day(ms, { weekday: 'long' }),
    date: (ms) => day(ms, { day: 'numeric', month: 'long' }),
  };
}

type NumberText = (value: number, digits: number) => string;

function money(millions: number, language: Language, number: NumberText): string {
  const myriads = TEN_THOUSANDS[language];
  if (myriads) {
    const [tenThousand, hundredMillion, dollar] = myriads;
    return millions >= 100
      ? `${number(millions / 100, 1)}${hundredMillion}${dollar}`
      : `${number(millions * 100, 0)}${tenThousand}${dollar}`;
  }
  const isLarge = millions >= 1_000;
  const amount = isLarge ? number(millions / 1_000, 2) : number(millions, millions < 10 ? 1 : 0);
  if (language === 'de') return `${amount} ${isLarge ? 'Milliarden' : 'Millionen'} Dollar`;
  if (language === 'ar') return `${amount} ${isLarge ? 'مليار' : 'مليون'} دولار`;
  return `$${amount} ${isLarge ? 'billion' : 'million'}`;
}

function withDollar(amount: string, language: Language): string {
  if (language === 'de') return `${amount} Dollar`;
  if (language === 'ar') return `${amount} دولار`;
  if (language === 'zh') return `${amount} 美元`;
  return language === 'ja' ? `${amount}ドル` : `$${amount}`;
}

function percentDigits(value: number): number {
  if (value < 1) return 2;
  return value < 10 || value >= 100 ? 1 : 0;
}

/** Four significant digits below one dollar, cents below a thousand, whole dollars above. */
function priceDigits(usd: number): number {
  if (usd >= 1_000) return 0;
  if (usd >= 1) return 2;
  return Math.min(12, 3 - Math.floor(Math.log10(usd)));
}

function ordinalEnding(value: number): string {
  const tens = Math.floor(value / 10) % 10;
  if (tens === 1) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
