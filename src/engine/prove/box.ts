import type { SourceSpan } from '#engine/source/span.ts';
import type { Literal } from './atom.ts';
import type { Compiled } from './clause.ts';

/** Where a box comes from: a statement, a grant, or a fact about AWS. */
export interface BoxSource {
  /** `key#Sid`, `scp:Guard[0]`, `grant:…`, or the rule of a fact. */
  readonly ref: string;
  readonly span: SourceSpan | undefined;
  /** Set for facts about what AWS sends: the fact in one sentence. */
  readonly fact?: string;
  /** Set where a denial belongs to no document: the rule that bars the call. */
  readonly rule?: string;
}

/** The requests that satisfy all of some literals. */
export interface Box {
  readonly literals: readonly Literal[];
  /** Equal for boxes with the same literals. */
  readonly name: string;
  readonly source: BoxSource;
}

/** The box of some conditions; undefined where one of them never holds. */
export function boxOf(source: BoxSource, conditions: readonly Compiled[]): Box | undefined {
  const literals = new Set<Literal>();
  for (const condition of conditions) {
    if (condition === 'never') return undefined;
    if (condition !== 'always') literals.add(condition);
  }
  for (const literal of literals) if (literals.has(literal ^ 1)) return undefined;
  return sorted(source, [...literals]);
}

function sorted(source: BoxSource, literals: readonly Literal[]): Box {
  const ordered = literals.toSorted((left, right) => left - right);
  return { literals: ordered, name: ordered.join(), source };
}
