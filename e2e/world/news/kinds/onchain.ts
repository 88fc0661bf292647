import type { EventKind } from './kind';

export const ONCHAIN_KINDS: readonly EventKind[] = [
  {
    id: 'whale-transfer',
    theme: 'onchain',
    tokens: [{ id: 'bitcoin' }, { id: 'ethereum' }, { id: 'ripple' }, { id: 'chainlink' }, { id: 'solana' }],
    impact: [-0.5, 0.3],
    figures: { m1: [60, 740], n1: [2, 9] },
    categories: ['On-chain', 'Whales'],
    titles: [
      '{m1} in {token} on the move between unknown wallets',
      'Whale shifts {token} worth {m1}',
      '{token} ({sym}) whale wakes: {m1} sent in {n1} transfers',
      'Large {token} transfer of {m1} puzzles analysts',
    ],
    deks: [
      '{token} ({sym}) [worth|to the value of] {m1} [changed|moved between] wallets in {n1} transfers on {day}; [none|no part] of it [reached|went to] an exchange.',
      'A [holder|wallet] that had [been quiet|slept] for months [sent|moved] {m1} in {token}. {desk} [suspects|thinks of] a custodian’s [housekeeping|spring clean].',
    ],
    facts: [
      'The [fee|cost] was [less than|under] a [coffee|bus ticket]. [All|Each of] {n1} transfers [went|were sent] to [newly made|fresh] addresses of the same [type|kind].',
      '[Patterns|Traces] like this [fit|suit] a [custodian|fund] that [renews|changes] its keys [better|rather] than a sale, {desk} [argues|writes].',
      'The [market|price] [took no notice|hardly reacted]: {token} [stayed|remained] near {price}.',
    ],
  },
  {
    id: 'exchange-balances',
    theme: 'onchain',
    tokens: ['major', { id: 'chainlink' }],
    impact: [0.1, 0.8],
    figures: { p1: [0.6, 3.1], n1: [3, 8] },
    categories: ['On-chain', 'Data'],
    titles: [
      '{token} on exchanges at a {n1}-year low',
      'Less {token} left on exchanges, {desk} finds',
      '{token} balances on exchanges fall {p1} in a month',
      'Coins leave exchanges: {token} stock shrinks by {p1}',
    ],
    deks: [
      'The amount of {token} [held|kept] on exchanges [fell|dropped] by {p1} in a month to the lowest in {n1} years, {desk} [says|reports].',
      '[Holders|Owners] [take|move] {token} [into their own|to] custody: exchange balances [are down|shrank] {p1}.',
    ],
    facts: [
      'Part of the [decline|drop] [goes|is owed] to funds, whose coins [lie|sit] with custodians and [no longer|not] on [trading venues|exchanges].',
      'A [thin|small] stock [can|may] [sharpen|amplify] moves [both ways|in either direction]. It [says|tells] [little|nothing] about which [comes|is] next, {desk} [adds|warns].',
      '[Labels|The labels] of addresses are [estimates|guesses]; {desk} [gives|states] an error of {p1}. {sym} [trades|is] at {price}.',
    ],
  },
  {
    id: 'dormant-coins',
    theme: 'onchain',
    tokens: [{ id: 'bitcoin' }],
    impact: [-0.4, 0.1],
    figures: { n1: [9, 14], n2: [20, 400] },
    categories: ['On-chain', 'Bitcoin'],
    titles: [
      '{n2} BTC move after {n1} years',
      'Old coins stir: {n2} bitcoin untouched for {n1} years',
      'Bitcoin wallet from the early days sends {n2} BTC',
      'Sleeping {n1} years, then {n2} BTC in one transaction',
    ],
    deks: [
      '{n2} BTC that had not moved for {n1} years [changed|were sent to a new] address on {day}.',
      'A [wallet|bitcoin wallet] from the early years [woke|came to life] and [sent|moved] {n2} BTC to a modern address.',
    ],
    facts: [
      'The coins were [mined|earned] when a block [still|yet] [paid|brought] 50 BTC. Since then their [value|worth] has [multiplied|grown] beyond [any comparison|measure].',
      'The owner [first|at first] sent [a test|a tiny amount], then the [rest|remainder]. [Nothing|None of it] [went|was sent] to [an exchange|a known exchange].',
      'Such [moves|transfers] [happen|occur] [a few|several] times a year and [rarely|seldom] [lead|end] in a sale. Bitcoin [was|stood] at {price}.',
    ],
  },
  {
    id: 'active-addresses',
    theme: 'onchain',
    tokens: [
      'scaling',
      { id: 'solana' },
      { id: 'tron' },
      { id: 'near' },
      { id: 'sui' },
      { id: 'aptos' },
      { id: 'ethereum' },
    ],
    impact: [0.1, 1],
    figures: { n1: [210_000, 4_800_000], p1: [6, 38] },
    categories: ['On-chain', 'Data'],
    titles: [
      'Daily users of {token} rise to {n1}',
      '{token} ({sym}) activity up {p1}: {n1} addresses a day',
      '{n1} addresses used {token} yesterday',
      'A busier chain: {token} counts {n1} daily addresses',
    ],
    deks: [
      '{n1} addresses [sent|made] at least one transaction on {token} ({sym}) on {day}, {p1} more than the monthly average.',
      'Use of {token} [grows|is growing]: {p1} above the average of the month, {desk} [counts|finds].',
    ],
    facts: [
      '[Games|Small games] and stablecoin [payments|transfers] [make up|cause] [most|the larger part] of it. [Speculation|Trading] [contributes|adds] [less|a smaller share] than in spring.',
      'An address is [not|no] person: [one|a single] user may [own|have] [hundreds|many], {desk} [reminds|tells] readers, and [tries|attempts] to [filter|remove] [bots|robots].',
      '{sym} [trades|changes hands] at {price}; in 24 hours it [moved|has moved] {change}.',
    ],
  },
  {
    id: 'gas-low',
    rare: true,
    theme: 'onchain',
    tokens: [{ id: 'ethereum' }],
    figures: { p1: [38, 81], n1: [2, 18] },
    categories: ['On-chain', 'Ethereum'],
    titles: [
      'Ethereum fees fall {p1} in a month',
      'Sending ether is cheap again: fees down {p1}',
      'Median Ethereum fee drops to {n1} cents',
      'Why Ethereum blocks are half empty on weekends',
    ],
    deks: [
      'A [typical|normal] transfer on Ethereum [costs|now costs] {n1} cents, {p1} less than a month ago.',
      'More [room|space] for data and [quiet|calm] weekends have [pressed|pushed] Ethereum fees [down|lower] by {p1}.',
    ],
    facts: [
      '[Layer-two|Second-layer] networks [now|by now] [carry|handle] [most|nine in ten] transactions and [pay|are charged] [little|very little] for [space|data].',
      'For holders the [coin|medal] has [two sides|another side]: when fees fall, [less|fewer] ether [is|are] burned and supply [grows|rises] [slightly|a little].',
      'Ether [stood|was] at {price} [on {day}|as of {day}], the [median|typical] fee at {n1} cents.',
    ],
  },
];
