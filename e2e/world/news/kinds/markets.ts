import type { EventKind, Words } from './kind';

const FALL: Words = {
  titles: [
    '{token} slips {change} to {price}',
    '{token} ({sym}) gives back {change} in a day',
    'Sellers in charge: {token} down {change}',
    '{token} drops toward {level} as buyers step aside',
    'Price of {token} retreats, {high} proves too high',
  ],
  deks: [
    'It is a red day for {token} holders. [At|With] {price}, the coin has [shed|surrendered] {change} since yesterday.',
    '{high} was the [top|ceiling]. Since then {token} has [drifted|slid] to {price} and [few|not many] [seem|appear] in a hurry to buy.',
    '{token} ({sym}) [lost|fell] {change} in 24 hours and [trades|is quoted] at {price}, after a high of {high}.',
    '[Buyers|Bids] [were|are] scarce: {token} [stands|is] at {price}, {change} [lower than|below] a day ago.',
    'After {high} came the [turn|retreat]. {token} [costs|is worth] {price} now.',
  ],
  facts: [
    'The day’s low [was|came in at] {low}. [Below|Under] it, [traders|chart readers] [look|are looking] to {level}, where [orders|bids] have [gathered|piled up].',
    'No [single|one] piece of news [explains|accounts for] the move. {desk} [points|refers] to [thin|shallow] books and [positions|leverage] that had [grown|built up] [over the weekend|in recent days].',
    '[Leveraged|Borrowed] long positions worth {m1} were [closed by force|liquidated] across venues. That is [less|lower] than on [comparable|similar] days this year.',
  ],
};

