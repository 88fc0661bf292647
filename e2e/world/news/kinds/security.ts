import type { EventKind } from './kind';

export const SECURITY_KINDS: readonly EventKind[] = [
  {
    id: 'bridge-exploit',
    theme: 'security',
    figures: { m1: [2, 46], n1: [11, 58], p1: [12, 60] },
    categories: ['Security', 'Hacks'],
    titles: [
      '{protocol} bridge drained of {m1}',
      'Attacker takes {m1} from {protocol}; bridge halted',
      '{protocol} exploit: {m1} gone in {n1} minutes',
      'Cross-chain bridge {protocol} loses {m1} to a forged message',
      '{m1} stolen from {protocol}, team offers a bounty',
    ],
    deks: [
      'An attacker [took|removed|drained] {m1} from the {protocol} bridge [on {day}|within {n1} minutes] by [passing off|presenting] a forged message as a valid one.',
      '{protocol} [stopped|paused] its bridge after {m1} [left|vanished from] its vaults; the team [offers|is offering] {p1} for the return of the rest.',
      'The [thief|attacker] needed {n1} minutes. {auditor} [says|found] a check of the sender was [skipped|missing] on one route.',
      '{m1} [is|has] gone from the cross-chain bridge {protocol}. Its makers [shut|stopped] it and [hope|ask] for the money back, less {p1}.',
      'Nobody [noticed|raised an alarm] for {n1} minutes. By then [somebody|a stranger] had [emptied|cleared] {protocol} of {m1}.',
    ],
    facts: [
      '{auditor} [traced|followed] the [funds|money] to [two|three] fresh addresses. [Roughly|About] {p1} [has|had] been [swapped|exchanged] into ether [before|by the time] the bridge was [stopped|paused].',
      'The [flaw|bug] sat in a [contract|module] that [reads|accepts] messages from a smaller chain. It [accepted|let through] a message [whose|with a] sender [nobody had checked|that was never verified].',
      '"[We have paused everything that can move funds|All contracts that move funds are paused]," [the team|{protocol}] [wrote|said]. Users [need not|do not have to] [act|do anything], but should [revoke|withdraw] old approvals.',
      'The protocol [keeps|holds] a [reserve|safety fund] that would cover [part|some] of the {m1}. A [plan|vote] on [compensation|making users whole] is [promised|due] within the week.',
    ],
  },
  {
    id: 'front-end-phishing',
    theme: 'security',
    figures: { n1: [40, 310], m1: [1, 6], n2: [2, 9] },
    categories: ['Security', 'Phishing'],
    titles: [
      'Fake {protocol} site empties {n1} wallets',
      '{protocol} warns of a hijacked front end',
      'DNS attack on {protocol} costs users {m1}',
      'Users of {protocol} told to revoke approvals after site hijack',
    ],
    deks: [
      'For {n2} hours the [web address|domain] of {protocol} led to a [copy|fake] that asked for approvals; {n1} wallets [signed|fell for it].',
      'The contracts of {protocol} were [never|not] touched. The [site|web page] was, and {m1} is gone.',
    ],
    facts: [
      'The attackers [talked|bluffed] their way into the registrar’s [support|help] desk and [changed|moved] the name servers. [Browsers|Wallets] [began|started] to [warn|show a warning] after {n2} hours.',
      '{auditor} [published|put out] a list of addresses that [should|must] be [revoked|removed]. {n1} wallets [have signed|signed] at least one [bad|malicious] approval.',
      'The team now [pins|publishes] the site’s hash [on chain|in a contract] and [asks|urges] users to [check|compare] it. Losses [come to|total] {m1}.',
    ],
  },
  {
    id: 'oracle-manipulation',
    theme: 'security',
    figures: { m1: [1, 19], n1: [2, 6], p1: [180, 900] },
    categories: ['Security', 'DeFi'],
    titles: [
      'Price trick costs lender {protocol} {m1}',
      '{protocol} left with {m1} of bad debt after oracle attack',
      'Thin market, big loan: how {protocol} lost {m1}',
      '{protocol} freezes one market after price manipulation',
    ],
    deks: [
      'Someone [pushed up|inflated] the price of a thinly traded token by {p1}, borrowed against it at {protocol} and [left|walked away with] {m1}.',
      'The lending market {protocol} [has|sits on] {m1} of debt that [nobody|no one] will repay, after {n1} trades moved its price feed.',
    ],
    facts: [
      'It took {n1} trades in a [shallow|thin] pool to [lift|raise] the collateral by {p1}. The [loan|credit] was taken [in the same block|seconds later].',
      '{auditor} had [flagged|pointed out] the [feed|pool] in spring. The [vote|proposal] to [replace|change] it [failed|fell short] for lack of a quorum.',
      'The market is [frozen|closed]; others [are not affected|work as usual]. A [treasury|reserve] vote will decide who [bears|carries] the {m1}.',
    ],
  },
  {
    id: 'funds-returned',
    theme: 'security',
    figures: { m1: [2, 33], p1: [5, 12], n1: [20, 70] },
    categories: ['Security'],
    titles: [
      '{protocol} attacker returns {m1}, keeps {p1} as a bounty',
      'Hacker hands back {m1} to {protocol}',
      '{protocol} recovers {m1} after {n1} hours of talks',
      'Deal on chain: {protocol} gets {m1} back',
    ],
    deks: [
      '{n1} hours after the attack, {m1} is back with {protocol}. The [attacker|sender] keeps {p1} and will not be pursued, the team says.',
      'The [talks|negotiations] took place [in the open|in transaction notes]. They ended with {m1} [sent home|returned].',
    ],
    facts: [
      'The [return|refund] came in [four|three] transactions, the first [a test of one dollar|only a dollar]. {auditor} [confirmed|checked] the [sum|total].',
      'Withdrawals [reopen|resume] [in stages|step by step] after a [second|fresh] review. Users [will get|receive] [everything|their deposits in full], the team [promises|says].',
      '[Lawyers|Legal experts] [doubt|question] whether a bounty [agreed|negotiated] after the fact [protects|shields] anyone. Paying {p1} has [become|turned into] [customary|the custom] [nonetheless|all the same].',
    ],
  },
  {
    id: 'audit-finding',
    rare: true,
    theme: 'security',
    figures: { n1: [3, 14], n2: [2, 11] },
    categories: ['Security', 'Development'],
    titles: [
      '{auditor} finds {n1} flaws in a popular vault library',
      'Vault library patched after review by {auditor}',
      'Audit of shared code turns up {n1} issues, {n2} projects affected',
      'One library, {n2} projects: {auditor} report prompts patches',
    ],
    deks: [
      'A review by {auditor} [found|lists] {n1} [issues|flaws] in code that {n2} projects share. None is [known|reported] to have been used.',
      '{n2} teams [shipped|released] fixes on {day} before the [report|findings] went public.',
    ],
    facts: [
      'The [most serious|worst] of the {n1} [let|allowed] a first depositor [round|shift] the share price in [their|its] favour. The [remedy|fix] is [a few lines|six lines] long.',
      '[All|Every one of] {n2} projects [had|were given] two weeks’ [notice|warning]. "[Nobody leaked, everybody patched|No leak, and everyone patched]," [an engineer at {auditor}|{auditor}] [said|wrote].',
      'The [library|code] is [maintained|looked after] by [volunteers|a small group of volunteers]. {auditor} [waived|did not charge] its fee.',
    ],
  },
  {
    id: 'wallet-disclosure',
    theme: 'security',
    figures: { n1: [4, 20], p1: [60, 94] },
    categories: ['Security', 'Wallets'],
    titles: [
      'Hardware wallet maker {startup} patches a side channel',
      '{startup} ships firmware fix after lab extracts a key',
      'Update now: {startup} closes a hole in its signing chip',
      'Researchers needed {n1} hours with the device, {startup} says',
    ],
    deks: [
      'Researchers [read|extracted] a key from a {startup} device after {n1} hours in the laboratory. New firmware [closes|ends] the [hole|leak].',
      '{startup} [says|reports] that {p1} of active devices [already|by now] run the [patched|corrected] firmware.',
    ],
    facts: [
      'The attack [needs|takes] the device itself, {n1} hours and [equipment|tools] [worth as much as a small car|few hobbyists own]. [A passphrase|An extra passphrase] [defeats|stops] it.',
      '{auditor} [reported|disclosed] the [problem|finding] ninety days ago. {startup} [paid|awarded] the [top|highest] bounty on its list.',
      'So far {p1} of [owners|devices] [have updated|are up to date]. The [company|maker] will [stop|end] support for the oldest model [next year|in the new year].',
    ],
  },
];
