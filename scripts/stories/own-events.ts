export type EventKind = 'charter' | 'theft' | 'upgrade' | 'fund' | 'fine' | 'raise' | 'outage' | 'listing';

/** Four houses' own words for each kind of event. */
export const TELLINGS: Readonly<Record<EventKind, readonly (readonly [title: string, body: string])[]>> = {
  charter: [
    [
      '{who} applies for a {place} trust charter',
      '{who} has filed papers with the {place} regulator to become a trust company. The exchange said it does not mean to become a bank, but wants to keep {what} for its clients under one licence. A decision is expected within {sum} months, lawyers for the firm said.',
    ],
    [
      '{place} trust licence sought by exchange {who}',
      'In a filing made public on Friday, {who} asks {place} for a trust licence. It would let the exchange hold {what} itself instead of through a partner. The regulator has {sum} months to answer, and has turned down two others this year.',
    ],
    [
      'Exchange {who} wants to be a trust company in {place}',
      'The application that {who} handed in to the {place} regulator would let it look after {what} as a trust company. "We are no bank," its head of law said of the charter. An answer may take {sum} months.',
    ],
    [
      '{who} files for {place} charter to widen custody of {what}',
      'Custody of {what} is what {who} hopes to widen with the trust charter it has filed for in {place}. The papers reached the regulator this week; {sum} months are allowed for the review.',
    ],
  ],
  theft: [
    [
      '{who} loses {sum} to attackers through {what}',
      'Attackers took {sum} from the {who} bridge after they had found {what}. The operator closed deposits at noon and asked {place} police for help. Users will be paid back from an insurance pool, it said, and an outside team is to go through the code.',
    ],
    [
      'Attack on {who}: {sum} gone, {what} to blame',
      'The {who} bridge has been robbed of {sum}. An early report names {what} as the way in. Deposits are closed. Police in {place} have opened a case, and the pool that insures users is said to cover the loss.',
    ],
    [
      'Hackers drain {sum} from {who} bridge',
      'Nine minutes were enough for hackers to drain {sum} from {who}, whose engineers speak of {what}. The bridge stands still. A complaint was filed in {place}; users are promised their money back.',
    ],
    [
      '{who} halts bridge after {sum} theft',
      'After a theft of {sum}, {who} has halted its bridge. The thieves made use of {what}, the team wrote. It has told the police of {place} and will repay users from insurance.',
    ],
  ],
  upgrade: [
    [
      '{who} validators approve {what} upgrade',
      'Validators of {who} have voted for the {what} upgrade by {sum} of the stake. It goes live at the end of the month after a rehearsal on the {place} test network. Node operators have to install the new client before that, developers said.',
    ],
    [
      '{what} wins {who} vote with {sum}',
      'With {sum} in favour, {who} stakers carried the {what} proposal. The change was rehearsed on {place}, the test network, and reaches the main chain this month; operators who miss it fall off the chain.',
    ],
    [
      '{who} to switch on {what} after vote',
      'A vote among those who stake on {who} cleared the way for {what}: {sum} said yes. Before it is switched on, clients on the {place} test network will run it for two weeks.',
    ],
    [
      'Stakers back {what} on {who}',
      '{who} will get {what}. Stakers backed it with {sum}, more than the two thirds that were needed. The {place} test network has run the new client since spring.',
    ],
  ],
  fund: [
    [
      '{who} launches {what} fund in {place}',
      '{who} opened a fund on {what} in {place} on Tuesday. It charges {sum} a year and holds the assets itself. The manager said pension schemes had asked for it; the first day brought modest trading.',
    ],
    [
      '{what} fund by {who} starts trading in {place}',
      'Trading in a {what} fund by {who} has begun in {place}. The yearly fee is {sum}. Pension schemes were among those who had asked the manager for such a product.',
    ],
    [
      'First {what} fund for {place}: {who} opens the book',
      'Savers in {place} can buy a fund on {what} for the first time. {who}, its manager, takes {sum} a year, keeps the assets in its own vault and counts on pension schemes.',
    ],
    [
      '{place} exchange admits {who} fund on {what}',
      'The exchange of {place} has admitted the fund on {what} that {who} manages. At {sum} a year it is cheaper than rivals abroad, and meant for pension schemes.',
    ],
  ],
  fine: [
    [
      '{place} regulator fines {who} {sum} over {what}',
      'The {place} regulator has fined {who} {sum}. Inspectors found {what} at the broker over two years. It accepted the penalty without admitting guilt and has named a new head of compliance.',
    ],
    [
      '{who} to pay {sum} in {place} for {what}',
      'Broker {who} pays {sum} to settle a case in {place}: inspectors had come upon {what}. Guilt is not admitted. A new head of compliance has started work.',
    ],
    [
      'Penalty of {sum} for {who}: {what} in {place}',
      'For {what}, {who} must pay a penalty of {sum}. That is what inspectors in {place} and the broker agreed on. Its compliance office has a new head.',
    ],
    [
      '{who} settles {place} case on {what}',
      'A case on {what} is settled: {who} hands {sum} to the authority of {place}. The inspectors looked at two years of the broker’s books.',
    ],
  ],
  raise: [
    [
      '{who} raises {sum} to build {what}',
      'Start-up {who} has raised {sum} in a round led by investors from {place}. It wants to build {what} and to hire forty engineers. A first version is to be ready by summer, the founders said.',
    ],
    [
      '{place} investors put {sum} into {who}',
      'Investors from {place} led a round of {sum} in {who}. The start-up works on {what}; forty engineers are to join, and summer is the date for a first version.',
    ],
    [
      '{sum} round for {who} and its {what}',
      'A round of {sum} gives {who} the means to finish its {what} by summer. The money comes mainly from {place}. The team is to grow by forty engineers.',
    ],
    [
      '{who} finds {sum} for {what}',
      'To finish {what}, {who} took {sum} from backers in {place}. Forty engineers will be hired, its founders said.',
    ],
  ],
  outage: [
    [
      '{who} stands still for {sum} after {what}',
      'The {who} network produced no blocks for {sum} on Sunday. Developers traced the halt to {what}, and validators restarted from a snapshot agreed in a call. Exchanges in {place} had stopped deposits meanwhile.',
    ],
    [
      '{what} stops {who} for {sum}',
      'For {sum} no block came from {who}: {what} had stopped it. Validators agreed on a snapshot and started anew. Deposits at exchanges in {place} were off.',
    ],
    [
      '{who} network back after outage of {sum}',
      'After an outage of {sum}, {who} makes blocks again. The halt came from {what}, its developers found. Exchanges in {place} take deposits again, too.',
    ],
    [
      'Outage on {who}: developers blame {what}',
      'Developers of {who} blame {what} for Sunday’s outage of {sum}. A snapshot brought the validators back. {place} exchanges had shut deposits.',
    ],
  ],
  listing: [
    [
      '{place} venue {who} opens trading in {what}',
      'The {place} venue {who} opens trading in {what} on Thursday. Deposits are possible from today; withdrawals follow after {sum}. Orders are limited in the first hour, to keep the opening calm, the venue wrote.',
    ],
    [
      '{what} comes to {who} in {place}',
      'From Thursday {what} can be traded at {who} in {place}. The venue takes deposits already. It limits orders for an hour and opens withdrawals after {sum}.',
    ],
    [
      '{who} adds {what} on Thursday',
      '{who} adds {what} to what can be traded in {place}. Thursday is the day, with limited orders for an hour and withdrawals after {sum}.',
    ],
    [
      'Trading in {what} starts at {who}',
      'Thursday sees the start of {what} at {who}, the venue from {place}. For the first hour it limits orders; withdrawals have to wait {sum}.',
    ],
  ],
};

