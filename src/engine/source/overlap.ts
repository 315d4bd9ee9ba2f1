import type { SourceSpan } from './span.ts';

/** Whether two places share at least one character (an empty span counts as the character after it). */
export function overlaps(left: SourceSpan, right: SourceSpan): boolean {
  if (left.text !== right.text) return false;
  const leftEnd = Math.max(left.to, left.from + 1);
  const rightEnd = Math.max(right.to, right.from + 1);
  return left.from < rightEnd && right.from < leftEnd;
}
