import type { EventKind } from './kind';

export const REGULATION_KINDS: readonly EventKind[] = [
  {
    id: 'stablecoin-consultation',
    rare: true,
    theme: 'regulation',
    figures: { n1: [45, 120], p1: [30, 60], n2: [14, 48] },
    categories: ['Regulation', 'Stablecoins'],
    titles: [
      '{regulator} opens consultation on stablecoin reserves',
      'Stablecoin issuers face new reserve rules, {regulator} says',
      'Draft rules: {p1} of stablecoin reserves at the central bank',
      '{n1} days to comment on stablecoin draft',
    ],
    deks: [
      'Issuers would have to keep {p1} of their reserves at the central bank, [according to|under] a draft that {regulator} [put out|published] on {day}.',
      'The [industry|public] has {n1} days to answer {n2} questions about how stablecoins [should|must] be backed.',
    ],
    facts: [
      'The draft [asks|puts] {n2} questions. The [most contested|thorniest] is whether interest may be [passed on|paid] to holders; the text [says|answers] no, [with exceptions|but leaves a door open].',
      'The [share|part] at the central bank would be {p1}. The rest [may|could] be [held|kept] in short government paper, [none of it|but nothing] longer than three months.',
      'Comments are [welcome|accepted] for {n1} days. [Final rules|A final text] [could|might] [follow|come] [by summer|in the middle of next year].',
    ],
  },
  {
    id: 'licence-granted',
    theme: 'regulation',
    figures: { n1: [3, 27], n2: [9, 31] },
    categories: ['Regulation', 'Business'],
    titles: [
      '{venue} receives licence for {n1} countries',
      '{regulator} grants {venue} a full licence',
      'After {n2} months, {venue} gets its licence',
      'One licence, {n1} markets: {venue} cleared to operate',
    ],
    deks: [
      '{venue} may [offer|provide] trading and custody in {n1} countries after {regulator} [granted|issued] it a licence.',
      'It took {n2} months. {venue} now [holds|has] the [permit|licence] that lets it serve {n1} countries from one office.',
    ],
    facts: [
      'The licence [covers|allows] custody, [exchange|trading] and advice. [Lending|Leverage] for [retail customers|small savers] is [left out|not part of it].',
      '{venue} will [move|shift] [customer accounts|existing customers] to the licensed entity in the coming weeks. They need to [confirm|accept] [new|revised] terms.',
      'The [process|procedure] [lasted|took] {n2} months, which the [authority|supervisor] calls [average|normal]. [Several|More] applicants are [waiting|in the queue].',
    ],
  },
  {
    id: 'tax-guidance',
    rare: true,
    theme: 'regulation',
    figures: { n1: [12, 40], p1: [10, 30] },
    categories: ['Regulation', 'Tax'],
    titles: [
      'Staking rewards: tax office explains in {n1} pages how they are counted',
      'New guidance: swaps between coins, staking and the taxman',
      '{n1} pages on crypto tax leave one question open',
      'What {n1} pages of tax guidance say about staking',
    ],
    deks: [
      '{n1} pages of guidance [say|set out] that staking rewards count as income [when|once] they can be sold, not before.',
      'A finance ministry in {place} has [cleared up|settled] most of the questions about coins, [but not|except] the one on wrapped tokens.',
    ],
    facts: [
      'Rewards are [income|taxed] on the day they [can be sold|become liquid], at the price of that day. A [flat|standard] rate of {p1} [applies|is due] to gains held for less than a year.',
      '[Wrapping|The wrapping of] a coin is [left open|not mentioned]. [Advisers|Tax advisers] [tell|advise] clients to [treat|report] it as a [swap|sale] [to be safe|until told otherwise].',
      'Exchanges will [send|report] [yearly|annual] statements from [next year|January]. The {n1} pages [include|contain] a sample [form|return].',
    ],
  },
  {
    id: 'advertising-rules',
    rare: true,
    theme: 'regulation',
    figures: { n1: [24, 72], p1: [28, 63] },
    categories: ['Regulation'],
    titles: [
      'Crypto adverts need a waiting period, {regulator} rules',
      'New advertising rules: a {n1}-hour pause for first-time buyers',
      '{regulator} bans "sign-up bonuses" in crypto adverts',
      'Cooling-off for beginners: advertising code tightened',
    ],
    deks: [
      'First-time buyers must wait {n1} hours [before|until] their first purchase, and bonuses for [signing up|new customers] are [banned|gone].',
      '{regulator} [found|counted] that {p1} of the adverts it [looked at|checked] did not [mention|name] the risk.',
    ],
    facts: [
      'Of the adverts [sampled|examined], {p1} [lacked|had no] risk warning or [hid|buried] it. [Influencers|Paid posts] [did|fared] worst.',
      'The {n1}-hour pause [applies|counts] once per customer. [Exchanges|Venues] must also ask [five|a handful of] questions about [risk|what can go wrong].',
      'Fines [reach|go up to] a share of yearly revenue. The code [takes effect|is in force] on {date}.',
    ],
  },
  {
    id: 'sandbox',
    rare: true,
    theme: 'regulation',
    figures: { n1: [6, 24], n2: [5, 19] },
    categories: ['Regulation', 'Tokenisation'],
    titles: [
      '{n2} firms admitted to tokenised-bond sandbox',
      '{regulator} starts sandbox for tokenised securities',
      'Tokenised bonds get {n1} months of trial',
      'Sandbox opens: {bank} and {startup} among {n2} firms',
    ],
    deks: [
      '{regulator} lets {n2} firms, {bank} and {startup} among them, [issue|try out] tokenised bonds for {n1} months.',
      'For {n1} months bonds may be [issued|settled] on a shared ledger [without|outside] some of the usual rules.',
    ],
    facts: [
      '{bank} will [act|serve] as [settlement agent|paying agent]; {startup} [supplies|provides] the ledger. The [volume|size] per issue is [capped|limited].',
      'Trades [settle|complete] [at once|on the spot]. That [saves|frees] collateral, [and|but] [needs|demands] cash on the [ledger|chain] at the [same|very] moment.',
      'After {n1} months the [authority|supervisor] [decides|will decide] which exemptions [stay|become permanent].',
    ],
  },
  {
    id: 'court-ruling',
    rare: true,
    theme: 'regulation',
    figures: { n1: [2, 5], n2: [30, 120] },
    categories: ['Regulation', 'Law'],
    titles: [
      'Court: coins held by {startup} belong to its customers',
      'Appeal judges side with customers of failed custodian {startup}',
      'Ruling on {startup}: coins are property, held in trust',
      'Customers of insolvent {startup} win after {n1} years',
    ],
    deks: [
      'Coins that {startup} kept for customers are not part of its estate, an appeal court ruled after {n1} years of [dispute|argument].',
      'The [judgment|decision], {n2} pages long, [treats|sees] the coins at {startup} as property held [in trust|for someone else].',
      'The [estate|administrators] of {startup} [cannot|may not] [touch|use] customers’ coins. [That|So] [says|rules] a court of appeal, {n1} years after the failure.',
    ],
    facts: [
      'The [custodian|firm] had [mixed|pooled] [customers’|its customers’] coins, but [kept|had kept] [exact|careful] books. That was [enough|sufficient] for the judges.',
      '[Creditors|Lenders] of the [failed|insolvent] firm may [appeal|take it to the highest court] within {n2} days. The [administrator|liquidator] will [start|begin] paying [out|customers] [only|not before] then.',
      '[Lawyers|Practitioners] [expect|think] contracts to [change|be rewritten]: whoever [lends|reuses] coins will have to [say so|state it] [in bold|plainly].',
    ],
  },
  {
    id: 'travel-rule',
    rare: true,
    theme: 'regulation',
    figures: { n1: [4, 16], m1: [1, 3] },
    categories: ['Regulation', 'Compliance'],
    titles: [
      '{n1} exchanges join a shared travel-rule network',
      'Travel rule: {n1} venues agree on one message format',
      'Exchanges settle on a common format for sender data',
      'Transfers between {n1} exchanges to carry names by spring',
    ],
    deks: [
      '{n1} exchanges, {venue} among them, will [exchange|pass on] sender details in one format [so that|so] transfers no longer [get stuck|hang].',
      'A [common|shared] message [format|standard] for the travel rule [ends|is to end] years of [incompatible|rival] systems.',
    ],
    facts: [
      '[Today|At present] a transfer [waits|hangs] when the receiving venue [cannot|is unable to] read the sender’s data. {venue} [says|reports] that [happens|occurs] several hundred times a day.',
      'Self-hosted wallets are [treated|handled] [apart|separately]: a [signed message|signature] [proves|shows] who owns them.',
      'The [network|group] [costs|will cost] its {n1} members {m1} a year [together|in total] and [has no|does without a] central database.',
    ],
  },
];