/** What happened to whom: five events of each kind. */
export const EVENTS: readonly {
  readonly kind: EventKind;
  readonly slots: Readonly<Record<string, string>>;
}[] = readEvents(`
charter | Coinharbour | Ohio | bonds and coins | 6
charter | Tidemark | Bavaria | pension savings | 9
charter | Northquay | Nevada | tokenised gold | 4
charter | Brightwater | Geneva | grain warrants | 8
charter | Saltmarsh | Victoria | art deposits | 12
theft | Lanternbridge | Lisbon | a retired signing key | $41 million
theft | Quillspan | Tallinn | a rounding error | $7.2 million
theft | Ravenpass | Osaka | a forged light-client proof | $118 million
theft | Fernway | Montevideo | a phished maintainer | $3.9 million
theft | Cinderlink | Nairobi | an unpatched relay | $26 million
upgrade | Juniper chain | Wexford | parallel execution | 81%
upgrade | Basalt network | Kelp | shorter epochs | 93%
upgrade | Meridian ledger | Finch | blob pricing | 74%
upgrade | Osprey rollup | Tansy | encrypted mempools | 88%
upgrade | Cobalt protocol | Dune | stateless clients | 69%
fund | Alder Capital | Oslo | tokenised treasuries | 0.35%
fund | Birchwood | Singapore | staked ether | 0.6%
fund | Cedarline | Toronto | miners’ debt | 0.9%
fund | Dogwood Partners | Warsaw | carbon credits | 0.45%
fund | Elmgate | Santiago | lithium royalties | 1.1%
fine | Pinnock Brothers | Dublin | missing identity checks | €4.1 million
fine | Rowan Markets | Zurich | wash trading | 12 million francs
fine | Sable Brokerage | Auckland | hidden spreads | $850,000
fine | Thornbury | Madrid | late reporting of swaps | €19 million
fine | Umber Securities | Seoul | unlicensed advice | $2.7 million
raise | Gossamer | Berlin | private payroll software | $18 million
raise | Hearthstack | Bangalore | a settlement engine for freight | $44 million
raise | Inkwell Labs | Boston | proofs of solvency | $9 million
raise | Jadefort | Dubai | hardware for cold vaults | $63 million
raise | Kitewind | Nairobi | stablecoin tills for markets | $5.5 million
outage | Pelican chain | Seoul | a clock that ran ahead | 3 hours
outage | Granite network | London | an endless loop in the scheduler | 51 minutes
outage | Willow ledger | Mumbai | full disks at three hosts | 7 hours
outage | Argon rollup | Chicago | an expired certificate | 95 minutes
outage | Sorrel protocol | Istanbul | a split over gas refunds | 11 hours
listing | Dockside | Rotterdam | Velumin | 24 hours
listing | Highmoor | Bogota | Pastelia | two days
listing | Ironvale | Manila | Quorix | 36 hours
listing | Limestead | Athens | Tundrine | three days
listing | Maplecross | Jakarta | Orvanto | 12 hours
`);

