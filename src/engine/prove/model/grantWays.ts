import type { GrantPlan } from '#engine/grants/plan.ts';
import type { KeyInWorld } from '#engine/world/world.ts';
import type { Literal } from '../atom.ts';
import { type Box, boxOf, type BoxSource } from '../box.ts';
import { type Naming, namingOf } from '../callers/principal.ts';
import { shapeLiteral, type Compiled } from '../clause.ts';
import { literalGlob } from '../text/glob.ts';
import { textTest } from '../text/textTest.ts';
import { isServicePrincipal } from '#engine/request/readCaller.ts';
import type { Universe } from '../universe.ts';
import type { Way } from './accessModel.ts';
import { type Identities, literalsOf, type Need } from './identities.ts';
import { waysFor } from './keyPolicyWays.ts';

/** The ways that grants open (KMS-050 to KMS-063), and the requests for new grants under constrained ones, which are left undecided. */
export function grantWays(
  universe: Universe,
  identities: Identities,
  key: KeyInWorld,
): { readonly ways: readonly Way[]; readonly doubts: readonly Box[] } {
  const ways: Way[] = [];
  const doubts: Box[] = [];
  for (const plan of key.grants) {
    if (!isOn(plan, key)) continue;
    const { grant } = plan;
    const source: BoxSource = { ref: grant.ref, span: grant.span };
    const named = grant.grantee ?? grant.granteeService;
    if (named === undefined) continue;
    const kind = isServicePrincipal(named.value) ? 'Service' : 'AWS';
    const entry = { kind, value: named.value } as const;
    for (const conditions of alternatives(universe, plan)) {
      const rest = literalsOf(conditions);
      if (rest === undefined) continue;
      ways.push(
        ...waysFor(
          universe,
          identities,
          source,
          rest,
          (cell) => new Set<Naming>([namingOf(entry, cell, identities.ids)]),
          (cell, naming) => needOf(identities, cell, naming),
        ),
      );
    }
    if (plan.actions.has('kms:CreateGrant'))
      doubts.push(...doubtOf(universe, identities, source, entry, plan));
  }
  return { ways, doubts };
}

function needOf(identities: Identities, cell: Parameters<Identities['limits']>[0], naming: Naming): Need {
  if (naming === 'none') return 'closed';
  if (naming === 'strong') return 'nothing';
  return naming === 'limited' ? identities.limits(cell) : identities.all(cell);
}

function isOn({ grant }: GrantPlan, key: KeyInWorld): boolean {
  return grant.keyId === undefined || grant.keyId === key.arn || grant.keyId === key.id;
}

/** What a request must be like to be covered: constraints do not bind DescribeKey (KMS-062), and CreateGrant is not among these. */
function alternatives(universe: Universe, plan: GrantPlan): readonly (readonly Compiled[])[] {
  const { equals, subset, sourceArn } = plan.grant;
  const among = (holds: (action: string) => boolean) =>
    universe.action((action) => action !== 'kms:CreateGrant' && plan.actions.has(action) && holds(action));
  const source = sourceArn === undefined ? [] : [is(universe, 'aws:SourceArn', sourceArn.value)];
  const pairs = equals ?? subset;
  if (pairs === undefined) return [[among(() => true), ...source]];
  const constrained: Compiled[] = [...pairs.pairs].map(([name, value]) =>
    is(universe, `kms:EncryptionContext:${name}`, value),
  );
  const names = [...pairs.pairs.keys()];
  constrained.push(present(universe, 'kms:EncryptionContextKeys'));
  if (equals !== undefined) constrained.push(onlyAmong(universe, 'kms:EncryptionContextKeys', names));
  return [
    [among((action) => action === 'kms:DescribeKey'), ...source],
    [among((action) => action !== 'kms:DescribeKey'), ...source, ...constrained],
  ];
}

function is(universe: Universe, key: string, value: string): Compiled {
  const test = textTest([literalGlob(value)]);
  return shapeLiteral(universe, key, { absent: false, single: { test, negated: false }, list: 'never' });
}

function present(universe: Universe, key: string): Compiled {
  return shapeLiteral(universe, key, { absent: false, single: 'always', list: 'always' });
}

function onlyAmong(universe: Universe, key: string, texts: readonly string[]): Compiled {
  const test = textTest(texts.map((text) => literalGlob(text, true)));
  return shapeLiteral(universe, key, {
    absent: true,
    single: { test, negated: false },
    list: { of: 'every', test, negated: false },
  });
}

/** Whether a grantee may make a grant depends on the whole of the new grant (KMS-065, KMS-066), which is no condition key. */
function doubtOf(
  universe: Universe,
  identities: Identities,
  source: BoxSource,
  entry: Parameters<typeof namingOf>[0],
  plan: GrantPlan,
): readonly Box[] {
  const callers: Literal = universe.callers((cell) => namingOf(entry, cell, identities.ids) !== 'none');
  const create = universe.action((action) => action === 'kms:CreateGrant' && plan.actions.has(action));
  const box = boxOf(source, [callers, create]);
  return box === undefined ? [] : [box];
}
