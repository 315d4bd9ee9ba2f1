/** A pattern taken apart: texts are compared as they stand, the stars and question marks of a policy are wildcards. */
export type Glob = readonly ({ readonly text: string } | 'anything' | 'anyOne')[];

/** The pattern of a text in which every `*` and `?` is a wildcard. */
export const globOf = (text: string): Glob =>
  text
    .split('')
    .map((letter) => (letter === '*' ? 'anything' : letter === '?' ? 'anyOne' : { text: letter }));

/** Whether the whole text fits: `*` any run of characters, `?` exactly one (IAM-060, IAM-082). Tries every way there is. */
export function globFits(glob: Glob, text: string): boolean {
  let ends: ReadonlySet<number> = new Set([0]);
  for (const piece of glob) ends = new Set([...ends].flatMap((at) => endsOf(piece, at, text)));
  return ends.has(text.length);
}

/** Where a piece that begins at a place may end. */
function endsOf(piece: Glob[number], at: number, text: string): readonly number[] {
  if (piece === 'anything') return Array.from({ length: text.length - at + 1 }, (_, more) => at + more);
  if (piece === 'anyOne') return at < text.length ? [at + 1] : [];
  return text.startsWith(piece.text, at) ? [at + piece.text.length] : [];
}

export const globTextFits = (pattern: string, text: string): boolean => globFits(globOf(pattern), text);

/** The six fields of an ARN, the last with all the rest (IAM-018); undefined for a text with fewer. */
export function arnFields(text: string): readonly string[] | undefined {
  const parts = text.split(':');
  return parts[0] === 'arn' && parts.length >= 6
    ? [...parts.slice(0, 5), parts.slice(5).join(':')]
    : undefined;
}

export const arnField = (arn: string, index: number): string => arnFields(arn)?.[index] ?? '';
