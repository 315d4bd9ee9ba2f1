/** One character of a pattern: itself, or a wildcard. Characters are code points. */
export type Piece = { readonly char: string } | 'anyRun' | 'anyOne';

/** Every `*` and `?` is a wildcard. */
export function patternPieces(text: string): readonly Piece[] {
  return [...text].map((char) => (char === '*' ? 'anyRun' : char === '?' ? 'anyOne' : { char }));
}

/** Every character is itself: substituted values, `${*}` (IAM-113, IAM-116). */
export function literalPieces(text: string): readonly Piece[] {
  return [...text].map((char) => ({ char }));
}

/** How a pattern reads for operators that know no wildcards. */
export function piecesAsText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece === 'anyRun' ? '*' : piece === 'anyOne' ? '?' : piece.char))
    .join('');
}

/** The glob of IAM-060 and IAM-082 by its definition: a star takes nothing, or one more character. */
export function globMatches(pattern: readonly Piece[], text: string): boolean {
  return matchesFrom(pattern, [...text]);
}

function matchesFrom(pattern: readonly Piece[], text: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text.length === 0;
  if (first === 'anyRun') {
    return matchesFrom(rest, text) || (text.length > 0 && matchesFrom(pattern, text.slice(1)));
  }
  if (text.length === 0) return false;
  return (first === 'anyOne' || first.char === text[0]) && matchesFrom(rest, text.slice(1));
}

export function globMatchesText(pattern: string, text: string): boolean {
  return globMatches(patternPieces(pattern), text);
}

/** Splits a pattern at its first five colons; undefined with fewer (IAM-088). */
export function sixFields(pieces: readonly Piece[]): readonly (readonly Piece[])[] | undefined {
  const fields: Piece[][] = [[]];
  for (const piece of pieces) {
    const isColon = typeof piece === 'object' && piece.char === ':';
    if (isColon && fields.length < 6) fields.push([]);
    else fields.at(-1)?.push(piece);
  }
  return fields.length === 6 ? fields : undefined;
}

/** The six fields of an ARN (IAM-018); undefined with fewer. */
export function arnFields(text: string): readonly string[] | undefined {
  const parts = text.split(':');
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
