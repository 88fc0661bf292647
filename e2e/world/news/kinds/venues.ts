import type { EventKind } from './kind';

export const VENUE_KINDS: readonly EventKind[] = [
  {
    id: 'listing',
    theme: 'venues',
    tokens: ['chain', 'defi', 'scaling', 'ai', 'meme', 'infrastructure'],
    impact: [0.8, 3.2],
    figures: { n1: [2, 5] },
    categories: ['Exchanges', 'Listing'],
    titles: [
      '{venue} to list {token} ({sym})',
      '{token} ({sym}) coming to {venue} with {n1} pairs',
      '{venue} opens deposits for {token} before listing',
      'New on {venue}: {token} trading starts this week',
    ],
    deks: [
      '{venue} will open [spot trading|trading] in {token} ({sym}) with {n1} pairs; deposits are [already|now] possible.',
      '{token} gets another venue. {venue} [says|announced] {sym} trading [begins|starts] once there is enough liquidity.',
      'Customers of {venue} can [deposit|send in] {sym} from today; [orders|trading] will follow [within days|in steps].',
    ],
    facts: [
      'Trading will [start|open] in [phases|steps]: [deposits first|transfers only at first], then limit orders for a few minutes, then [full trading|all order types]. {n1} pairs are [planned|foreseen].',
      'The exchange [warns|reminds customers] that [only|solely] deposits on the [named|listed] network [are credited|will be credited] and that [early|first] prices may [swing|move] [widely|strongly].',
      '{token} [moved|went] to {price} [around the announcement|when the notice appeared], with a 24-hour range of {low} to {high}.',
    ],
  },
  {
    id: 'delisting-pairs',
    theme: 'venues',
    figures: { n1: [4, 17], n2: [5, 14] },
    categories: ['Exchanges'],
    titles: [
      '{venue} removes {n1} thin trading pairs',
      '{n1} pairs to go at {venue} for lack of volume',
      '{venue} prunes its order books: {n1} pairs closed',
      'Cleaning up: {venue} drops {n1} quiet markets',
    ],
    deks: [
      '{venue} will [close|stop] {n1} spot pairs in {n2} days because [hardly anyone trades them|their volume is too low]. The coins themselves stay listed.',
      'After its [quarterly|regular] review {venue} [takes|is taking] {n1} pairs [off|out of] the book, [none of them|not one] against the dollar.',
      'Open orders in {n1} [quiet|thin] pairs at {venue} will be cancelled on {date}.',
    ],
    facts: [
      'The [list|notice] [covers|names] pairs quoted in other coins. Dollar and stablecoin [markets|pairs] of the same assets [are not touched|stay open], the exchange [stresses|says].',
      'Trading bots on these pairs [end|stop] [automatically|by themselves]. Customers [are asked|have been asked] to [change|adjust] them [before|ahead of] {date}.',
      '{venue} [reviews|looks at] [its pairs|every pair] each quarter for volume, [depth|spread] and [the quality of the order flow|signs of wash trading].',
    ],
  },
  {
    id: 'wallet-maintenance',
    theme: 'venues',
    tokens: ['chain', 'scaling'],
    figures: { n1: [1, 4] },
    categories: ['Exchanges', 'Maintenance'],
    titles: [
      '{venue} pauses {token} deposits for a network upgrade',
      '{token} ({sym}) transfers at {venue} stop for {n1} hours',
      'Maintenance: {sym} deposits and withdrawals on hold at {venue}',
      'Planned pause of {token} wallets at {venue}',
    ],
    deks: [
      '{venue} will [hold|pause] deposits and withdrawals of {token} ({sym}) for about {n1} hours on {date} while the network upgrades. Trading goes on.',
      'The [wallet|node] work starts at 06:00 UTC on {date}. [Spot trading|The order book] in {sym} is not affected.',
    ],
    facts: [
      'Customers [should|are advised to] [send|complete] transfers [well before|ahead of] the pause. Deposits [that arrive|arriving] [during it|in the meantime] are credited [afterwards|once it is over].',
      'The [pause|work] [covers|affects] all services that move {sym}, [staking included|including staking]. The exchange [runs|operates] its own nodes and [takes|will take] the update [on the day|with everyone else].',
      '{venue} will not [send|publish] a [further|separate] notice when [transfers|the wallets] [are back|reopen].',
    ],
  },
  {
    id: 'proof-of-reserves',
    theme: 'venues',
    figures: { p1: [101, 118], n1: [18, 41], n2: [12, 36] },
    categories: ['Exchanges', 'Transparency'],
    titles: [
      '{venue} shows reserves at {p1} of customer balances',
      'Reserve proof: {venue} covers {n1} assets above 100%',
      '{venue} publishes its {n2:th} proof of reserves',
      'Auditor {auditor} confirms {venue}’s reserve figures',
    ],
    deks: [
      'The [monthly|latest] proof of reserves of {venue} [shows|puts] holdings at {p1} of what customers are owed, across {n1} assets.',
      '{auditor} [checked|verified] the [tree|Merkle tree] behind {venue}’s {n2:th} report and [found|saw] no [negative|missing] balances.',
    ],
    facts: [
      'Every customer can [check|verify] [their own|an] entry with [an open-source tool|a small program]. {auditor} [signed|confirmed] the [total|sum] and the addresses.',
      'A [proof|report] of this kind says [nothing|little] about [debts|loans] [elsewhere|outside the exchange], [critics repeat|sceptics note]; {venue} [answers|replies] that it [has none|carries no debt].',
      'The [ratio|cover] for the largest coins [stands|is] at {p1}. Stablecoins [are|come out] [slightly|a little] higher.',
    ],
  },
  {
    id: 'fee-change',
    theme: 'venues',
    figures: { p1: [0.01, 0.08], n1: [3, 12], p2: [10, 35] },
    categories: ['Exchanges', 'Fees'],
    titles: [
      '{venue} cuts taker fees for small accounts',
      'Trading gets cheaper at {venue}: fees down {p2}',
      '{venue} lowers fees in the fight for retail flow',
      'Fee war resumes as {venue} trims its schedule',
    ],
    deks: [
      'From {date} the [smallest|lowest] tier at {venue} pays {p2} less; makers [get|receive] a rebate of {p1}.',
      '{venue} has [rewritten|reworked] its fee table for the first time in {n1} months.',
    ],
    facts: [
      'Makers in the [deepest|top] tier [receive|are paid] {p1} [per|for each] trade, and [the lowest tier|small accounts] [pays|pay] {p2} less than [today|before].',
      '[Rivals|Competitors] [moved|cut] [earlier|first]. {desk} [reckons|estimates] that fees at the [large|big] venues have [halved|fallen by half] in three years.',
      'Institutional [programmes|agreements] are [unchanged|left as they are]. The last [revision|change] was {n1} months ago.',
    ],
  },
  {
    id: 'perpetual-launch',
    theme: 'venues',
    tokens: ['defi', 'ai', 'scaling', 'infrastructure'],
    impact: [0.2, 1.2],
    figures: { n1: [5, 50] },
    categories: ['Derivatives', 'Exchanges'],
    titles: [
      '{venue} launches perpetual contracts on {token}',
      '{token} ({sym}) perpetuals go live at {venue}',
      'Up to {n1}x: {venue} adds {sym} perpetual futures',
      '{venue} widens its derivatives list with {token}',
    ],
    deks: [
      'Perpetual [futures|contracts] on {token} ({sym}) [open|start trading] at {venue} with leverage of up to {n1}x.',
      '{venue} [lists|adds] a {sym} perpetual settled in a stablecoin; funding is [exchanged|paid] every four hours.',
    ],
    facts: [
      'Positions are [capped|limited] [at first|for the first week]. The index [draws on|uses] three spot [venues|markets] and [drops|ignores] any that [strays|deviates] by more than 2%.',
      'Spot {token} [stood at|was quoted at] {price}, [between|in a day’s range of] {low} and {high}.',
      'Leverage of {n1}x means that [a small move|two percent] against a position can [wipe it out|end it], {venue} [reminds|tells] customers [in bold type|in the notice].',
    ],
  },
];
