import { articlesPerDay, HOURS_OF_WEEK, rateAt, type HourRates } from './rhythm';

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const MUCH = 1.5;
const LITTLE = 0.5;

/** `about 14 articles a day, most around this hour`. */
export function rhythmWords(rates: HourRates, now: Date): string {
  const perDay = articlesPerDay(rates);
  const share = rateAt(rates, now) / (perDay / 24);
  const when = share > MUCH ? ', most around this hour' : share < LITTLE ? ', few around this hour' : '';
  return `${amountWords(perDay)}${when}`;
}

/** `about 14 articles a day: most on Tuesdays at 13 h (2.1 an hour), fewest on Sundays at 4 h (0.1)`; hours in UTC. */
export function peakWords(rates: HourRates): string {
  const hours = Array.from({ length: HOURS_OF_WEEK }, (_, hour) => hour);
  const byRate = hours.toSorted((one, other) => (rates[other] ?? 0) - (rates[one] ?? 0));
  const [most = 0, fewest = 0] = [byRate[0], byRate.at(-1)];
  const perHour = (hour: number) => (rates[hour] ?? 0).toFixed(1);
  const amount = amountWords(articlesPerDay(rates));
  return `${amount}: most ${hourWords(most)} (${perHour(most)} an hour), fewest ${hourWords(fewest)} (${perHour(fewest)})`;
}

function hourWords(hour: number): string {
  return `on ${WEEKDAYS[Math.floor(hour / 24)] ?? ''} at ${hour % 24} h`;
}

function amountWords(perDay: number): string {
  if (perDay >= 1.5) return `about ${Math.round(perDay)} articles a day`;
  if (perDay >= 0.7) return 'about one article a day';
  const perWeek = Math.round(perDay * 7);
  if (perWeek >= 2) return `about ${perWeek} articles a week`;
  return perDay * 7 > 0.7 ? 'about one article a week' : 'less than one article a week';
}