/** Each alone, however like another it looks: bulletins of one mould, other languages, columns, the same token again. */
export const TRAPS: readonly Trap[] = [
  ...['930', '940', '950', '960', '970', '980'].map((level) => ({
    title: `BNB drops below ${level} USDT in the last hour`,
    body: 'The figure is taken from the order book of the venue at the time of writing and may change at any moment.',
    source: 'ticker-desk',
  })),
  ...[
    '比特币矿企扩建北方机房',
    '比特币现货基金迎来资金流入',
    '以太坊质押总量再创新高',
    '交易所宣布关闭旧版接口',
  ].map((title) => ({
    title,
    language: 'zh',
    source: 'zh-desk',
  })),
  ...[
    'Биткоин-майнеры уходят на север',
    'Биткоин-фонды снова растут',
    'شبكة جديدة للمدفوعات',
    'شبكة قديمة للتحويلات',
  ].map((title) => ({
    title,
    language: title.startsWith('Б') ? 'ru' : 'ar',
    source: 'far-desk',
  })),
  { title: 'Coinharbour applies for a Ohio trust charter', language: 'de', source: 'de-desk' },
  { title: 'Lanternbridge loses $41 million to attackers', language: 'fr', source: 'fr-desk' },
  ...['phone sells out in a day', 'lawyers meet in Basel', 'grants go to six teams'].map((rest) => ({
    title: `Solana ${rest}`,
    source: 'the-wire',
    tokens: ['solana'],
  })),
  ...['BLUA', 'YALA', 'ZORU'].map((symbol) => ({
    title: `${symbol} is available for trading on the venue`,
    body: 'Trading opens today. Deposits need ten confirmations; the pair starts in limit-only mode for an hour.',
    source: `listing-desk-${symbol}`,
    tokens: [symbol.toLowerCase()],
  })),
];

function readEvents(rows: string) {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [kind = '', who = '', place = '', what = '', sum = ''] = row
        .split('|')
        .map((cell) => cell.trim());
      return { kind: kind as EventKind, slots: { who, place, what, sum } };
    });
}

interface Trap {
  readonly title: string;
  readonly source: string;
  readonly body?: string;
  readonly language?: string;
  readonly tokens?: readonly string[];
}
