import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import { gained } from '../compare.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { Prover } from '../prover.ts';
import type { WorkLimit } from '../work.ts';
import type { CitedStatement } from './answer.ts';
import { removable } from './review.ts';

/** A smaller policy that decides every request alike. */
export interface Smaller {
  readonly text: string;
  readonly removed: readonly CitedStatement[];
  readonly sentence: Phrase;
}

/** `proved`: the smaller policy was compared with the original in both directions, with no difference and nothing left open. */
export type SmallestAnswer =
  | { readonly kind: 'proved'; readonly smaller: Smaller }
  | { readonly kind: 'minimal'; readonly sentence: Phrase }
  | { readonly kind: 'undecided'; readonly sentence: Phrase };

/**
 * The key policy without the statements that do nothing, taken away one at a time because two can make each other superfluous,
 * the last one first.
 *
 * @param worldWith makes the scenario's world with another text as its key policy.
 */
export function smallestPolicy(
  world: World,
  key: KeyInWorld,
  worldWith: (text: string) => World | undefined,
  limit?: WorkLimit,
): SmallestAnswer {
  const gone = removable(new Prover([[world, key]], options(limit)));
  const text = withoutStatements(key.facts.policy.text, new Set(gone.map(({ index }) => index)));
  if (gone.length === 0 || text === undefined) {
    return { kind: 'minimal', sentence: ['No statement can be left out.'] };
  }
  const after = worldWith(text);
  if (after === undefined) return undecided;
  const removed = gone.map(({ ref, span }) => ({ ref, span }));
  return proved(world, after, key, { text, removed, sentence: sentenceOf(removed) }, limit);
}

const undecided: SmallestAnswer = {
  kind: 'undecided',
  sentence: ['Whether statements can be left out is not decided.'],
};

function options(limit: WorkLimit | undefined): { readonly limit?: WorkLimit } {
  return limit === undefined ? {} : { limit };
}

function proved(
  before: World,
  after: World,
  key: KeyInWorld,
  smaller: Smaller,
  limit: WorkLimit | undefined,
): SmallestAnswer {
  const own = after.keys.find(({ arn }) => arn === key.arn);
  if (own === undefined) return undecided;
  const prover = new Prover(
    [
      [before, key],
      [after, own],
    ],
    options(limit),
  );
  const changes = [gained(prover, 0, 1), gained(prover, 1, 0)];
  const same = changes.every(({ differences, undecided: open }) => differences.length + open.length === 0);
  return same ? { kind: 'proved', smaller } : undecided;
}

/** The policy's text without some of its statements; undefined where none would be left, which is no policy. */
function withoutStatements(text: string, gone: ReadonlySet<number>): string | undefined {
  const policy = parsed(text);
  if (typeof policy !== 'object' || policy === null || !('Statement' in policy)) return undefined;
  const { Statement: statements } = policy;
  if (!Array.isArray(statements)) return undefined;
  const left = statements.filter((_, index) => !gone.has(index));
  return left.length === 0 ? undefined : JSON.stringify({ ...policy, Statement: left }, null, 2);
}

/** A text can be usable and yet no strict JSON, or stand beside its last usable version: then there is nothing to write anew. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sentenceOf(removed: readonly CitedStatement[]): Phrase {
  return [
    'Without ',
    ...list(removed.map(({ ref }) => code(ref))),
    ' the policy decides every request as before.',
  ];
}