export const MARKET_KINDS: readonly EventKind[] = [
  {
    id: 'price-move',
    theme: 'markets',
    tokens: ['major', 'chain', 'meme'],
    figures: { m1: [14, 160] },
    categories: ['Markets', 'Price'],
    titles: [
      '{token} climbs {change} to {price}',
      '{token} ({sym}) gains {change} in a day',
      'Buyers return: {token} up {change}',
      '{token} trades above {level} as sellers run dry',
      'Price of {token} recovers from {low}',
    ],
    deks: [
      'It is a green day for {token} holders. [At|With] {price}, the coin has [added|put on] {change} since yesterday.',
      '{low} was the [floor|bottom]. Since then {token} has [worked|fought] its way to {price}, and [few|not many] [seem|appear] in a hurry to sell.',
      '{token} ({sym}) [rose|gained] {change} in 24 hours and [trades|is quoted] at {price}, after a low of {low}.',
      '[Sellers|Offers] [were|are] scarce: {token} [stands|is] at {price}, {change} [higher than|above] a day ago.',
      'From {low} the [way|path] led up. {token} [costs|is worth] {price} now.',
    ],
    facts: [
      'The day’s high [was|came in at] {high}. [Above|Beyond] it there is [little|not much] [resistance|supply] until the [next|nearest] round number, [traders|chart readers] [say|argue].',
      'No [single|one] piece of news [explains|accounts for] the move. {desk} [points|refers] to [spot|cash] buying in [Asian|European] hours and [falling|shrinking] exchange balances.',
      '[Short|Bearish] positions worth {m1} were [closed by force|liquidated] across venues. [Funding|The cost of leverage] [remains|is] [moderate|modest].',
    ],
    whenDown: FALL,
  },
  {
    id: 'alt-move',
    theme: 'markets',
    tokens: ['ai', 'gaming', 'scaling', 'infrastructure', 'defi'],
    figures: { m1: [2, 30] },
    categories: ['Altcoins', 'Price'],
    titles: [
      '{token} ({sym}) up {change}, now at {price}',
      '{token} outruns the market with a gain of {change}',
      'Altcoin watch: {token} climbs to {price}',
      '{token} ({sym}) price touches {high}',
    ],
    deks: [
      '{token} ({sym}) is [among|one of] the [stronger|better] coins of the day: {change} higher at {price}.',
      'The {token} coin [traded|moved] between {low} and {high} and [ended|finished] near the top of that range.',
    ],
    facts: [
      'Volume [rose|picked up] [with|along with] the price. [Perpetual|Futures] [funding|premiums] [turned|went] [slightly|a touch] positive.',
      'The [sector|group] as a whole [did|fared] [less|not so] well. {desk} [sees|reads] [rotation|a rotation] by short-term [traders|money], not [a trend|a change of trend].',
      'The [order book|book] is [thin|shallow]: a [sale|market order] of {m1} would [move|shift] {sym} [visibly|noticeably].',
    ],
    whenDown: {
      titles: [
        '{token} ({sym}) down {change}, now at {price}',
        '{token} lags the market with a loss of {change}',
        'Altcoin watch: {token} slides to {price}',
        '{token} ({sym}) price touches {low}',
      ],
      deks: [
        '{token} ({sym}) is [among|one of] the [weaker|softer] coins of the day: {change} lower at {price}.',
        'The {token} coin [traded|moved] between {high} and {low} and [ended|finished] near the bottom of that range.',
      ],
      facts: [
        'Volume [stayed|remained] [low|thin]. [Perpetual|Futures] [funding|premiums] [turned|went] [slightly|a touch] negative.',
        'The [sector|group] as a whole [held up|fared] better. {desk} [speaks|talks] of [profit-taking|tired buyers] after [two|several] good weeks.',
        'The [order book|book] is [thin|shallow]: a [sale|market order] of {m1} would [move|shift] {sym} [visibly|noticeably].',
      ],
    },
  },
  {
    id: 'price-forecast',
    solo: true,
    theme: 'markets',
    tokens: ['major', 'chain', 'meme', 'ai'],
    categories: ['Analysis', 'Price'],
    titles: [
      '{token} ({sym}) chart check: {low} holds, {high} is next',
      '{token} price analysis: the range between {low} and {high}',
      'What the {token} chart says about {level}',
      'Three levels to watch on the {token} ({sym}) chart',
    ],
    deks: [
      'The {token} ({sym}) chart has [drawn|left] a range from {low} to {high}. [Both|Either] [ends|edges] [matter|count] this week.',
      'At {price}, {token} is [in|near] the middle of its range. A look at {level} and [what lies beyond|the levels beside it].',
    ],
    facts: [
      'Support [lies|sits] at {low}. It [held|was tested] [twice|three times] [on|in] the [hourly|four-hour] chart and [drew|attracted] buyers [each|every] time.',
      'Resistance [waits|stands] at {high}; [beyond|above] it the [volume|traded volume] is [thin|low], so a [break|breakout] [may|could] run [fast|quickly].',
      'The relative strength index is [neutral|in the middle]. [Round|Whole] numbers such as {level} [attract|draw] orders and [with them|thereby] [short|brief] spikes.',
    ],
  },
  {
    id: 'options-expiry',
    theme: 'markets',
    tokens: ['major'],
    figures: { m1: [1_800, 14_500], n1: [42, 78] },
    categories: ['Derivatives', 'Markets'],
    titles: [
      '{m1} of {token} options expire on {date}',
      '{token} options: {m1} expiry puts {level} in focus',
      'Big expiry ahead for {token} with {m1} at stake',
      'Max pain near {level} as {token} options run out',
    ],
    deks: [
      'Options on {token} ({sym}) with a nominal value of {m1} [run out|expire] on {date}. [Most|The bulk of the] open interest [sits|lies] around {level}.',
      'For every hundred calls there are {n1} puts: {token} traders [go|head] into the expiry [in good spirits|without fear].',
    ],
    facts: [
      'Dealers who are [long|owners of] options [sell|hedge by selling] into strength and buy weakness near {level}. That [dampens|calms] the [price|market] until the [day|hour] [has passed|is over].',
      'Implied volatility [fell|dropped] to the [lowest|lower end] of the [quarter|year]. [Cheap|Low-priced] [insurance|protection] is [in|finding] demand [nevertheless|all the same].',
      '{token} [traded|stood] at {price} when the [figures|tables] were [compiled|drawn up].',
    ],
  },
  {
    id: 'funding-rates',
    theme: 'markets',
    tokens: ['major', 'meme', { id: 'solana' }],
    figures: { p1: [6, 34], m1: [300, 2_600] },
    categories: ['Derivatives', 'Data'],
    titles: [
      '{token} funding rate climbs to {p1} a year',
      'Traders pay {p1} to stay long {token}',
      'Leverage in {token} ({sym}) builds: open interest up {m1}',
      '{token} perpetuals show {m1} of new positions',
    ],
    deks: [
      'Holders of long {token} ({sym}) perpetuals [pay|are charged] {p1} a year; open interest [grew|rose] by {m1}.',
      'The [price of|charge for] leverage in {token} is [rising|going up]. {desk} [calls|finds] it "[warm, not hot|elevated, not extreme]".',
    ],
    facts: [
      'A rate of {p1} [makes|turns] the [basis trade|cash-and-carry] attractive: [buy|long] spot, [sell|short] the perpetual, [collect|take] the difference.',
      'Open interest [grew|went up] [faster|more] than the price, [often|usually] a [sign|mark] of [late|impatient] buyers. {m1} [was|were] added in a week.',
      'A [move|slide] to {low} would [reach|hit] the [first|nearest] cluster of stop orders, {desk} [estimates|says].',
    ],
  },
  {
    id: 'liquidations',
    theme: 'markets',
    figures: { m1: [110, 920], n1: [48_000, 260_000], p1: [52, 83] },
    categories: ['Derivatives', 'Markets'],
    titles: [
      '{m1} liquidated in a day across crypto futures',
      '{n1} traders lose their positions within 24 hours',
      'Leverage flushed: {m1} of futures closed by force',
      'Liquidations reach {m1}, {p1} of them longs',
    ],
    deks: [
      'Futures positions worth {m1} were [closed|liquidated] in 24 hours, {p1} of them [bets|wagers] on rising prices.',
      '{n1} accounts were [affected|hit]. The [largest|biggest] single [order|position] [stood|was] on a smaller venue.',
      'A [short|sharp] [dip|swing] was enough: {m1} of [borrowed|leveraged] bets [vanished|disappeared] and {n1} [people|traders] with them.',
    ],
    facts: [
      'Venues [report|publish] [only|just] part of their liquidations, so the {m1} [is|are] a [lower|minimum] bound, {desk} [says|explains].',
      '[Most|The bulk] [fell|happened] within a [single|quiet] hour in which books were [thin|half empty]. Prices [recovered|came back] [part|some] of the way [soon|quickly].',
      'Of the [total|sum], {p1} [were|had been] long. [Auto-deleveraging|Forced matching] was [not needed|not triggered] on [any|the] large venue.',
    ],
  },
  {
    id: 'dominance',
    rare: true,
    theme: 'markets',
    tokens: [{ id: 'bitcoin' }],
    figures: { p1: [54, 61], d2: [0.3, 1.6] },
    categories: ['Markets', 'Altcoins'],
    titles: [
      'Bitcoin dominance at {p1} as small coins lag',
      'Bitcoin’s share of the market rises to {p1}',
      'No altcoin season: Bitcoin dominance reaches {p1}',
      'Money hides in Bitcoin: dominance up {d2} points',
    ],
    deks: [
      'Bitcoin now [makes up|accounts for] {p1} of the value of all coins, {d2} points more than a month ago.',
      '[Those|Traders] who [hoped|waited] for small coins [must|will have to] wait [on|longer]: Bitcoin’s share [grows|keeps growing].',
    ],
    facts: [
      '[Funds|Listed funds] [buy|take in] Bitcoin [first|above all]. [New|Freshly issued] coins [spread|divide] the [remaining|rest of the] money over [ever more|more and more] names.',
      'In [past|earlier] cycles the share [turned|peaked] [months|some months] after a high in Bitcoin. Whether [that|the pattern] still [holds|applies] is [disputed|an open question].',
      'Bitcoin [itself|for its part] [trades|is] at {price}, {change} [from|off] yesterday.',
    ],
  },
  {
    id: 'quiet-weekend',
    rare: true,
    theme: 'markets',
    tokens: ['major'],
    figures: { p1: [18, 36] },
    categories: ['Markets'],
    titles: [
      '{token} volatility sinks to {p1}, a yearly low',
      'Calm before what? {token} hardly moves',
      '{token} stuck near {price} as volatility fades',
      'Narrow range for {token} ({sym}): {low} to {high}',
    ],
    deks: [
      '{token} ({sym}) [has|had] [spent|passed] the day between {low} and {high}. Yearly volatility is [down|at] {p1}.',
      '[Hardly|Scarcely] a [ripple|move]: at {price}, {token} is [where|about where] it [was|stood] a week ago.',
    ],
    facts: [
      '[Quiet|Calm] phases [end|finish], [but|though] [nothing|no chart] says when. {desk} [found|counted] [nine|eleven] such phases in five years; the [longest|longest one] [lasted|took] 41 days.',
      'Sellers of options [earn|make] [less|little]. [Some|A few] [turn|move] to smaller coins, where [premiums|prices of options] are [higher|better].',
      'Books are [deep|well filled] [on both sides|above and below]: [large|big] orders [move|shift] the price [less|by less] than in [spring|the first half of the year].',
    ],
  },
];
