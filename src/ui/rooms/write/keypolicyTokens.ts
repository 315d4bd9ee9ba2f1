/** How a piece of a policy text is coloured. Only the value of `Effect` has a colour that means something. */
export type TokenKind = 'key' | 'string' | 'number' | 'punct' | 'allow' | 'deny' | 'space';

export interface LineToken {
  readonly from: number;
  readonly to: number;
  readonly kind: TokenKind;
}

export interface TokenizedLine {
  readonly tokens: readonly LineToken[];
  /** The next value belongs to `Effect`; carried to the next line, where the value may stand. */
  readonly awaitsEffect: boolean;
}

const pieces = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|\s+|[^\s"{}[\],:]+/g;
const colon = /\s*:/y;

/** Cuts one line of JSON into coloured pieces. JSON strings never span lines, so a line needs to know little of the one before. */
export function tokenizeLine(line: string, awaitsEffect = false): TokenizedLine {
  const tokens: LineToken[] = [];
  let awaits = awaitsEffect;
  for (const { 0: text, index } of line.matchAll(pieces)) {
    const to = index + text.length;
    const kind = kindOf(line, text, to, awaits);
    tokens.push({ from: index, to, kind });
    if (kind === 'key') awaits = text === '"Effect"';
    else if (kind !== 'space' && text !== ':') awaits = false;
  }
  return { tokens, awaitsEffect: awaits };
}

function kindOf(line: string, text: string, to: number, awaitsEffect: boolean): TokenKind {
  const first = text.charAt(0);
  if (first === '"') {
    colon.lastIndex = to;
    if (colon.test(line)) return 'key';
    if (awaitsEffect && text === '"Allow"') return 'allow';
    if (awaitsEffect && text === '"Deny"') return 'deny';
    return 'string';
  }
  if (text.trim() === '') return 'space';
  return '{}[],:'.includes(first) ? 'punct' : 'number';
}
