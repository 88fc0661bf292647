import type { EventKind } from './kind';

const BITCOIN = [{ id: 'bitcoin' }];

export const MINING_KINDS: readonly EventKind[] = [
  {
    id: 'miner-earnings',
    theme: 'mining',
    figures: { m1: [38, 260], m2: [4, 58], n1: [310, 2_900], p1: [4, 39] },
    categories: ['Mining', 'Earnings'],
    titles: [
      '{miner} earns {m2} in the quarter on revenue of {m1}',
      'Bitcoin miner {miner} lifts revenue {p1} to {m1}',
      '{miner} results: {n1} BTC mined, power costs down',
      '{miner} back in profit with {m2}',
    ],
    deks: [
      '{miner} [reported|posted] a profit of {m2} on revenue of {m1} for the [third|past] quarter, {p1} more than a year earlier.',
      'The [miner|company] [produced|mined] {n1} BTC in three months and [sold|parted with] [most|a little over half] of them.',
    ],
    facts: [
      '{miner} [mined|produced] {n1} BTC at a [direct|power] cost that [fell|dropped] for the [second|third] quarter [in a row|running].',
      'Hosting for [other customers|third parties] [brought in|contributed] a [fifth|quarter] of the {m1}. The [board|management] [keeps|stands by] its target for the year.',
      '[Asked|Questioned] about [selling|the sale of] coins, the finance department [said|answered] it [sells|would sell] "[what the bills require|what it takes to pay the bills]".',
    ],
  },
  {
    id: 'hashrate-record',
    rare: true,
    theme: 'mining',
    tokens: BITCOIN,
    figures: { n1: [1_050, 1_420], p1: [1.2, 6.5] },
    categories: ['Mining', 'Data'],
    titles: [
      'Bitcoin hash rate at a record {n1} exahashes',
      'Miners push the Bitcoin network to {n1} EH/s',
      'Record computing power secures Bitcoin, margins shrink',
      'Bitcoin hash rate climbs {p1} in a week',
    ],
    deks: [
      'The seven-day [mean|average] of Bitcoin’s hash rate [reached|rose to] {n1} exahashes a second, {p1} more than [a week ago|last week].',
      'Never before has so much computing power [guarded|secured] Bitcoin. For [miners|those who run it] the [reward|income] per machine [falls|drops].',
    ],
    facts: [
      '{desk} [puts it down to|explains it with] [new|more efficient] machines that were [ordered|bought] in spring and [cool|mild] weather in the north.',
      'Income per unit of computing power [fell|slipped] {p1}. Machines older than [four|three] years [earn|make] [money|a profit] only with power [below|cheaper than] five cents.',
      'The difficulty [adjusts|will adjust] within days and is [set|expected] to [rise|go up]. Bitcoin [stood at|traded at] {price}.',
    ],
  },
  {
    id: 'difficulty-adjustment',
    rare: true,
    theme: 'mining',
    tokens: BITCOIN,
    figures: { p1: [0.8, 6.1], n1: [930_000, 990_000] },
    categories: ['Mining', 'Network'],
    titles: [
      'Bitcoin mining difficulty rises {p1}',
      'Difficulty up {p1} at block {n1}',
      'Bitcoin adjusts: mining {p1} harder from block {n1}',
      'Harder to mine: Bitcoin’s difficulty sets a new high',
    ],
    deks: [
      'At block {n1} the difficulty of mining Bitcoin [went up|rose] by {p1}, the [third|second] increase in a row.',
      'Blocks came [too fast|faster than every ten minutes], so Bitcoin [made|has made] itself {p1} harder to mine.',
    ],
    facts: [
      'The [network|protocol] [measures|looks at] the last 2,016 blocks and [corrects|sets] the difficulty so that one [comes|is found] about every ten minutes.',
      'For miners the [change|step] [means|amounts to] {p1} less income [at|for] the same [price|machines]. {desk} [expects|reckons] [some|a few] to [switch off|pause] older [machines|models].',
      'Fees [make up|are] a [small|minor] part of a block’s [value|reward] [these days|at present]. {sym} [trades|is] at {price}.',
    ],
  },
  {
    id: 'power-contract',
    theme: 'mining',
    figures: { n1: [40, 320], n2: [5, 15], m1: [18, 140] },
    categories: ['Mining', 'Energy'],
    titles: [
      '{miner} signs for {n1} megawatts in {place}',
      '{n1} MW for {n2} years: {miner} secures power',
      '{miner} builds in {place}, heats a town with the rest',
      'Wind power for {miner}: {n1} megawatts in {place}',
    ],
    deks: [
      '{miner} will [draw|take] {n1} megawatts from wind and water in {place} for {n2} years and [spend|invest] {m1} on the site.',
      'The [heat|waste heat] of the machines is to [warm|heat] homes: {miner} [signed|has signed] for {n1} MW in {place}.',
    ],
    facts: [
      'The contract [lets|allows] the grid [operator|company] [switch|turn] the site off within [a minute|sixty seconds] when power is [short|scarce]; {miner} is paid for [that|it].',
      'Building [costs|will cost] {m1} and [starts|begins] in [spring|March]. The first [hall|building] should [run|be ready] [by autumn|before the winter].',
      'The municipality [takes|will take] the [waste heat|warm water] [free of charge|for nothing] and [closes|shuts down] [an old|its] boiler. The agreement [runs|lasts] {n2} years.',
    ],
  },
  {
    id: 'miner-hosting',
    theme: 'mining',
    figures: { n1: [20, 210], m1: [40, 390], p1: [15, 55] },
    categories: ['Mining', 'Data Centres'],
    titles: [
      '{miner} turns {n1} megawatts over to data-centre tenants',
      'From mining to hosting: {miner} lets {p1} of its halls',
      '{miner} rents out {n1} MW in a {m1} contract',
      'Hosting pays better, says {miner}, and converts a site',
    ],
    deks: [
      '{miner} will [rent|let] {n1} megawatts to a tenant that [trains|runs] large models, [a contract|an agreement] worth {m1}.',
      '{p1} of {miner}’s capacity will soon [serve|work for] data-centre customers [instead of|rather than] mining bitcoin.',
    ],
    facts: [
      'The [tenant|customer] [brings|supplies] its own machines. {miner} [provides|delivers] power, cooling and [guards|security], for {m1} over the [term|contract].',
      'The [switch|conversion] [costs|needs] [more|thicker] fibre and a [second|backup] line to the grid. [It|The work] will [take|last] nine months.',
      'Mining [goes on|continues] on the [other|remaining] sites. {p1} of capacity is [affected|involved], {miner} [told|said to] investors.',
    ],
  },
];
