import type { NaiveContext } from './naiveContext.ts';
import { literalPieces, patternPieces, type Piece } from './pieces.ts';

const variable = /\$\{([*?$])\}|\$\{([^\s${},']+)(?:, '([^']*)')?\}/g;

/**
 * A policy value with its variables filled in (IAM-110 to IAM-117).
 *
 * @returns undefined where a variable has neither value nor default: the text then matches nothing (IAM-115).
 */
export function substituted(text: string, context: NaiveContext): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(variable)) {
    const [whole, special, key = '', fallback] = found;
    pieces.push(...patternPieces(text.slice(from, found.index)));
    const value = special ?? valueOf(key, context) ?? fallback;
    if (value === undefined) return undefined;
    pieces.push(...literalPieces(value));
    from = found.index + whole.length;
  }
  return [...pieces, ...patternPieces(text.slice(from))];
}

/** Only single-valued keys can be used (IAM-111). */
function valueOf(key: string, context: NaiveContext): string | undefined {
  const entry = context.get(key.toLowerCase());
  return entry === undefined || entry.many ? undefined : entry.values[0];
}
