import type { EventKind } from './kind';

export const DEFI_KINDS: readonly EventKind[] = [
  {
    id: 'airdrop',
    theme: 'defi',
    figures: { n1: [28_000, 410_000], p1: [5, 18], n2: [30, 90] },
    categories: ['Airdrop', 'DeFi'],
    titles: [
      '{protocol} airdrop: {n1} wallets may claim',
      '{protocol} hands {p1} of its supply to early users',
      'Claims open for the {protocol} airdrop',
      'Who gets the {protocol} airdrop, and who does not',
    ],
    deks: [
      '{n1} wallets [qualify|are eligible] for {p1} of {protocol}’s new governance coin. They have {n2} days to claim.',
      '{protocol} [rewards|thanks] early users with {p1} of supply and [filters|sorts] out [farms|bots].',
    ],
    facts: [
      'A [formula|score] [weighs|counts] how long funds [stayed|were left], not [how much|their size]. [Clusters|Groups] of wallets that [moved|acted] in step were [left out|removed].',
      'Unclaimed coins [return|go back] to the [community|treasury] after {n2} days. The team’s own [share|part] is [locked|blocked] for [three|two] years.',
      '[Copies|Fakes] of the claim page [appeared|were up] within [minutes|the hour]. {auditor} [lists|keeps a list of] them and [advises|urges] users to [start|go] from the documentation.',
    ],
  },
  {
    id: 'tvl-milestone',
    theme: 'defi',
    figures: { m1: [110, 2_400], n1: [3, 14], p1: [9, 44] },
    categories: ['DeFi', 'Data'],
    titles: [
      '{protocol} passes {m1} in deposits',
      'Deposits at {protocol} up {p1} in a month',
      '{protocol} joins the {m1} club after {n1} months',
      'Why {protocol} attracts deposits: {m1} and counting',
    ],
    deks: [
      'The lending market {protocol} now [holds|looks after] {m1}, {p1} more than [a month ago|last month].',
      '{n1} months after launch, deposits at {protocol} [crossed|reached] {m1}.',
    ],
    facts: [
      '[Part|Some] of the [growth|rise] is [price|higher prices]: counted in coins, deposits [grew|rose] [half as much|by about half of that]. The [rest|remainder] [chases|follows] incentives, {desk} [says|notes].',
      'The [ten|twelve] largest [depositors|accounts] [hold|own] {p1} of the total. {protocol} [limits|caps] each [market|pool] for that reason.',
      'Loans [outstanding|given out] are [well|safely] covered. [Liquidations|Forced sales] in the [past|last] week [came to|amounted to] [little|next to nothing].',
    ],
  },
  {
    id: 'lending-rates',
    theme: 'defi',
    figures: { p1: [3.1, 7.8], d2: [0.8, 2.4], n1: [4, 12] },
    categories: ['DeFi', 'Rates'],
    titles: [
      'Borrowing stablecoins now costs {p1} on chain',
      'On-chain lending rates climb to {p1}',
      'DeFi rates at the highest in {n1} weeks',
      'Leverage is back: on-chain borrowers pay {p1}',
    ],
    deks: [
      'The [average|mean] rate for stablecoin loans on chain [rose|went] to {p1}, {d2} points [more|higher] than a month ago, {desk} data show.',
      'Demand for [leverage|credit] [drives|pushes] on-chain rates to {p1}, [a high|the highest] of {n1} weeks.',
    ],
    facts: [
      'The [rise|move] [began|started] with [traders|funds] who borrow stablecoins against ether to [buy|get] more of it. [Utilisation|Use] of the [largest|main] pools is [above|over] 90%.',
      'Lenders [receive|get] a [little|bit] less than {p1}. The [gap|difference] to government bills is {d2} points, [enough|which is enough] to [pull|draw] [money|funds] across.',
      '[Rates|Such rates] [fall|drop] as fast as they [rise|climb] once positions are [closed|unwound], {desk} [reminds|tells] its readers.',
    ],
  },
  {
    id: 'dex-volume',
    theme: 'defi',
    tokens: ['defi'],
    impact: [0.2, 1.4],
    figures: { m1: [400, 5_200], p1: [11, 62] },
    categories: ['DeFi', 'Trading'],
    titles: [
      '{token} trading volume up {p1} to {m1}',
      'Busy week for {token}: {m1} in volume',
      '{token} ({sym}) volume jumps {p1}',
      'On-chain traders favour {token} as volume hits {m1}',
    ],
    deks: [
      '{token} ({sym}) [handled|saw] {m1} of volume in seven days, {p1} more than the [week before|previous week].',
      'While [spot|central] exchanges [stagnate|stand still], {token} [grows|gains]: volume [rose|is up] {p1}.',
    ],
    facts: [
      'Fees [rose|grew] [in step|with it]. The [protocol|treasury] [keeps|receives] a [tenth|sixth] of them, [liquidity providers|those who supply the pools] the rest.',
      'A [handful|few] of [pairs|pools] made up [most|the bulk] of the {m1}. {desk} [sees|finds] no [sign|trace] of [wash trading|trades with oneself] in the [larger|bigger] ones.',
      '{sym} itself [moved|went] between {low} and {high} and was [last|lately] at {price}.',
    ],
  },
  {
    id: 'token-unlock',
    theme: 'defi',
    tokens: ['scaling', 'ai', 'defi'],
    impact: [-1.6, -0.2],
    figures: { m1: [4, 85], p1: [0.4, 3.9] },
    categories: ['Tokenomics', 'Markets'],
    titles: [
      '{token} unlock worth {m1} due on {date}',
      '{m1} of {token} ({sym}) set to unlock',
      'Supply watch: {token} unlocks {p1} of its float',
      '{token} holders brace for a {m1} unlock',
    ],
    deks: [
      'Coins worth {m1}, {p1} of what [circulates|is in circulation], [become|will become] free to trade at {token} ({sym}) on {date}.',
      'The [calendar|schedule] [shows|lists] one large unlock this week: {token}, with {m1}.',
    ],
    facts: [
      'The coins [belong|go] to early [backers|investors] and [contributors|the team]. [Past|Earlier] unlocks [moved|shifted] the price [less|by less] than [feared|traders had feared].',
      '{desk} [looked at|compared] [forty|sixty] unlocks: [two thirds|most] were [priced in|digested] a week [ahead|before].',
      '{token} [costs|trades at] {price}, {change} [away from|different from] yesterday’s price.',
    ],
  },
  {
    id: 'restaking-limits',
    theme: 'defi',
    tokens: [{ id: 'ethereum' }, { id: 'lido-dao' }],
    figures: { p1: [24, 34], n1: [2, 20] },
    categories: ['Staking', 'DeFi'],
    titles: [
      'Staked {token} share steady at {p1}',
      'Entry queue for {token} staking grows to {n1} days',
      '{n1} days in line: {token} staking queue lengthens',
      '{token} staking: {p1} locked and a longer queue',
    ],
    deks: [
      'New validators wait {n1} days; {p1} of [supply|all coins] is [staked|locked] at present, {desk} [counts|says].',
      'The queue to stake {token} [grew|stretched] to {n1} days as [funds|institutions] [arrive|join].',
    ],
    facts: [
      'Two [funds|large institutions] [account for|make up] [half|much] of the queue. [Leaving|The way out] takes [less|a shorter] time: [hours|under a day].',
      'The [yearly|annual] yield [slips|falls] as more is staked. It [stands|is] just [below|under] three percent, [tips included|with tips].',
      '{token} was [quoted|trading] at {price} at the time of writing, [within|inside] a day’s range of {low} to {high}.',
    ],
  },
];
