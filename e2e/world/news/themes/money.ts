import type { ThemeWords } from './theme-words';

export const FUNDS: ThemeWords = {
  headings: ['What drives the flows', 'Behind the numbers', 'How the funds compare', 'Why it matters'],
  contexts: [
    'Listed funds have [changed|altered] who sets the [price|tone]: [pension plans|advisers] [rebalance|act] by the calendar, not by the [chart|mood].',
    'A fund’s flow is [yesterday’s|old] news by the time it is [printed|known]. Market makers [hedge|cover] within minutes of an order.',
    'Fees have [fallen|come down] to a level where only size [pays|earns money]. [Mergers|Closures] among the [smaller|small] issuers are [likely|a matter of time].',
    'Advisers [tell|advise] clients to keep such products [below|under] five percent of a portfolio. [Surveys|Polls] suggest most [do|stay there].',
    'Flows and prices [move|go] together on [most|many] days, which [says|proves] nothing about which [comes|was] first.',
  ],
  quotes: [
    'We see orders from people who have never owned a wallet, and do not want one',
    'The first year was about curiosity. This one is about allocation',
    'A flow is a fact. The story about the flow is usually made up afterwards',
    'Nobody calls us about price targets any more. They call about custody',
  ],
  points: [
    'Flows are reported with a day’s delay',
    'Creations and redemptions happen in cash or in kind',
    'Fees range from a fifth of a percent to one percent',
    'Custody is spread over several providers',
    'Products differ in how they treat staking',
  ],
  outlooks: [
    'The next [figures|tally] [come|comes] [after|with] the close on the [following|next] business day.',
    '[Month-end|The end of the month] [brings|means] rebalancing, so [single|individual] days [say|tell] less than usual.',
    'Issuers [meet|speak with] the [regulator|authority] again [next month|in December]; the agenda [has|lists] in-kind creation at the top.',
    '[Watch|Keep an eye on] the smaller issuers: if they [gain|grow] too, the [demand|buying] is broad.',
  ],
};

export const VENUES: ThemeWords = {
  headings: ['What customers should do', 'The small print', 'Competition among venues', 'Background'],
  contexts: [
    'Exchanges [compete|fight] on fees, [breadth|choice] and trust, [roughly|more or less] in that order in good times and in [reverse|the opposite order] in bad ones.',
    '[Volume|Turnover] has [moved|shifted] to fewer venues this year. The [five|four] largest [handle|match] about two thirds of spot trading.',
    '[Custody|Safekeeping] is [watched|examined] more closely since several [smaller|regional] venues [closed|gave up] in the past two years.',
    '[Listings|A listing] used to [move|lift] prices for days. [Today|Now] the effect is [mostly|largely] gone within the hour.',
    'The order book is only as good as those who [quote|stand] in it. [Incentives|Rebates] for market makers are [therefore|for that reason] a [closely|well] guarded [secret|number].',
  ],
  quotes: [
    'We would rather list late than twice',
    'Liquidity is a promise somebody has to keep at three in the morning',
    'Customers forgive high fees sooner than a frozen withdrawal',
    'A quiet market is a cost, and we have stopped paying for it',
  ],
  points: [
    'Withdrawals stay open throughout',
    'Check the network before you deposit',
    'No action is needed for existing balances',
    'Application keys keep their permissions',
    'The schedule may shift if liquidity is thin',
  ],
  outlooks: [
    'The exchange will [publish|post] an update [on its status page|in its notices] before [anything|the schedule] changes.',
    '[Further|More] [changes|announcements] are [planned|expected] [before|by] the end of the quarter.',
    'Rivals are [likely|expected] to [follow|respond] within weeks, [as they have|as is usual].',
    'Customers with [questions|open orders] should [write to|contact] support [early|in good time].',
  ],
};

export const FUNDING: ThemeWords = {
  headings: ['What the company does', 'The investors', 'A difficult market', 'What comes next'],
  contexts: [
    'Venture money for the [sector|field] is [about|roughly] half of what it was at the peak, and [goes|flows] to [fewer|a smaller number of] companies.',
    'Investors [ask|want to hear] about revenue in the first meeting [again|now]. [Token|Coin] plans [come|follow] later, if [at all|ever].',
    '[Payments|Settlement], custody and [data|compliance] [attract|draw] most of the [money|capital]; [games|consumer apps] [hardly|scarcely] any.',
    'Rounds [take|need] longer: [five|six] months from first call to signature, [twice|double] the time of three years ago.',
    'Larger companies [buy|acquire] [teams|people] rather than products, [lawyers|advisers] who [draft|write] such contracts say.',
  ],
  quotes: [
    'We looked for a business that would exist without a chain, and is better with one',
    'The pitch deck had one slide about the market and eleven about the customers',
    'We priced the round so that nobody has to be a genius next time',
    'It is a plumbing company. We like plumbing',
  ],
  points: [
    'The valuation was not disclosed',
    'No token is planned',
    'Part of the money goes into licences',
    'The team will grow over the next year',
    'Closing is subject to approval',
  ],
  outlooks: [
    'The next [milestone|goal] is a [licence|second market], [hoped for|planned] [in spring|within six months].',
    'Whether the [model|plan] [works|holds] will [show|be seen] once the [pilot|trial] [customers|users] have to pay.',
    '[Competitors|Rivals] are [raising|looking for money] too; [some|a few] of them will [merge|join forces].',
    'The company [intends|plans] to [report|publish] [figures|its numbers] once a year from now on.',
  ],
};

export const MACRO: ThemeWords = {
  headings: [
    'How markets reacted',
    'The detail that matters',
    'What it means for risk assets',
    'The calendar ahead',
  ],
  contexts: [
    'Markets [trade|live on] the [difference|gap] between a figure and what was [expected|forecast], not the figure [itself|as such].',
    'Since [summer|mid-year] [long|longer] yields have [moved|gone] sideways. [Shares|Equities] [liked|welcomed] that, [currencies|the currency market] [less so|less].',
    'Digital assets have [followed|tracked] [technology|growth] shares on [most|many] macro days this year, with [larger|wider] swings.',
    'Central banks [speak|talk] of [patience|caution]. Traders [hear|read] [what they like|whatever suits them].',
    '[Energy|Oil] has [turned|gone] from a [burden|worry] to a help for the [price|inflation] figures. [That|The effect] [fades|wears off] in spring.',
  ],
  quotes: [
    'One number does not make a trend, but it can ruin a trade',
    'The bar for a cut is lower than the bar for a surprise',
    'We have stopped forecasting the meeting and started forecasting the press conference',
    'Liquidity decides more than the level of rates',
  ],
  points: [
    'The figure came in close to forecasts',
    'Bond yields slipped in the first minutes',
    'The next meeting is in six weeks',
    'Revisions matter as much as headlines',
    'Currency markets moved most',
  ],
  outlooks: [
    'The [next|following] date is the [price|labour market] report [in two weeks|early next month].',
    '[Speeches|Remarks] by policy makers [fill|are due on] the rest of the week.',
    '[Positioning|Positions] [is|are] light [ahead of|before] the holidays, which [can|may] [exaggerate|enlarge] moves.',
    '[Economists|Strategists] will [update|revise] their [paths|forecasts] [by|before] the weekend.',
  ],
};
