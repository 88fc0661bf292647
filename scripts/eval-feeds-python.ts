const TOKEN =
  /\s*(?:(?<number>-?\d+(?:\.\d+)?)|u?b?(?<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<name>[A-Za-z_]\w*)|(?<mark>==|!=|[[\](){},.:]))/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  "'": "'",
  '"': '"',
  '\\': '\\',
};

/** `entries[0]['title']` is `['entries', 0, 'title']`; a tuple is a list of its numbers. */
export interface Equation {
  readonly path: readonly (string | number)[];
  readonly value: Literal;
}
export type Literal = string | number | readonly number[];

/**
 * Reads the equations that a Python expectation (`not bozo and feed['title'] == u'…' and …`) says are all true.
 * What says anything else (`or`, `len(…)`, `!=`, a dictionary) has no equations to compare: `undefined`.
 */
export function readExpectation(source: string): readonly Equation[] | undefined {
  const tokens = tokenise(source.trim());
  if (!tokens) return undefined;
  const state = { tokens, at: 0 };
  const equations = readConjunction(state);
  return state.at === tokens.length ? equations : undefined;
}

function tokenise(source: string): Token[] | undefined {
  const tokens: Token[] = [];
  const token = new RegExp(TOKEN);
  while (token.lastIndex < source.length) {
    const groups = token.exec(source)?.groups;
    if (!groups) return undefined;
    const { number, string, name, mark = '' } = groups;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (string !== undefined) tokens.push({ kind: 'string', value: unescape(string.slice(1, -1)) });
    else tokens.push({ kind: 'word', value: name ?? mark });
  }
  return tokens;
}

function readConjunction(state: State): Equation[] | undefined {
  const equations: Equation[] = [];
  do {
    const part = readComparison(state);
    if (!part) return undefined;
    equations.push(...part);
  } while (take(state, 'and'));
  return equations;
}

function readComparison(state: State): Equation[] | undefined {
  if (take(state, '(')) {
    const inside = readConjunction(state);
    return take(state, ')') ? inside : undefined;
  }
  if (take(state, 'not')) return take(state, 'bozo') ? [] : undefined;
  const paths = [readPath(state)];
  while (take(state, '==')) {
    const value = readLiteral(state);
    if (value !== undefined) return paths.flatMap((path) => (path ? [{ path, value }] : []));
    paths.push(readPath(state));
  }
  return undefined;
}

function readPath(state: State): (string | number)[] | undefined {
  const first = next(state);
  if (first?.kind !== 'word' || !/^[a-z]/i.test(first.value)) return undefined;
  const path: (string | number)[] = [first.value];
  for (let step = readStep(state); step !== undefined; step = readStep(state)) path.push(step);
  return path;
}

/** `.name`, `['name']` or `[0]`. */
function readStep(state: State): string | number | undefined {
  if (take(state, '.')) return next(state)?.value;
  if (!take(state, '[')) return undefined;
  const step = next(state)?.value;
  return take(state, ']') ? step : undefined;
}

function readLiteral(state: State): Literal | undefined {
  const token = state.tokens[state.at];
  if (token === undefined) return undefined;
  if (token.kind !== 'word') {
    state.at += 1;
    return token.value;
  }
  return token.value === '(' ? readTuple(state) : undefined;
}

function readTuple(state: State): readonly number[] | undefined {
  const numbers: number[] = [];
  while (take(state, '(') || take(state, ',')) {
    const token = next(state);
    if (token?.kind !== 'number') return undefined;
    numbers.push(token.value);
  }
  return take(state, ')') ? numbers : undefined;
}

function next(state: State): Token | undefined {
  state.at += 1;
  return state.tokens[state.at - 1];
}

function take(state: State, word: string): boolean {
  const token = state.tokens[state.at];
  const found = token?.kind === 'word' && token.value === word;
  if (found) state.at += 1;
  return found;
}

function unescape(text: string): string {
  return text.replace(/\\(?:u[\da-f]{4}|x[\da-f]{2}|.)/gis, (escape) => {
    const code = /^\\[ux]([\da-f]+)$/i.exec(escape)?.[1];
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return ESCAPES[escape.slice(1)] ?? escape;
  });
}

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string' | 'word'; readonly value: string };

interface State {
  readonly tokens: readonly Token[];
  at: number;
}
