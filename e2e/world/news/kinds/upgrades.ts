import type { EventKind } from './kind';

export const UPGRADE_KINDS: readonly EventKind[] = [
  {
    id: 'mainnet-date',
    theme: 'upgrades',
    tokens: ['chain', { id: 'ethereum' }],
    impact: [0.4, 1.8],
    figures: { n1: [2, 6], p1: [12, 45] },
    categories: ['Technology', 'Upgrade'],
    titles: [
      '{token} developers set a date for the next upgrade',
      'Next {token} ({sym}) upgrade lands on {date}',
      '{token} upgrade fixed for {date} after {n1} test runs',
      'Developers agree: {token} upgrades on {date}',
    ],
    deks: [
      'Client teams have [agreed|settled] on {date} for the next {token} upgrade, which [raises|lifts] capacity by {p1}.',
      'After {n1} [clean|smooth] rehearsals {token} ({sym}) [gets|receives] its upgrade on {date}. Node operators must [update|move] before then.',
      'The [date|day] is set. Fees on {token} should [fall|drop] once [capacity|block space] grows by {p1}.',
    ],
    facts: [
      'All {n1} test networks [went through|passed] the change without a [split|fork]. One client [ran|fell] behind [briefly|for an hour] and has been [fixed|patched].',
      'Node operators [have to|must] install [new|the new] releases by {date}; [holders|users] need [do nothing|not do anything]. Anyone who asks for keys or a "migration" is [a thief|lying], the teams [warn|add].',
      'More capacity [tends to|usually] [press|push] fees down before [use|demand] fills it again. {sym} [trades|is quoted] at {price}.',
    ],
  },
  {
    id: 'testnet-live',
    theme: 'upgrades',
    tokens: ['scaling', 'chain'],
    figures: { n1: [40, 900], n2: [3, 9] },
    categories: ['Technology'],
    titles: [
      '{token} test network goes live with {n1} operators',
      'Public test of {token}’s new engine begins',
      '{token} ({sym}) opens its rewritten client to testers',
      '{n1} operators join the {token} test network',
    ],
    deks: [
      'A public test network with {n1} operators [runs|tries] the engine that {token} ({sym}) [wants|plans] to [adopt|move to] next year.',
      'For {n2} weeks testers may [break|attack] {token}’s new client. Rewards are [paid|given] for what they find.',
    ],
    facts: [
      'The engine [executes|runs] transactions that do not touch each other [side by side|in parallel]. In the [lab|laboratory] that [tripled|multiplied by three] throughput.',
      'The test [lasts|runs for] {n2} weeks and [ends|closes] with a [deliberate|planned] crash. {n1} operators on [five|six] continents [take part|have signed up].',
      'A [date|day] for the main network [is open|has not been set]. "[It ships when it stops breaking|We ship when it no longer breaks]," [a developer|one of the developers] [said|remarked].',
    ],
  },
  {
    id: 'client-release',
    rare: true,
    theme: 'upgrades',
    tokens: [{ id: 'bitcoin' }, { id: 'litecoin' }, { id: 'monero' }, { id: 'ethereum-classic' }],
    figures: { n1: [60, 240], p1: [15, 48] },
    categories: ['Technology', 'Development'],
    titles: [
      'New {token} client halves the time to a full sync',
      '{token} node software gets its autumn release',
      'Release notes: what changes for {token} node operators',
      '{token} client update trims memory by {p1}',
    ],
    deks: [
      'The [latest|new] release of the {token} node software needs {p1} less memory and [syncs|catches up] in [half|about half] the time.',
      '{n1} contributors [worked|had a hand] in it: a [new|fresh] {token} client is out for testing.',
    ],
    facts: [
      'A node now [checks|verifies] signatures in batches. On an [ordinary|average] laptop a full sync [took|needed] [a day less|half as long].',
      'The release [drops|ends] support for [two|a pair of] old systems and [fixes|closes] a fault that [let|allowed] peers [waste|fill] memory. {p1} less of it is [needed|used] [at rest|when idle].',
      '{n1} people [contributed|sent in changes], a [record|high]. There is no [change|difference] to the rules of the network.',
    ],
  },
  {
    id: 'fee-burn-proposal',
    theme: 'upgrades',
    tokens: ['chain', 'scaling', 'defi'],
    impact: [0.5, 2.2],
    figures: { p1: [30, 80], n1: [5, 14], p2: [0.2, 1.8] },
    categories: ['Governance', 'Tokenomics'],
    titles: [
      'Proposal would burn {p1} of {token} fees',
      '{token} holders to vote on burning {p1} of fees',
      'Less supply? A fee burn is up for debate at {token}',
      '{token} ({sym}) burn proposal enters its {n1}-day vote',
    ],
    deks: [
      'Holders of {token} ({sym}) [vote|decide] for {n1} days on whether {p1} of network fees should be [destroyed|burned].',
      'At today’s [use|traffic] the [plan|proposal] would take {p2} of supply out of circulation each year.',
    ],
    facts: [
      'The rest would [go|flow] to [validators|those who secure the network] as before. [Some|Several] of them [object|are against it]: their income [falls|drops] first.',
      '{desk} [calculates|works out] that {p2} of supply would [disappear|go] each year at present [volumes|traffic]. If [traffic|activity] doubles, so [does|will] the burn.',
      'The vote [ends|closes] on {date}. It needs a quorum of a [third|quarter] of [staked|locked] coins. {sym} [stands|trades] at {price}, {change} [from|away from] yesterday.',
    ],
  },
  {
    id: 'governance-vote',
    theme: 'upgrades',
    tokens: ['defi'],
    impact: [-0.6, 1.2],
    figures: { p1: [61, 96], m1: [2, 24], n1: [6, 24] },
    categories: ['Governance', 'DeFi'],
    titles: [
      '{token} vote passes with {p1}: {m1} for grants',
      '{token} ({sym}) treasury to fund {m1} of grants',
      'Holders back {m1} grants programme at {token}',
      '{token} governance approves {n1} months of grants',
    ],
    deks: [
      'With {p1} in favour, {token} ({sym}) holders [released|approved] {m1} for [grants|developers] over {n1} months.',
      'The [treasury|fund] of {token} [opens|is opened]: {m1} will [go|be paid] to teams that build on it.',
    ],
    facts: [
      'Payments are [tied|linked] to milestones and [published|shown] on chain. A [council|committee] of five, [elected|chosen] for {n1} months, [decides|has the say].',
      '[Turnout|Participation] was [low|modest], as [ever|usual]: a [handful|few] of delegates [held|cast] [most|the majority] of the {p1}.',
      'A [rival|second] proposal that [wanted|asked for] half the sum [failed|was voted down]. {token} [is|was] quoted at {price}.',
    ],
  },
  {
    id: 'throughput-record',
    theme: 'upgrades',
    tokens: ['chain', 'scaling'],
    impact: [0.1, 0.9],
    figures: { n1: [1_100, 64_000], n2: [2, 40] },
    categories: ['Technology', 'Data'],
    titles: [
      '{token} handles a record {n1} transactions a second',
      'Busy day: {token} hits {n1} transactions per second',
      '{token} ({sym}) sets a throughput record without a hitch',
      '{n1} a second: {token} passes its stress test',
    ],
    deks: [
      '{token} ({sym}) [processed|handled] {n1} transactions in a single second on {day}, [a record|its highest figure] outside tests.',
      'A game launch [brought|caused] the rush. The median fee [rose|went] to {n2} hundredths of a cent.',
    ],
    facts: [
      'The [peak|rush] [lasted|went on for] eleven minutes. No block was [missed|lost], {desk} [found|noted] in its [log|data].',
      'Votes by validators are [counted|included] in such figures [on some networks|elsewhere]; the {n1} [leave|leaves] them out.',
      'The [median|middle] fee [reached|touched] {n2} hundredths of a cent and [fell|came] back [within the hour|soon after].',
    ],
  },
];
