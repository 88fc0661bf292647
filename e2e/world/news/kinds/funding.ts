import type { EventKind } from './kind';

export const FUNDING_KINDS: readonly EventKind[] = [
  {
    id: 'seed-round',
    theme: 'funding',
    figures: { m1: [3, 14], n1: [6, 24] },
    categories: ['Funding', 'Startups'],
    titles: [
      '{startup} raises {m1} seed round for on-chain invoices',
      '{firm} leads {m1} round in {startup}',
      'Seed money: {startup} gets {m1} to settle trade debts on chain',
      '{startup} emerges from stealth with {m1}',
    ],
    deks: [
      '{startup} [raised|collected] {m1} from {firm} and others to [turn|make] unpaid invoices [into|a] tradable [paper|asset].',
      'With {m1} and a team of {n1}, {startup} wants to [bring|put] trade finance on chain.',
    ],
    facts: [
      '{firm} [led|headed] the round; [two|three] funds and [several|a few] [angels|private investors] [joined|took part]. The valuation was [not disclosed|kept private].',
      'The [product|software] [checks|verifies] an invoice with both sides and [sells|offers] it in [slices|parts]. A pilot with {bank} [started|began] in [summer|June].',
      'The team of {n1} will [double|grow to twice its size]. There will be [no coin|no token], a founder [stressed|insisted].',
    ],
  },
  {
    id: 'series-a',
    theme: 'funding',
    figures: { m1: [18, 90], n1: [11, 60], p1: [20, 70], n2: [2, 5] },
    categories: ['Funding', 'Startups'],
    titles: [
      '{startup} closes {m1} Series A led by {firm}',
      '{m1} for {startup}, maker of wallets for companies',
      '{firm} backs {startup} with {m1}',
      'Custody start-up {startup} raises {m1}',
    ],
    deks: [
      '{startup}, which [builds|makes] wallets for companies, has [raised|closed] {m1} in a round led by {firm}.',
      'The money will [pay for|finance] licences in {n2} countries. {startup} [serves|counts] {n1} corporate customers.',
    ],
    facts: [
      'Revenue [grew|rose] {p1} [this|in the past] year, {startup} [says|reports] without [giving|naming] a [figure|sum]. Customers [number|are] {n1}.',
      'Its software [splits|divides] keys [among|between] several people and [records|logs] who [agreed|signed off]. {auditor} [reviewed|checked] it.',
      '{firm} [takes|gets] a seat on the board. [Offices|Branches] in {n2} countries are [to follow|planned], {place} [first|before the others].',
    ],
  },
  {
    id: 'acquisition',
    theme: 'funding',
    figures: { m1: [25, 410], n1: [18, 140] },
    categories: ['Business', 'M&A'],
    titles: [
      '{venue} buys {startup} for {m1}',
      '{m1} deal: {venue} takes over {startup}',
      '{startup} sold to {venue}, brand to disappear',
      '{venue} acquires data firm {startup}',
    ],
    deks: [
      'The exchange {venue} [buys|acquires] {startup} and its {n1} employees for {m1}, [part|some] of it in shares.',
      '{startup} [goes|passes] to {venue}. The price [is|comes to] {m1}, [people familiar with the deal|two people who know the terms] [say|said].',
    ],
    facts: [
      'All {n1} [employees|staff] [move|will move] across. The [brand|name] [disappears|goes] [next year|in the spring], the [interfaces|data feeds] [stay|remain].',
      'The [competition|antitrust] authority has [not yet|still to] [approve|approved] it. {venue} [expects|hopes for] [a ruling|an answer] within the quarter.',
      'It is the [second|third] purchase by {venue} this year. "[Data is the part of an exchange that never sleeps|Of all parts of an exchange, data never sleeps]," a spokesperson [said|remarked].',
    ],
  },
  {
    id: 'restructuring',
    theme: 'funding',
    figures: { p1: [8, 24], n1: [20, 130] },
    categories: ['Business'],
    titles: [
      '{startup} cuts {p1} of staff',
      '{n1} jobs go at {startup}',
      '{startup} shrinks to its payments business',
      'Fewer people, one product: {startup} restructures',
    ],
    deks: [
      '{startup} [lets|is letting] {n1} people go, {p1} of its [workforce|staff], and [gives up|closes] its consumer wallet.',
      'The company [wants|intends] to live on payments [alone|only]. {n1} positions are [cut|lost].',
    ],
    facts: [
      'Customers of the [wallet|consumer wallet] have [until|time until] {date} to [move|withdraw] their coins. [Keys|Their keys] can be [exported|taken along].',
      '[Those|People] who leave [get|receive] [three|four] months’ pay and [keep|may keep] their [options|laptops]. {n1} are [affected|concerned].',
      'The payments [arm|business] [broke even|covered its costs] [in summer|last quarter], a spokesperson said.',
    ],
  },
  {
    id: 'grant-programme',
    theme: 'funding',
    tokens: ['chain', 'scaling'],
    impact: [0, 0.8],
    figures: { m1: [5, 60], n1: [20, 140] },
    categories: ['Ecosystem', 'Funding'],
    titles: [
      '{token} foundation sets aside {m1} for builders',
      '{m1} in grants for teams that build on {token}',
      '{token} ({sym}) grants go to {n1} teams',
      '{n1} teams share {m1} from the {token} foundation',
    ],
    deks: [
      'The foundation behind {token} ({sym}) [gives|awards] {m1} to {n1} teams, [most|the majority] of them [small|very small].',
      '{n1} teams [receive|get] grants from {token}’s {m1} programme.',
    ],
    facts: [
      '[Developer tools|Tools] and [indexing|data services] [got|received] the [largest|biggest] share, games the [smallest|least]. [Payments|The money] [come|comes] in [three|four] parts.',
      'Half of the teams [had|have] never [built|worked] on {token} before. The [jury|committee] [published|put online] its [reasons|scores].',
      '{sym} is [quoted|trading] at {price}, [against|after] a day’s high of {high}.',
    ],
  },
];
