import type { ThemeWords } from './theme-words';

export const MARKETS: ThemeWords = {
  headings: ['Levels to watch', 'Derivatives', 'What traders say', 'The wider market'],
  contexts: [
    'Liquidity is [concentrated|at its best] in the hours when Europe and America [overlap|trade together]. Outside them [small|modest] orders [move|shift] more.',
    'The [market|whole market] has [learned|got used] to living with [wide|broad] ranges. A [move|swing] of two percent no longer [makes|is] a headline in itself.',
    '[Spot|Cash] volume [leads|was ahead of] futures this week, which [traders|desks] [take|read] as the [healthier|sounder] kind of move.',
    'Correlations between coins have [fallen|come down] since [summer|July]. [Picking|Choosing] [pays|is rewarded] again, and so does [not losing|patience].',
    'Market makers [quote|show] [tighter|narrower] spreads than a year ago, but [pull|withdraw] them [faster|sooner] when it [gets|turns] rough.',
  ],
  quotes: [
    'Nobody rings a bell, but the order book clears its throat',
    'Most of what we call resistance is other people’s round numbers',
    'The move came first and the reasons queued up behind it',
    'I trust volume more than lines on a chart',
  ],
  points: [
    'Volume was above the weekly average',
    'Funding rates stay moderate',
    'Round numbers attract orders',
    'Books are thin in Asian hours',
    'Correlation with shares has eased',
  ],
  outlooks: [
    'The [weekly|next weekly] close will [tell|show] whether the [move|break] [holds|counts].',
    'Macro [data|figures] later this week [may|could] [set|decide] the direction.',
    'Until then [traders|desks] [expect|look for] [more of the same|a narrow range].',
    'A [close|daily close] beyond the day’s [range|extremes] would [open|clear] the way to the next [round number|level].',
  ],
};

export const STABLECOINS: ThemeWords = {
  headings: ['Where the money sits', 'Reserves', 'Payments rather than trading', 'The rules'],
  contexts: [
    'Stablecoins [began|started] as [chips|a tool] for traders. [Payments|Wages and invoices] now [make up|account for] a growing part of their use.',
    'An issuer [lives on|earns] the interest of its reserves. [Falling|Lower] rates would [hurt|cut into] that [business|income] [at once|directly].',
    'Supply [follows|tracks] demand with little delay, [because|since] large customers [create|mint] and redeem at par.',
    'Small [deviations|gaps] from the peg [close|vanish] within [minutes|the hour] as long as redemption [works|is open].',
    '[Banks|Lenders] [want|intend] to [issue|offer] coins of their own, [preferably|ideally] ones that [never|do not] leave their books.',
  ],
  quotes: [
    'A stablecoin is a promise with an address',
    'Customers ask how fast, not on which chain',
    'Reserves should be so dull that nobody writes about them',
    'The interesting part happens when everyone wants out at once, so we rehearse that',
  ],
  points: [
    'Redemption at par around the clock',
    'Reserves are reported monthly',
    'Most supply sits on two networks',
    'Interest is not passed on to holders',
    'Business customers come first',
  ],
  outlooks: [
    'The next reserve [report|attestation] is [due|expected] [in four weeks|next month].',
    'New rules [take|come into] effect [in stages|step by step] [over|during] the coming year.',
    '[More|Further] banks have [announced|hinted at] [similar|comparable] plans.',
    'If rates [fall|go down], [fees|issuers’ fees] may [return|come back].',
  ],
};

