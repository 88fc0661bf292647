import type { EventKind } from './kind';

export const CULTURE_KINDS: readonly EventKind[] = [
  {
    id: 'opinion-self-custody',
    rare: true,
    solo: true,
    theme: 'culture',
    categories: ['Opinion'],
    titles: [
      'Opinion: self-custody is a skill, not a slogan',
      'Opinion: the seed phrase has had its day',
      'Opinion: teach people to lose a small wallet first',
      'Opinion: keys are easy, heirs are hard',
    ],
    deks: [
      'We tell beginners to hold their own keys and then [leave|let] them alone with twelve words. That is [not|hardly] good enough.',
      'Whoever holds keys should [practise|rehearse] losing them. A [plea|case] for fire drills.',
    ],
    facts: [
      'The [honest|plain] truth is that most [losses|lost coins] [come|stem] from [ordinary|everyday] accidents: a [move|new flat], a [flood|broken pipe], a [death|funeral].',
      'Good [tools|wallets] [ask|make] you to [restore|recover] before they [let|allow] you to deposit. It takes [ten|five] minutes and [saves|spares] a lifetime of [regret|worry].',
      '[None|Nothing] of this [needs|requires] a new [standard|protocol]. It [needs|takes] [manners|habits], and someone to [ask|call].',
    ],
  },
  {
    id: 'op-ed-audits',
    rare: true,
    solo: true,
    theme: 'culture',
    categories: ['Opinion', 'Security'],
    titles: [
      'Op-ed: an audit is a snapshot, not a shield',
      'Op-ed: stop printing auditors’ logos like medals',
      'Op-ed: an audit answers one question, ask two more',
      'Op-ed: three questions to ask before you deposit',
    ],
    deks: [
      'Nearly every protocol that was robbed this year had been audited. The [fault|mistake] lies in what we [think|believe] the word means.',
      'An audit [answers|settles] one question on one [day|afternoon]. We [keep|go on] treating it as a guarantee.',
    ],
    facts: [
      'Ask who [can|may] change the code [tomorrow|after the audit]. If the answer is "[three people|a group chat]", the [report|audit] in the footer is [decoration|an ornament].',
      'Ask what [happens|is done] when the price feed [stops|lies]. Ask how [long|much time] you would have to [leave|get out].',
      'The [best|good] teams [publish|show] what the auditors [did not|never] look at. Be [wary|careful] of [those|any] who [do not|never do].',
    ],
  },
  {
    id: 'museum-collection',
    rare: true,
    theme: 'culture',
    figures: { n1: [40, 260], n2: [3, 12] },
    categories: ['Culture', 'NFT'],
    titles: [
      'Museum shows {n1} works of digital art on borrowed screens',
      'Digital art comes to the museum, certificates included',
      '{n1} pieces of on-chain art go on display',
      'A museum learns to store art that lives on a chain',
    ],
    deks: [
      'A museum in {place} [shows|exhibits] {n1} digital works and [explains|tells] how one [keeps|preserves] what [exists|lives] on a chain.',
      'For {n2} months, {n1} works [flicker|glow] in a former [power station|printing hall].',
    ],
    facts: [
      'The [restorers|conservators] [store|keep] the [files|works] on [three|four] [kinds of|different] carriers and the keys in a [safe|vault] [with|under] two [locks|signatures].',
      '[Visitors|Guests] [may|can] [watch|follow] how a work [changes|is altered] with the [traffic|load] of the network. On quiet days it [sleeps|stands still].',
      'The [show|exhibition] [runs|is open] for {n2} months. Admission is free on [Thursdays|the first Sunday of the month].',
    ],
  },
  {
    id: 'game-launch',
    theme: 'culture',
    tokens: ['gaming'],
    impact: [0.3, 2.4],
    figures: { n1: [30_000, 640_000] },
    categories: ['Gaming'],
    titles: [
      '{n1} players try a new game on {token}',
      '{token} ({sym}) gets its busiest game yet',
      'New {token} game draws {n1} players in a weekend',
      'A farming game fills the {token} network',
    ],
    deks: [
      'A [gentle|quiet] farming game on {token} ({sym}) had {n1} players in its first [days|weekend].',
      '[Most|Nearly all] of the {n1} players [never|did not] [notice|see] that [a chain|{token}] [runs|works] [underneath|in the background].',
    ],
    facts: [
      'The studio [pays|covers] the fees. [Objects|Items] can be [traded|sold], [but|though] [nobody|no one] has to: the game [works|plays] without a wallet.',
      '[Critics|Reviewers] [praise|like] the [music|pace] and [mock|tease] the [chickens|turnips]. The servers [held|stood up] well.',
      '{sym} [trades|is quoted] at {price}, [between|inside a range of] {low} and {high} for the day.',
    ],
  },
  {
    id: 'explainer-fees',
    rare: true,
    solo: true,
    theme: 'culture',
    categories: ['Explainer', 'Education'],
    titles: [
      'Explained: where a transaction fee goes',
      'Explained: what happens between "send" and "confirmed"',
      'Explained: who is paid when you press send',
      'Explained: why some transactions hang',
    ],
    deks: [
      'You press send and a few cents [disappear|vanish]. A [short|brief] guide to who gets them, and why it [differs|varies].',
      'No [jargon|formulas]: what [happens|goes on] between the [button|click] and the [tick|confirmation].',
    ],
    facts: [
      'A [transaction|transfer] first [waits|sits] in a [queue|pool]. [Whoever|The one who] [builds|makes] the next block [picks|chooses] from it, as a [rule|habit] the best paid [first|ones].',
      'Part of the fee [may|can] be [destroyed|burned], part [goes|is paid] to those who [secure|run] the network. [Neither|No part] [goes|flows] to a company.',
      'If it [hangs|stalls], you [can|may] send it again with a higher fee and the same number. [Most|Many] wallets [call|label] that "speed up".',
    ],
  },
  {
    id: 'conference-notes',
    rare: true,
    solo: true,
    theme: 'culture',
    figures: { n1: [1_800, 14_000], n2: [60, 310] },
    categories: ['Events'],
    titles: [
      'Conference notebook: {n1} visitors, one topic',
      'What people talked about at this year’s builders’ meeting',
      'Notes from the corridor: less hype, more plumbing',
      '{n2} talks in three days: a conference in review',
    ],
    deks: [
      '{n1} people came to {place}, and [most|nearly all] of them [wanted|came] to talk about [boring|dull] things. That is [good|welcome] news.',
      '[Custody|Keys], [settlement|clearing], [paperwork|forms]: {n2} talks about the plumbing.',
    ],
    facts: [
      'The [longest|largest] queue [formed|stood] [outside|before] a [workshop|session] on [backups|key recovery]. The [party|evening] boat [left|sailed] half empty.',
      '[Start-ups|Young companies] [sold|offered] [software|tools] to [accountants|bookkeepers]. "[Two years ago nobody had an accountant|Nobody had an accountant two years ago]," [an exhibitor|a visitor] [said|laughed].',
      'Next year the meeting [moves|goes] to [a bigger|a larger] hall. The coffee, [regulars|old hands] [hope|pray], [will|is to] improve.',
    ],
  },
];
