import { parseJson } from '../source/parseJson.ts';

/** A scenario file adds at most six levels around a document, and the whole may have 100. */
const DEEPEST_DOCUMENT = 90;

/** Whether a document can stand in a scenario file as it is, and will be read back from there as the same document. */
export function isSpliceable(text: string, kind: 'policy' | 'grants'): boolean {
  const { root, wellFormed, diagnostics } = parseJson(text.trim(), '', { maxDepth: DEEPEST_DOCUMENT });
  if (!wellFormed || diagnostics.length > 0 || root === undefined) return false;
  // The reader takes an array for a list of grants only; a byte order mark would not be read in the middle of a file.
  const wholeText = root.span.from === 0;
  return wholeText && (root.kind === 'object' || (kind === 'grants' && root.kind === 'array'));
}