export const DEFI: ThemeWords = {
  headings: ['Incentives', 'Risks', 'By the numbers', 'What the community says'],
  contexts: [
    'Deposits [chase|follow] yield and [leave|move on] with it. What [stays|remains] after the incentives [end|stop] is the [figure|number] that counts.',
    'Governance is [slow|lengthy] by design, and [slower|longer] still by [habit|custom]. [Quorums|A quorum] [remain|remains] the [bottleneck|hurdle].',
    'Risk has [moved|shifted] from contracts to [collateral|price feeds]: [thin|illiquid] coins [make|are] bad security.',
    'Interfaces have [improved|become better] so much that [many|some] users no longer [know|see] which protocol they [use|are in].',
    '[Fees|Protocol fees] [go|flow] to holders [more|more and more] often. [Lawyers|Legal advisers] [watch|follow] that with [interest|a frown].',
  ],
  quotes: [
    'Yield without a source is somebody else’s exit',
    'We measure what stays after the rewards stop',
    'Parameters are policy. Vote as if they were',
    'The boring markets carry the interesting ones',
  ],
  points: [
    'Rewards end on a fixed date',
    'The contracts were audited twice',
    'Large depositors dominate',
    'Collateral factors are unchanged',
    'A timelock of two days applies',
  ],
  outlooks: [
    'A [vote|proposal] on the next [parameters|steps] [opens|starts] [next week|within days].',
    '[Rewards|Incentives] [fall|shrink] in [January|the new year]; then it will [show|be seen] who stays.',
    'The [team|developers] [plan|intend] [a second|another] audit [before|ahead of] raising the [caps|limits].',
    '[Data|Figures] for the month will be [out|available] [on the first|in a few days].',
  ],
};

export const REGULATION: ThemeWords = {
  headings: ['What the text says', 'Reactions', 'Who is affected', 'The timetable'],
  contexts: [
    'Rules for digital assets [differ|vary] less from country to country than two years ago, [partly|in part] because [everyone|all] [copies|reads] the same [drafts|papers].',
    'Firms [ask|call] for clarity and [complain|sigh] when it [comes|arrives]. [Compliance|Legal] departments have [doubled|grown] [either way|in any case].',
    'Small [companies|firms] [bear|carry] the [same|full] paperwork with [fewer|a handful of] people. [Waivers|Thresholds] are [therefore|for that reason] the [most|hotly] disputed [part|paragraphs].',
    'Supervisors [share|exchange] more than they used to. A [refusal|no] in one country [travels|gets around] [quickly|fast].',
    '[Consumer|Customer] groups [find|call] the [pace|speed] [slow|too slow], the industry [rushed|hasty]. Both [sent|wrote] long letters.',
  ],
  quotes: [
    'A rule you can explain in a sentence is a rule people will follow',
    'We do not mind strict. We mind vague',
    'It took longer than we wanted and came out better than we feared',
    'The forms are the policy',
  ],
  points: [
    'Existing customers have a transition period',
    'Small firms get longer deadlines',
    'Comments are published',
    'Fines depend on revenue',
    'A review follows after two years',
  ],
  outlooks: [
    '[Parliament|Lawmakers] will [return to|take up] the [matter|subject] [after|once] the [recess|holidays] [end|are over].',
    'A [revised|second] version is [expected|due] [in spring|before summer].',
    'Firms have [until|time until] the end of the [year|quarter] to [respond|answer].',
    '[Neighbouring|Other] countries are [preparing|working on] [similar|like] rules.',
  ],
};

export const CULTURE: ThemeWords = {
  headings: ['In short', 'A closer look', 'Why now', 'One more thing'],
  contexts: [
    'The [field|industry] is [old|grown-up] enough to have [habits|traditions], and young enough to [doubt|question] them.',
    '[Language|Words] [give|gives] it away: where [people|they] said "revolution", they [now|today] say "[process|workflow]".',
    'What [ordinary|normal] users [want|need] has [changed|altered] little: it should be [cheap|quick], it should [work|hold], and someone should [answer|reply].',
    'It is [easy|tempting] to [mock|laugh at] early [versions|attempts]. [Everything|All] that works today was once [one|an early version].',
    'There is [room|space] for [slowness|patience], [even|also] here. [Perhaps|Maybe] that is the news.',
  ],
  quotes: [
    'Good tools teach you without a lecture',
    'I came for the price and stayed for the people',
    'If you cannot explain it to your aunt, it is not finished',
    'Half of progress is better defaults',
  ],
  points: [
    'Write down how to recover before you deposit',
    'Start small',
    'Ask who can change the rules',
    'Read the date before the headline',
    'Keep a second device',
  ],
  outlooks: [
    '[Readers|Those] who [disagree|see it differently] are [invited|welcome] to [write|reply]; the best [letters|answers] [appear|will appear] here.',
    'We will [come back|return] to [this|the subject] [when|once] there is more to [say|report].',
    '[More|Further] [notes|pieces] of this kind [follow|appear] each week.',
    'The [conversation|discussion] [goes on|continues] [elsewhere|in the corridor].',
  ],
};
