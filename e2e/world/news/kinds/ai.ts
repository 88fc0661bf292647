import type { EventKind } from './kind';

/** About artificial intelligence, and about no token: two letters are not a coin. */
export const AI_KINDS: readonly EventKind[] = [
  {
    id: 'ai-data-centre',
    theme: 'ai',
    figures: { n1: [120, 900], n2: [2, 5] },
    categories: ['AI', 'Energy'],
    titles: [
      'AI data centres ask for {n1} megawatts in {place}',
      'Grid operator slows AI building boom in {place}',
      'Power, not chips, is the bottleneck for AI',
      '{n1} MW requested: AI reaches the limits of the grid',
    ],
    deks: [
      'Operators of data centres for AI have [applied|asked] for {n1} megawatts in {place}. The grid can [give|supply] a [third|fraction] of it.',
      'It takes {n2} years to build a line and [one|a single] to build a hall. AI [runs|comes] up against [wires|cables].',
    ],
    facts: [
      'The operator will [rank|sort] [requests|applications] by [readiness|how soon they can build], not by [date|who came first]. Deposits are to [keep|drive] [phantom|speculative] projects [away|off].',
      'Some [sites|operators] [agree|offer] to [switch off|pause] at peak hours. Training a model [tolerates|allows] that; [answering|serving] users does not.',
      '[Water|Cooling water] is the [next|second] question. [Towns|Municipalities] in {place} [demand|want] closed circuits and [the waste heat|use of the heat].',
    ],
  },
  {
    id: 'ai-open-model',
    theme: 'ai',
    figures: { n1: [7, 120], p1: [40, 75] },
    categories: ['AI', 'Research'],
    titles: [
      '{startup} releases an open AI model with {n1} billion parameters',
      'Open weights: {startup} gives away its {n1}-billion model',
      'Small AI model holds its own, {startup} shows',
      'AI for less: new model needs {p1} less memory',
    ],
    deks: [
      '{startup} [published|released] the weights of a model with {n1} billion parameters; it [needs|uses] {p1} less memory than [its rivals|comparable models].',
      'The [model|AI model] [may|can] be used [freely|by anyone], [also|even] commercially. The training data [stay|remain] [secret|undisclosed].',
    ],
    facts: [
      'In [public|common] tests it is [level|on a par] with models [twice|double] its size, [weaker|worse] at [arithmetic|sums] and [stronger|better] at [summaries|translation].',
      'The [licence|terms] [forbids|exclude] [surveillance|use for surveillance]. [How|The way] that would be [enforced|checked] is [unclear|left open].',
      'A [phone|good phone] can run the smallest of the [three|four] [sizes|versions]. {startup} [lives|makes its money] [on|from] [support|hosting].',
    ],
  },
  {
    id: 'ai-copyright',
    rare: true,
    theme: 'ai',
    figures: { n1: [3, 9], n2: [20, 70] },
    categories: ['AI', 'Law'],
    titles: [
      'AI training and copyright: committee wants a register',
      'Publishers and AI firms agree on a licence model',
      'Who pays for AI training? A register may decide',
      '{n1} publishers license archives for AI training',
    ],
    deks: [
      'A parliamentary committee [proposes|suggests] a register in which [AI developers|makers of AI] [list|name] the works they [train|trained] on.',
      '{n1} publishers [let|allow] AI companies to use their archives, [for|at] a price [nobody|no one] [names|wants to name].',
    ],
    facts: [
      'The [report|paper] of {n2} pages [leaves|gives] [small|young] companies [more time|a longer deadline]. [Libraries|Archives] and [universities|schools] are [exempt|left out].',
      '[Authors|Writers’ groups] [call|find] the [plan|proposal] [toothless|too soft], [companies|developers] [unworkable|too hard]. That [may|might] [speak|be a point] for it, a member [joked|said].',
      'A [first|test] [version|run] of the register is [planned|due] for [autumn|next year].',
    ],
  },
  {
    id: 'ai-schools',
    rare: true,
    theme: 'ai',
    figures: { n1: [120, 900], p1: [31, 68] },
    categories: ['AI', 'Education'],
    titles: [
      'AI tutors in {n1} schools: first results',
      '{p1} of pupils use AI for homework, survey finds',
      'What {n1} schools learned from a year with AI',
      'AI in class helps the weakest most, study says',
    ],
    deks: [
      'After a year with AI tutors in {n1} schools, [weak|weaker] pupils [gained|improved] most, [provided|as long as] a teacher [looked|kept an eye] on.',
      '{p1} of pupils use AI for homework. [Half|One in two] [say|admit] they do not check the answers.',
    ],
    facts: [
      'The [effect|gain] [vanished|disappeared] where [teachers|staff] [left|let] the [program|software] to [itself|run alone]. In [mathematics|maths] it was [largest|strongest].',
      '[Data protection|Privacy] [held up|delayed] the [start|project] by months. Now [everything|all of it] [runs|is run] on servers [inside|within] the country.',
      'The [study|research] [covers|includes] {n1} schools and will [go on|continue] for [two|three] more years.',
    ],
  },
  {
    id: 'chip-supply',
    rare: true,
    theme: 'ai',
    figures: { p1: [8, 40], n1: [6, 18] },
    categories: ['AI', 'Chips'],
    titles: [
      'Chip buyers for AI wait {n1} weeks, {p1} less than in spring',
      'Export rules for AI chips to be simplified',
      'AI chip bottleneck eases, packaging catches up',
      'Delivery times for AI accelerators fall by {p1}',
    ],
    deks: [
      'Those who order accelerators for AI [wait|have to wait] {n1} weeks, {p1} less than in spring.',
      'The [bottleneck|shortage] has [moved|shifted] from chips to [transformers|power equipment], [buyers|data-centre builders] say.',
    ],
    facts: [
      '[Packaging|Advanced packaging], [long|for long] the [narrowest|tightest] point, has [doubled|twice the] capacity. Memory [remains|is still] [scarce|short].',
      'A [simpler|leaner] export [form|procedure] is to [sort|decide] small orders in [days|a week]. Large ones [stay|remain] with the ministries.',
      '[Used|Second-hand] accelerators [lose|are losing] value [faster|more quickly]: {p1} in a year, [brokers|dealers] report.',
    ],
  },
];
