import type { ThemeWords } from './theme-words';

export const SECURITY: ThemeWords = {
  headings: ['How it happened', 'What users should do now', 'The lesson', 'The background'],
  contexts: [
    'Most of this year’s losses [go back|are due] to [stolen|leaked] keys and [careless|broad] approvals, not to [broken|weak] mathematics.',
    '[Bridges|Message bridges] remain the [favourite|preferred] target: they [hold|keep] a lot of money and [trust|believe] messages from [afar|elsewhere].',
    '[Insurance|Cover] for such cases [exists|is sold], but [pays|covers] [seldom|rarely] more than a [tenth|fraction].',
    '[Bug|Finder’s] bounties have [become|grown] [large|generous] enough to [make|render] honesty [worthwhile|profitable]. Not everyone [reads|takes] the offer.',
    '[Monitoring|Alarm] services [saw|noticed] the [pattern|transactions] within minutes. [Acting|Reacting] takes people who are [awake|at their desks].',
  ],
  quotes: [
    'The code did what it said. It said the wrong thing',
    'Nobody broke the lock. Somebody left the window open',
    'If one key can move everything, one mistake will',
    'We had a plan for this. It was eleven months old',
  ],
  points: [
    'Revoke old approvals',
    'Do not follow links in replies',
    'Deposits made before the halt are recorded',
    'Nobody from the team will ask for a seed phrase',
    'A full report is promised within days',
  ],
  outlooks: [
    'A [full|detailed] report is [promised|announced] for [next week|the coming days]. Until then the [affected|vulnerable] parts stay [off|paused].',
    '[Exchanges|Venues] have been [asked|told] to [watch|flag] the addresses [involved|named].',
    '[Two|Several] other projects with [similar|related] code have [begun|started] their own [checks|reviews].',
    'The [incident|case] will be [discussed|taken up] at the next governance call, which is [public|open to all].',
  ],
};

export const UPGRADES: ThemeWords = {
  headings: ['What changes', 'For node operators', 'The road so far', 'Open questions'],
  contexts: [
    'Upgrades used to be [events|festivals]. Now they are [scheduled|planned] like [timetables|train schedules], which most [developers|engineers] [take|regard] as progress.',
    'The hard part is [not|seldom] the code but [agreeing|the agreement] on it: [several|many] client teams must [ship|release] the same [rules|change] on the same day.',
    'Capacity [rarely|seldom] stays [unused|empty]. Each increase has so far been [filled|used up] within [a year|months].',
    '[Simplicity|Leaner code] is a goal too: [each|every] release now [removes|deletes] [something|a piece].',
    'A [network|chain] that never changes [dies|fades] slowly; one that changes [daily|all the time] is [trusted|believed] by nobody. The [art|skill] is the [pace|tempo].',
  ],
  quotes: [
    'The best upgrade is the one nobody notices',
    'We deleted more lines than we wrote, and I am proud of that',
    'A deadline helps. A missed deadline helps the next one',
    'Test networks are where we are allowed to be wrong',
  ],
  points: [
    'Holders do not need to do anything',
    'Node operators must update in time',
    'Several clients have to agree',
    'Test networks went first',
    'A rollback plan exists',
  ],
  outlooks: [
    'A [final|last] rehearsal [follows|takes place] [a week|ten days] before the date.',
    'The [next|following] proposals are [already|by now] in [draft|discussion], [privacy|storage] among them.',
    '[Developers|The teams] will [decide|choose] [in their next call|when they next meet] what [goes|makes it] into the upgrade after this one.',
    '[Release|Final] notes [appear|come out] [two|three] days ahead.',
  ],
};

