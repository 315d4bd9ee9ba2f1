import type { Phrase } from '#engine/explain/phrase.ts';
import { code, list } from '#engine/explain/words.ts';
import { gained } from '../compare.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { Prover } from '../prover.ts';
import type { WorkLimit } from '../work.ts';
import type { CitedStatement } from './answer.ts';
import { reviewStatements } from './review.ts';

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
  const removed: CitedStatement[] = [];
  let text = key.facts.policy.text;
  let current: World = world;
  for (;;) {
    const own = current.keys.find(({ arn }) => arn === key.arn);
    if (own === undefined) return undecided;
    const { remarks } = reviewStatements(new Prover([[current, own]], options(limit)));
    const last = remarks.findLast(({ remark }) => remark !== 'neverSent');
    const index = own.policy?.policy.statements.findIndex(({ ref }) => ref === last?.statement.ref) ?? -1;
    if (last === undefined || index < 0) break;
    const without = withoutStatement(text, index);
    const next = without === undefined ? undefined : worldWith(without);
    if (without === undefined || next === undefined) break;
    removed.push(original(key, text, index) ?? last.statement);
    text = without;
    current = next;
  }
  if (removed.length === 0) return { kind: 'minimal', sentence: ['No statement can be left out.'] };
  return proved(world, current, key, { text, removed, sentence: sentenceOf(removed) }, limit);
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

/** The policy's text without one of its statements; undefined where it is no list, or the last one. */
function withoutStatement(text: string, index: number): string | undefined {
  const policy: unknown = JSON.parse(text);
  if (typeof policy !== 'object' || policy === null || !('Statement' in policy)) return undefined;
  const { Statement: statements } = policy;
  if (!Array.isArray(statements) || statements.length < 2) return undefined;
  return JSON.stringify({ ...policy, Statement: statements.toSpliced(index, 1) }, null, 2);
}

/** Statements without a Sid are named by number, and numbers shift: the name in the author's own text. */
function original(key: KeyInWorld, text: string, index: number): CitedStatement | undefined {
  const statements: unknown = JSON.parse(text);
  if (typeof statements !== 'object' || statements === null || !('Statement' in statements)) return undefined;
  const { Statement: left } = statements;
  if (!Array.isArray(left)) return undefined;
  const wanted = JSON.stringify(left[index]);
  const originals: unknown = JSON.parse(key.facts.policy.text);
  if (typeof originals !== 'object' || originals === null || !('Statement' in originals)) return undefined;
  const { Statement: all } = originals;
  if (!Array.isArray(all)) return undefined;
  const at = all.findLastIndex((statement) => JSON.stringify(statement) === wanted);
  const statement = key.policy?.policy.statements[at];
  return statement === undefined ? undefined : { ref: statement.ref, span: statement.span };
}

function sentenceOf(removed: readonly CitedStatement[]): Phrase {
  return [
    'Without ',
    ...list(removed.map(({ ref }) => code(ref))),
    ' the policy decides every request as before.',
  ];
}
