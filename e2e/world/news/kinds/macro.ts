import type { EventKind } from './kind';

export const MACRO_KINDS: readonly EventKind[] = [
  {
    id: 'rate-decision',
    rare: true,
    theme: 'macro',
    figures: { p1: [2.25, 4.25], n1: [5, 8], n2: [1, 3] },
    categories: ['Macro', 'Rates'],
    titles: [
      'Central bank holds rates at {p1}, hints at patience',
      'No change: policy rate stays at {p1}',
      'Rates unchanged at {p1}; {n2} members wanted a cut',
      'Policy makers keep {p1} and say little about spring',
    ],
    deks: [
      'The policy rate [stays|remains] at {p1}. {n2} of {n1} members [voted|were] for a cut.',
      'There was no [surprise|news] on the rate: {p1} it was and {p1} it [stays|remains]. The [tone|wording] [changed|shifted], [a little|slightly].',
      'Rate setters [kept|left] {p1} in place and [promised|pledged] to "[watch the data|be guided by the data]".',
    ],
    facts: [
      'The [statement|text] [drops|deletes] a [sentence|phrase] on [upside risks|risks from energy] and [adds|inserts] one on [slower hiring|a cooling labour market].',
      '[Swap|Futures] markets [put|see] the [chance|odds] of a cut in [spring|March] at [better than|just above] even. [Bonds|Government bonds] [rose|gained], the currency [eased|slipped].',
      'Risk assets [hardly|barely] [moved|reacted]. [Crypto|Coin] markets [followed|tracked] [technology|growth] shares [for an hour|at first] and then [went|took] their own way.',
    ],
  },
  {
    id: 'inflation-print',
    rare: true,
    theme: 'macro',
    figures: { p1: [1.9, 3.4], p2: [0.1, 0.4] },
    categories: ['Macro', 'Inflation'],
    titles: [
      'Inflation at {p1}, a touch below forecasts',
      'Consumer prices up {p1}, services still sticky',
      'Inflation cools to {p1}; markets breathe out',
      'Prices rise {p2} on the month, {p1} on the year',
    ],
    deks: [
      'Consumer prices [rose|were up] {p1} on the year, [slightly|a little] less than [economists|forecasters] had [expected|pencilled in].',
      'On the month [prices|the index] [rose|gained] {p2}. [Energy|Fuel] [fell|got cheaper], [rents|services] did not.',
    ],
    facts: [
      'Without food and energy the rate [was|stood] [higher|a little above that]. [Rents|Housing] [account|stand] for [half|much] of the difference.',
      '[Yields|Bond yields] [fell|slipped] [at once|in the first minutes]. Gold and [the larger coins|digital assets] [rose|ticked up] [briefly|for a while].',
      'The [next|coming] [figure|print] [matters|counts] more, [economists|strategists] [at {bank}|of {bank}] [say|write]: [base effects|the base] [turn|turns] against the trend.',
    ],
  },
  {
    id: 'dollar-index',
    rare: true,
    theme: 'macro',
    figures: { p1: [0.4, 1.3], n1: [3, 11] },
    categories: ['Macro', 'Currencies'],
    titles: [
      'Dollar falls {p1}, its weakest week in {n1}',
      'Weak dollar lends a hand to gold and coins',
      'Dollar index down {p1} as rate hopes return',
      'Currencies: the dollar gives way',
    ],
    deks: [
      'Against a basket of currencies the dollar [lost|gave up] {p1}, [more|a bigger loss] than in any of the last {n1} weeks.',
      '[Hopes|Bets] on lower rates [weigh|press] on the dollar. [Gold|Metals] and [digital assets|coins] [benefit|gain].',
    ],
    facts: [
      '[Exporters|Companies] [sold|hedged] dollars [ahead|well ahead] of the year’s end. [Hedging|Such hedging] [adds|contributes] to the [trend|slide], {bank} [says|explains].',
      'The [link|correlation] between the dollar and [large coins|digital assets] is [loose|weak] on a daily view and [firm|clear] over quarters.',
      'A [fall|drop] of {p1} is [large|big] for a week, [small|modest] [against|next to] the [rise|gain] of the [past|previous] year.',
    ],
  },
  {
    id: 'jobs-report',
    rare: true,
    theme: 'macro',
    figures: { n1: [38_000, 190_000], p1: [3.9, 4.7] },
    categories: ['Macro', 'Economy'],
    titles: [
      'Employers add {n1} jobs, unemployment at {p1}',
      'Hiring slows to {n1}; rate cut seen closer',
      'Jobs report: {n1} new posts, wages calm',
      'Unemployment {p1} as hiring loses pace',
    ],
    deks: [
      '{n1} jobs were [added|created] last month, [fewer|less] than [forecast|expected]. Unemployment [stands|is] at {p1}.',
      'The labour market [cools|loses pace]: {n1} new jobs, and the [two|previous two] months were revised down.',
    ],
    facts: [
      'Wages [rose|grew] [moderately|at a moderate pace], [hours|hours worked] [fell|shrank] [a little|slightly]. [Health care|Care] [hired|took on] most, [industry|factories] least.',
      '[Stock|Equity] futures [rose|went up] [on|with] the [hope|thought] of [earlier|quicker] cuts. [Coins|Digital assets] [followed|went along].',
      'Revisions [took|cut] [a good part|a third] of the gains [reported|announced] before. The rate of {p1} is [still|nevertheless] low [by|in] [historical|long] comparison.',
    ],
  },
];
