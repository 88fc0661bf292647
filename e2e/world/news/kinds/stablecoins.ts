import type { EventKind } from './kind';

export const STABLECOIN_KINDS: readonly EventKind[] = [
  {
    id: 'stablecoin-supply',
    theme: 'stablecoins',
    figures: { m1: [700, 4_200], p1: [0.4, 2.1], n1: [3, 9] },
    categories: ['Stablecoins', 'Data'],
    titles: [
      'Stablecoin supply grows by {m1} in a week',
      'Stablecoins: {m1} more in circulation, {n1:th} rise in a row',
      '{m1} of fresh stablecoins in seven days',
      'Dollar tokens keep growing, up {p1} on the week',
    ],
    deks: [
      'The [supply|amount] of dollar-pegged coins [rose|grew] by {m1}, or {p1}, [within seven days|on the week], {desk} [data show|reports].',
      '[Demand|Appetite] for digital dollars [does not let up|holds]: {m1} [more|extra] in a week, [a rise|growth] of {p1}.',
      'It is the {n1:th} week of growth: stablecoins [worth|to the value of] {m1} were [issued|created] net of redemptions.',
    ],
    facts: [
      '[More than half|The larger part] of the {m1} [was|has been] issued on [two|a pair of] networks. [Balances|Stocks] on exchanges [rose|went up] [too|as well].',
      '{desk} [cautions|warns] that [not every|only some] new [dollar|coin] is [meant|waiting] to buy [other|more volatile] coins: payments and [settlement|savings] [take|claim] a growing [share|part].',
      'Redemptions [were|stayed] [low|small]. The largest coins [held|kept] within a tenth of a cent [of|around] their peg.',
    ],
  },
  {
    id: 'stablecoin-launch',
    theme: 'stablecoins',
    figures: { n1: [2, 7], m1: [20, 110] },
    categories: ['Stablecoins', 'Payments'],
    titles: [
      '{bank} issues a stablecoin called {stable}',
      '{stable} launches on {n1} networks with {m1} of reserves',
      'A bank’s own coin: {bank} brings out {stable}',
      '{bank} and {startup} launch {stable}',
    ],
    deks: [
      '{bank} has [issued|launched] {stable}, a coin backed one to one by deposits, on {n1} networks. {m1} [is|are] in circulation.',
      'With {stable}, {bank} [becomes|is] one of the first [lenders|banks] in its country to [put|issue] deposits on a public chain.',
    ],
    facts: [
      'Holders [can|may] redeem {stable} at par [around the clock|at any hour]. {startup} [built|wrote] the contracts; {auditor} [checked|audited] them.',
      'At first [only|solely] [business customers|companies] [get|have] access. [Private|Retail] customers [follow|are to follow] once the [supervisor|authority] [agrees|gives its consent].',
      'The reserve of {m1} [lies|sits] in [an account|accounts] at the central bank and in short bills, and is [reported|published] [daily|every day].',
    ],
  },
  {
    id: 'reserve-attestation',
    theme: 'stablecoins',
    figures: { p1: [100.1, 103.4], m1: [240, 980], n1: [20, 75] },
    categories: ['Stablecoins', 'Transparency'],
    titles: [
      '{stable} reserves at {p1}, attestation shows',
      'Attestation: {stable} backed by {m1} in short bills',
      'Auditor signs off on {stable} reserves for the month',
      '{stable} shortens its bills to {n1} days',
    ],
    deks: [
      'The issuer of {stable} [held|had] reserves of {p1} at month’s end, [most|nearly all] of it in government bills of {n1} days on average.',
      '{m1} of reserves [stand|stood] behind {stable}, [says|according to] the [monthly|latest] attestation.',
    ],
    facts: [
      'The [surplus|excess] over 100% is [the issuer’s|the company’s] own money and [absorbs|takes] [first losses|any loss first].',
      'The [average|mean] maturity [fell|was cut] to {n1} days. [Bank deposits|Cash] [sit|are spread] at [six|five] banks, none with more than a [third|quarter].',
      'An attestation [is|remains] a [snapshot|picture of one evening]. A full audit is [planned|promised] for [next year|the coming year].',
    ],
  },
  {
    id: 'payments-pilot',
    theme: 'stablecoins',
    figures: { n1: [120, 2_600], p1: [0.2, 0.9], n2: [3, 11] },
    categories: ['Payments', 'Stablecoins'],
    titles: [
      '{startup} pays {n1} suppliers in stablecoins',
      'Freight company settles invoices with {stable}',
      'Pilot in {place}: {n1} shops take stablecoins',
      'Cross-border pilot cuts payment cost to {p1}',
    ],
    deks: [
      'In a pilot in {place}, {n1} [shops|merchants] [take|accept] stablecoins and [get|receive] local money [the same day|within minutes].',
      'Costs [fell|came down] to {p1} of the amount, [says|reports] {startup}, which [runs|operates] the pilot with {bank}.',
    ],
    facts: [
      '{startup} [converts|exchanges] the coins [at once|immediately], so [merchants|shops] [carry|bear] no price risk. {bank} [pays out|settles] in local money.',
      'Of {n1} [participants|merchants], [one in three|a third] [kept|left] part of the [takings|money] in dollars. That had [not been|never been] [planned|expected].',
      'After {n2} months the [partners|companies] will [decide|say] whether to [extend|widen] it. The [central bank|authority] [receives|gets] the data.',
    ],
  },
];
