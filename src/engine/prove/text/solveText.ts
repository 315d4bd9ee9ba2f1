import type { ConditionValueType } from '#engine/catalog/conditionKey.ts';
import type { Work } from '../work.ts';
import { boundaryTexts, hasFarNumbers } from './boundaries.ts';
import { type Lane, type LaneConstraint, type Phase, searchLanes } from './lanes.ts';
import { naturalTexts } from './natural.ts';
import { type GlobTest, passes, type TextTest } from './textTest.ts';

/** A test that the text to be found must pass, or must not. */
export interface TextConstraint {
  readonly test: TextTest;
  readonly wanted: boolean;
}

/** What is known of the texts a condition key can have. */
export interface TextKind {
  /** Undefined: not known, any text. */
  readonly type: ConditionValueType | undefined;
  /** Texts to try first. */
  readonly samples: readonly string[];
}

/** `undecided` where conditions of several families on one key leave open whether they can hold together. */
export type SolvedText = { readonly text: string } | 'none' | 'undecided';

const anyText: readonly Phase[] = [
  { admits: undefined, fillers: 'exampltuvwyzbcdfghijknoqrs0123456789-_/.', min: 0, max: Infinity },
];
const plainLane: Lane = { feeds: [''], tail: '' };

/**
 * Finds a text that satisfies every constraint; `none` is a proof that there is none.
 *
 * @throws OutOfWork
 */
export function solveText(constraints: readonly TextConstraint[], kind: TextKind, work: Work): SolvedText {
  const wanted = constraints.flatMap(({ test, wanted: isWanted }) => (isWanted ? [test] : []));
  const fits = (text: string) => {
    work.move(constraints.length);
    return constraints.every(({ test, wanted: isWanted }) => passes(test, text) === isWanted);
  };
  const finite = finiteTexts(wanted, kind);
  if (finite !== undefined) {
    const found = finite.find(fits);
    return found === undefined ? 'none' : { text: found };
  }
  const others = constraints.filter(({ test }) => test.kind !== 'text');
  for (const text of candidates(wanted, others, kind)) if (fits(text)) return { text };
  const texts = constraints.filter(isTextual);
  if (others.length === 0) return solveGlobs(texts, work);
  return solveOthers(texts, others, kind, work);
}

type Textual = TextConstraint & { readonly test: GlobTest };

function isTextual(constraint: TextConstraint): constraint is Textual {
  return constraint.test.kind === 'text';
}

/** All texts there can be, where a wanted test or the key's type lists them. */
function finiteTexts(wanted: readonly TextTest[], kind: TextKind): readonly string[] | undefined {
  let shortest: ReadonlySet<string> | undefined;
  for (const test of wanted) {
    if (test.kind !== 'text' || test.globs.length > 0) continue;
    if (shortest === undefined || test.exact.size < shortest.size) shortest = test.exact;
  }
  if (shortest !== undefined) return [...shortest];
  return kind.type === 'bool' ? ['true', 'false'] : undefined;
}

function candidates(
  wanted: readonly TextTest[],
  others: readonly TextConstraint[],
  kind: TextKind,
): readonly string[] {
  return [
    ...boundaryTexts(
      others.map(({ test }) => test),
      kind.type,
    ),
    ...(others.length === 0 && wanted.length === 0 ? kind.samples : []),
    ...naturalTexts(wanted),
    ...kind.samples,
  ];
}

function solveGlobs(texts: readonly Textual[], work: Work): SolvedText {
  const lanes: readonly LaneConstraint[] = texts.map(({ test, wanted }) => ({
    test,
    wanted,
    lane: plainLane,
  }));
  const words = searchLanes(anyText, lanes, work);
  return words === undefined ? 'none' : { text: words[0] ?? '' };
}

/** The candidates for numbers, instants and addresses are complete for one family alone: none of them fits, so nothing does. */
function solveOthers(
  texts: readonly Textual[],
  others: readonly TextConstraint[],
  kind: TextKind,
  work: Work,
): SolvedText {
  if (hasFarNumbers(others.map(({ test }) => test))) return 'undecided';
  const families = new Set(others.map(({ test }) => test.kind));
  if (families.size === 1 && texts.length === 0) return 'none';
  for (const family of families) {
    const alone = others.filter(({ test }) => test.kind === family);
    const candidate = boundaryTexts(
      alone.map(({ test }) => test),
      kind.type,
    ).some((text) => alone.every(({ test, wanted }) => passes(test, text) === wanted));
    if (!candidate) return 'none';
  }
  if (texts.length > 0 && solveGlobs(texts, work) === 'none') return 'none';
  return 'undecided';
}
