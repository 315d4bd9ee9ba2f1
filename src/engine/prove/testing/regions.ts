/**
 * Representatives of every way in which some patterns can accept a text: the joint subset construction of their automata,
 * explored completely. Written anew for the tests: nothing is shared with the solver that they check.
 */
export interface Pattern {
  /** Characters, `*` for any run, `?` for any one; in `fields` of an ARN neither crosses a colon before the fifth one. */
  readonly text: string;
  readonly wild: boolean;
  readonly arn: boolean;
  readonly fold: boolean;
}

interface Piece {
  readonly kind: 'char' | 'run' | 'one';
  readonly char: string;
  readonly stopsAtColon: boolean;
}

/** Up to `members` texts for each distinct vector of acceptances. */
export function representatives(patterns: readonly Pattern[], members: number): readonly string[] {
  const pieces = patterns.map(piecesOf);
  const alphabet = alphabetOf(patterns);
  const found = new Map<string, string[]>();
  const seen = new Map<string, number>();
  let layer: { readonly states: readonly ReadonlySet<number>[]; readonly text: string }[] = [
    { states: pieces.map((list) => closed(new Set([0]), list)), text: '' },
  ];
  const note = (states: readonly ReadonlySet<number>[], text: string) => {
    const vector = states.map((state, at) => (state.has(pieces[at]?.length ?? 0) ? '1' : '0')).join('');
    const texts = found.get(vector) ?? [];
    if (texts.length < members) texts.push(text);
    found.set(vector, texts);
  };
  while (layer.length > 0) {
    const next: typeof layer = [];
    for (const { states, text } of layer) {
      const key = states.map((state) => [...state].toSorted((a, b) => a - b).join()).join('|');
      const times = seen.get(key) ?? 0;
      if (times >= members) continue;
      seen.set(key, times + 1);
      note(states, text);
      for (const char of alphabet) {
        next.push({
          states: states.map((state, at) => step(state, pieces[at] ?? [], char, patterns[at])),
          text: text + char,
        });
      }
    }
    layer = next;
  }
  return [...found.values()].flat();
}

function piecesOf({ text, wild, arn }: Pattern): readonly Piece[] {
  let colons = 0;
  return Array.from(text, (char): Piece => {
    const stopsAtColon = arn && colons < 5;
    if (char === ':') colons++;
    if (wild && char === '*') return { kind: 'run', char, stopsAtColon };
    if (wild && char === '?') return { kind: 'one', char, stopsAtColon };
    return { kind: 'char', char, stopsAtColon };
  });
}

/** The characters that patterns name, both cases where case is ignored, and two that none names. */
function alphabetOf(patterns: readonly Pattern[]): readonly string[] {
  const chars = new Set<string>(['z', '9']);
  for (const { text, fold, arn } of patterns) {
    for (const char of text) {
      if (char === '*' || char === '?') continue;
      chars.add(char);
      if (fold) chars.add(char.toUpperCase()).add(char.toLowerCase());
    }
    if (arn) chars.add(':');
  }
  for (const { text, wild } of patterns) if (!wild) for (const char of text) chars.add(char);
  return [...chars];
}

function step(
  state: ReadonlySet<number>,
  pieces: readonly Piece[],
  char: string,
  pattern: Pattern | undefined,
): ReadonlySet<number> {
  const next = new Set<number>();
  for (const at of state) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    const same =
      pattern?.fold === true ? piece.char.toLowerCase() === char.toLowerCase() : piece.char === char;
    const passes = piece.kind === 'char' ? same : !(piece.stopsAtColon && char === ':');
    if (passes) next.add(piece.kind === 'run' ? at : at + 1);
  }
  return closed(next, pieces);
}

function closed(state: Set<number>, pieces: readonly Piece[]): ReadonlySet<number> {
  for (const at of state) if (pieces[at]?.kind === 'run') state.add(at + 1);
  return state;
}
