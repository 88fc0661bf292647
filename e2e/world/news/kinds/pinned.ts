import type { EventKind } from './kind';

/** Told at every start of the world, each by the outlets named and so many minutes before. */
export interface PinnedEvent {
  readonly kind: EventKind;
  readonly minutesAgo: number;
  readonly outlets: readonly string[];
}

/** The stories a desk must get right: two letters that are no coin, one coin of two letters, and words in capitals. */
export const PINNED_EVENTS: readonly PinnedEvent[] = [
  {
    minutesAgo: 14,
    outlets: ['signal-quarter', 'macro-and-coin'],
    kind: {
      id: 'ai-policy-china',
      theme: 'ai',
      figures: { n1: [12, 12], n2: [2027, 2027] },
      categories: ['AI', 'Policy', 'China'],
      titles: [
        'China drafts artificial intelligence rules for {n1} industries',
        'Artificial intelligence (AI) in China: draft policy covers {n1} industries',
      ],
      deks: [
        'A draft policy on artificial intelligence in China sets out how {n1} industries, from logistics to health care, may use it.',
        'China’s planners want artificial intelligence (AI) in {n1} industries and have put the conditions in writing.',
      ],
      facts: [
        'The draft asks companies to [register|report] models that [take|make] decisions about people, and to [keep|store] the records for five years. [Smaller|Small] firms get [more time|a longer deadline].',
        'Local governments [may|can] open test zones in which hospitals, ports and schools [try out|use] AI systems under [supervision|the eyes of inspectors]. Results must be [published|made public].',
        'Computing centres are to [rise|be built] where wind and water power are [cheap|plentiful]. The paper names [no|not one] company and [no|not a single] product.',
        'AI researchers at [several|a number of] universities called the text "[readable, which is new|clearer than the last one]". The public has until the [end|close] of the quarter to comment.',
      ],
    },
  },
  {
    minutesAgo: 26,
    outlets: ['copperkey', 'ledgerline'],
    kind: {
      id: 'sleepless-ai-season',
      theme: 'culture',
      tokens: [{ id: 'sleepless-ai' }],
      impact: [1.2, 2.2],
      figures: { n1: [41_000, 41_000], p1: [15, 15] },
      categories: ['Gaming', 'Altcoins'],
      titles: [
        'Sleepless AI (AI) opens a new season of its companion games',
        'Sleepless AI token AI edges up as companion game starts new season',
      ],
      deks: [
        'Sleepless AI (AI), which makes companion games, starts a new season with {n1} registered players and a burn of {p1} of in-game income.',
        'The games project Sleepless AI has begun a new season. {n1} players signed up; AI, its token, trades at {price}.',
      ],
      facts: [
        'In the new season [players|users] of Sleepless AI [raise|look after] companions that [remember|recall] earlier [talks|conversations]. {n1} [had signed up|were registered] before the [start|opening].',
        'Of the income [earned|made] in the games, {p1} is [spent|used] on buying back AI tokens, which are then [burned|destroyed]. The [team|studio] will [report|publish] the [sums|amounts] each month.',
        'The Sleepless AI price [stood|was] at {price} [on {day}|at the time of writing], with a 24-hour range of {low} to {high}. The token AI is [listed|traded] under the same letters as other coins, so [check|look at] the name before you [buy|trade].',
      ],
    },
  },
  {
    minutesAgo: 47,
    outlets: ['macro-and-coin'],
    kind: {
      id: 'near-the-top',
      theme: 'macro',
      figures: { n1: [9, 9] },
      categories: ['Markets', 'Opinion'],
      titles: ['Shares are NEAR the top of their range, and nobody is celebrating'],
      deks: [
        'For {n1} weeks indices have stood near the top of their range. Investors call it consolidation; others call it waiting.',
      ],
      facts: [
        'Being near the top is not the same as being at the top. Fund managers hold more cash than in spring and say so.',
        'Dividends, not growth, drive the sectors in the lead. Utilities and insurers are ahead, machine makers behind.',
        'A break would need a reason. The calendar offers two: prices next week and earnings after that.',
      ],
    },
  },
  {
    minutesAgo: 63,
    outlets: ['signal-quarter'],
    kind: {
      id: 'link-in-bio',
      theme: 'culture',
      figures: { p1: [38, 38] },
      categories: ['Social Media'],
      titles: ['LINK in bio: how small shops sell without a website'],
      deks: [
        'One link in a profile replaces a website. {p1} of the small shops in a survey have nothing else.',
      ],
      facts: [
        'A single link leads to a page with prices, opening hours and a button for orders. It takes ten minutes to make and one to change.',
        'The shops depend on a platform that may change its rules overnight. A link can be moved; followers cannot.',
        'Consumer groups ask for one thing: an address that can be read before the link is opened.',
      ],
    },
  },
  {
    minutesAgo: 95,
    outlets: ['macro-and-coin'],
    kind: {
      id: 'ripple-effect',
      theme: 'macro',
      figures: { p1: [4.2, 4.2] },
      categories: ['Economy'],
      titles: ['Port closure sends a ripple effect through supply chains'],
      deks: [
        'Two days without cranes cost a week of delays. The ripple effect reaches factories that never use the port.',
      ],
      facts: [
        'Freight rates rose {p1} on routes that run nowhere near the closure. Ships that wait in one place are missing in another.',
        'Cash flow suffers first at the smallest suppliers, who are paid on arrival. Their banks have offered to bridge the gap.',
        'The port expects to work off the queue by the end of the month, one maker of conveyor belts said to be optimistic by nature.',
      ],
    },
  },
];
