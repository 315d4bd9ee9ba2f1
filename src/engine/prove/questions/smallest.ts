import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { gained } from '../compare.ts';
import { Prover } from '../prover.ts';
import { type Reduction, reduce } from '../smaller/reduce.ts';
import { withoutPlaces } from '../smaller/withoutPlaces.ts';
import { usualWork, Work, type WorkLimit } from '../work.ts';
import type { CitedStatement } from './answer.ts';

/** An entry or a condition that is left out of a statement. */
export interface LeftOutPart {
  readonly kind: Reduction['parts'][number]['kind'];
  readonly statement: CitedStatement;
  readonly text: string;
}

/** A smaller policy that decides every request alike. */
export interface Smaller {
  /** The author's text without what is left out, everything else as it was typed. */
  readonly text: string;
  readonly removed: readonly CitedStatement[];
  readonly parts: readonly LeftOutPart[];
  /** Whether it is proved of everything else that it is needed. */
  readonly isLeast: boolean;
  readonly sentence: Phrase;
}

/** `proved`: the smaller policy was compared with the original in both directions, with no difference and nothing left open. */
export type SmallestAnswer =
  | { readonly kind: 'proved'; readonly smaller: Smaller }
  | { readonly kind: 'minimal'; readonly sentence: Phrase }
  | { readonly kind: 'undecided'; readonly sentence: Phrase };

/**
 * The key policy without what does nothing: whole statements, conditions, entries of lists. All of it stays within one budget.
 *
 * @param worldWith makes the scenario's world with another text as its key policy.
 */
export function smallestPolicy(
  world: World,
  key: KeyInWorld,
  worldWith: (text: string) => World | undefined,
  limit: WorkLimit = usualWork,
): SmallestAnswer {
  const work = new Work(limit);
  const reduction = reduce(new Prover([[world, key]], { work }), limit);
  const { statements, parts, isLeast } = reduction;
  const places = [...statements.map(({ span }) => span), ...parts.map(({ place }) => place.span)];
  const text = withoutPlaces(key.facts.policy.text, new Set(places.map(({ from }) => from)));
  if (places.length === 0 || text === undefined) {
    return isLeast ? { kind: 'minimal', sentence: ['Nothing can be left out.'] } : undecided;
  }
  const after = worldWith(text);
  const own = after?.keys.find(({ arn }) => arn === key.arn);
  if (after === undefined || own === undefined) return undecided;
  const prover = new Prover([[world, key] as const, [after, own] as const], { work });
  const changes = [gained(prover, 0, 1), gained(prover, 1, 0)];
  const same = changes.every(({ differences, undecided: open }) => differences.length + open.length === 0);
  return same ? { kind: 'proved', smaller: { text, ...told(reduction) } } : undecided;
}

const undecided: SmallestAnswer = {
  kind: 'undecided',
  sentence: ['Whether something can be left out is not decided.'],
};

function told({ statements, parts, isLeast }: Reduction): Omit<Smaller, 'text'> {
  const removed = statements.map(({ ref, span }) => ({ ref, span }));
  const left = parts.map(({ kind, place, statement: { ref, span } }) => ({
    kind,
    statement: { ref, span },
    text: place.value,
  }));
  return { removed, parts: left, isLeast, sentence: sentenceOf(removed, left, isLeast) };
}

const MOST_NAMES = 3;

function sentenceOf(
  removed: readonly CitedStatement[],
  parts: readonly LeftOutPart[],
  isLeast: boolean,
): Phrase {
  const conditions = parts.filter(({ kind }) => kind === 'condition').length;
  const named = removed.slice(0, MOST_NAMES).map(({ ref }) => code(ref));
  const what = [
    ...named,
    ...counted(removed.length - named.length, 'further statement', 'further statements'),
    ...counted(parts.length - conditions, 'list entry', 'list entries'),
    ...counted(conditions, 'condition', 'conditions'),
  ];
  return [
    'Without ',
    ...list(what, what.length),
    ' the policy decides every request as before.',
    ...(isLeast ? [] : [' Whether more can be left out is not decided.']),
  ];
}

function counted(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}
