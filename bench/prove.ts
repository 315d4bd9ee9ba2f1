import { decide } from '#engine/authorize/decide.ts';
import { layersOf } from '#engine/authorize/layers.ts';
import { Prover } from '#engine/prove/prover.ts';
import { compareVersions } from '#engine/prove/questions/compareAnswer.ts';
import { reviewStatements } from '#engine/prove/questions/review.ts';
import { readRequest } from '#engine/request/readRequest.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import type { World } from '#engine/world/world.ts';
import { time } from './measure.ts';
import { edited, type PlainStatement, rewritten, usualStatements } from './provePolicies.ts';
import { line } from './report.ts';

const SIZES = [4, 30, 60, 100, 134];
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** Answers about all requests, on one thread, beside one decision about one request by the evaluator. Policies are read before. */
export function benchProve(): void {
  for (const size of SIZES) {
    const statements = usualStatements(size);
    const [own, edit, other] = [statements, edited(statements), rewritten(statements)].map(worldOf);
    if (own === undefined || edit === undefined || other === undefined) return;
    const bytes = JSON.stringify({ Version: '2012-10-17', Statement: statements }).length;
    console.log(`\nAll requests, key policy of ${bytes} bytes with ${size} statements`);
    const one = decision(own);
    line('one request decided by the evaluator, read from its JSON (the yardstick)', one, undefined);
    const rounds = size > 50 ? 20 : 300;
    line(
      'against a small edit of it: every difference, each with a request',
      time(() => expectRelation(own, edit, false), rounds),
      one,
    );
    line(
      'proof that the same policy written otherwise is equivalent',
      time(() => expectRelation(own, other, true), rounds),
      one,
    );
    line(
      'every statement: does it match, is it denied, is it redundant',
      time(() => review(own), rounds),
      one,
    );
  }
}

function worldOf(statements: readonly PlainStatement[]): World {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return buildWorld({
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn: KEY, policy: { id: 'key', text } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  });
}

function decision(world: World) {
  const request = { principal: 'arn:aws:iam::111122223333:role/App0', action: 'kms:Decrypt' };
  return time(() => {
    const read = readRequest(world, request);
    const check = read.kind === 'checks' ? read.checks[0] : undefined;
    if (check === undefined) throw new Error('The request of the benchmark can be read.');
    decide(check, layersOf(world, check, undefined));
  }, 2000);
}

function proverOf(...worlds: readonly World[]): Prover {
  return new Prover(worlds.flatMap((world) => world.keys.map((key) => [world, key] as const)));
}

function expectRelation(one: World, other: World, same: boolean): void {
  const { relation } = compareVersions(proverOf(one, other));
  if (relation === 'undecided' || (relation === 'equivalent') !== same)
    throw new Error(`It is said to be ${relation}.`);
}

function review(world: World): void {
  const { open } = reviewStatements(proverOf(world));
  if (open.length > 0) throw new Error('Every statement of the benchmark is decided.');
}