export const MINING: ThemeWords = {
  headings: ['The economics', 'Power and place', 'Machines', 'What the market expects'],
  contexts: [
    'Mining is a [business|trade] in electricity with a [volatile|moody] customer. Whoever buys power [cheaply|well] [survives|lives longer].',
    'The [last|most recent] halving [cut|took] half of the [reward|income]. Fees have [not|hardly] [filled|closed] the gap.',
    '[Machines|Devices] of the newest [kind|generation] need a third less [power|energy] for the same work. [They|But they] [cost|are priced] accordingly.',
    'Miners [earn|make] a growing [share|part] of their income by [switching off|going quiet] when the grid asks them to.',
    'Listed miners [own|hold] more coins than [ever|at any time]. [Some|A few] [lend|pledge] them, which [works|goes well] until [prices fall|it does not].',
  ],
  quotes: [
    'We are a power company that happens to be paid in coins',
    'The cheapest machine is the one already paid for',
    'Our neighbours like us best in January, when we heat their houses',
    'Everybody hedges the price. Few hedge the weather',
  ],
  points: [
    'Difficulty adjusts about every two weeks',
    'Power is the largest cost',
    'Older machines are the first to go',
    'Heat reuse is spreading',
    'Fees are a small part of income',
  ],
  outlooks: [
    'The next [adjustment|change] of difficulty [is|comes] within [two weeks|a fortnight].',
    '[Quarterly|Further] figures from [competitors|other miners] [follow|are due] in the coming days.',
    'Winter [prices|tariffs] for power will [show|decide] who [planned|bought] well.',
    '[Orders|Order books] for new machines [suggest|point to] [slower|less] growth in the [first half|spring].',
  ],
};

export const ONCHAIN: ThemeWords = {
  headings: ['What the data show', 'A word of caution', 'How to read it', 'In comparison'],
  contexts: [
    'Chains show [every|each] transfer and [no|not one] motive. [Between|Somewhere between] the two lies the [trade|profession] of the analyst.',
    'Labels [decide|matter]: one [wrongly|badly] named address can [turn|make] a custodian’s [reshuffle|routine] into a "whale".',
    '[Averages|A seven-day average] [smooth|smooths] the weekend [dip|effect], which is [strong|large] in this kind of data.',
    'Seen over [years|several years] the [change|move] is small; seen over [weeks|a month] it [stands out|is plain].',
    'Data providers [disagree|differ] by a few percent, [because|since] each [counts|filters] in its own way.',
  ],
  quotes: [
    'Everything is visible and nothing is obvious',
    'We look at a thousand transfers to understand one',
    'A transfer to an exchange is a possibility, not a sale',
    'The chain does not lie, but it does not explain itself either',
  ],
  points: [
    'Figures are seven-day averages',
    'Addresses are not people',
    'Labels are estimates',
    'Exchange wallets are tracked by cluster',
    'Data are subject to revision',
  ],
  outlooks: [
    'The [next|following] weekly [report|figures] will [show|tell] whether the [trend|move] lasts.',
    '[Derivatives|Futures] data, [due|published] tomorrow, should [help|make it easier] to [read|interpret] the move.',
    'For [now|the moment] the [data|numbers] [describe|show] a [market|network] at rest.',
    '[Repeat|Further] moves from the same [cluster|wallets] would [change|alter] the picture.',
  ],
};

export const AI: ThemeWords = {
  headings: ['What it is about', 'Those who disagree', 'The next steps', 'In practice'],
  contexts: [
    'The [debate|argument] about artificial intelligence has [moved|shifted] from what it [can|might] do to who [pays|is paying] for it.',
    '[Cities|Towns] have [discovered|learned] that a data centre [brings|means] [taxes|income] but few jobs, and [bargain|negotiate] accordingly.',
    'Smaller models [close|narrow] the [gap|distance]. For [many|most] tasks the [largest|biggest] one is [no longer|not] needed.',
    'Rules [lag|come after] the technology by [about|roughly] two years, which is [quick|fast] for rules.',
    '[Surveys|Polls] show [people|users] [use|employ] such tools more and [trust|believe] them less than a year ago.',
  ],
  quotes: [
    'The model is the cheap part. The electricity bill arrives every month',
    'We do not need it to be brilliant, we need it to be reliable',
    'Ask what happens to the data. If nobody knows, that is your answer',
    'It is a tool, and it should be bought like one',
  ],
  points: [
    'Power supply limits growth',
    'Smaller models are catching up',
    'Rules differ from country to country',
    'Training data remain a dispute',
    'Public bodies want open tenders',
  ],
  outlooks: [
    'A [decision|vote] is [expected|due] in [spring|the new year].',
    'The [first|early] results will be [published|made public] [within|after] six months.',
    '[Several|Other] regions are [watching|following] the [case|project] and may [copy|adopt] it.',
    '[Experts|Specialists] will [meet|gather] [next month|in January] to [compare|share] what they have learned.',
  ],
};
