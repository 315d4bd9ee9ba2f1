import type { PolicyPlan } from '#engine/authorize/plan.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { type Box, boxOf } from '../box.ts';
import { type Compiled, shapeLiteral } from '../clause.ts';
import { literalGlob } from '../text/glob.ts';
import { textTest } from '../text/textTest.ts';
import type { Universe } from '../universe.ts';
import type { Filter } from './accessModel.ts';
import { effective, principalOf, restOf, sourceOf } from './statementBox.ts';

/** The layers that must allow besides: SCPs level by level (IAM-123), and the policy of the endpoint in use (KMS-230). */
export function filtersOf(universe: Universe, world: World, key: KeyInWorld): readonly Filter[] {
  return [...scpFilters(universe, world, key), ...endpointFilter(universe, world, key)];
}

/** The accounts whose callers SCPs bind (IAM-124, KMS-232, KMS-233). */
export function boundAccounts(universe: Universe, world: World): readonly string[] {
  if (world.serviceControlPolicies.length === 0) return [];
  const accounts = new Set(universe.cells.flatMap(({ account }) => account ?? []));
  return [...accounts].filter(
    (account) =>
      world.accounts.get(account)?.managementAccount !== true &&
      levelsOf(world, account).some(({ plans }) => plans.length > 0),
  );
}

/** SCPs of the root, the OUs and the account. */
export function levelsOf(
  world: World,
  account: string,
): readonly { readonly target: string; readonly plans: readonly PolicyPlan[] }[] {
  return [...(world.accounts.get(account)?.path ?? []), account].map((target) => ({
    target,
    plans: world.serviceControlPolicies.flatMap(({ targets, plan }) => (targets.has(target) ? [plan] : [])),
  }));
}

function scpFilters(universe: Universe, world: World, key: KeyInWorld): readonly Filter[] {
  return boundAccounts(universe, world).flatMap((account) => {
    const exempt = boxOf({ ref: 'IAM-124', span: undefined, rule: 'IAM-124' }, [
      universe.callers((cell) => cell.account !== account || cell.serviceLinked),
    ]);
    return levelsOf(world, account).map(({ target, plans }) => ({
      name: `scp ${account} ${target}`,
      boxes: [
        ...(exempt === undefined ? [] : [exempt]),
        ...plans.flatMap(({ policy }) =>
          effective(policy, 'Allow').flatMap(
            (statement) => boxOf(sourceOf(statement), restOf(universe, policy, statement, key.arn)) ?? [],
          ),
        ),
      ],
    }));
  });
}

/** A request that came through an endpoint says so in `aws:SourceVpce`. */
export function endpointIs(universe: Universe, id: string): Compiled {
  const test = textTest([literalGlob(id)]);
  const shape = { absent: false, single: { test, negated: false }, list: 'never' } as const;
  return shapeLiteral(universe, 'aws:SourceVpce', shape);
}

function endpointFilter(universe: Universe, world: World, key: KeyInWorld): readonly Filter[] {
  const endpoints = [...world.endpoints].flatMap(([id, { policy }]) =>
    policy === undefined ? [] : [{ id, policy }],
  );
  if (endpoints.length === 0) return [];
  const test = textTest(endpoints.map(({ id }) => literalGlob(id)));
  const elsewhere = shapeLiteral(universe, 'aws:SourceVpce', {
    absent: true,
    single: { test, negated: true },
    list: 'always',
  });
  const boxes: (Box | undefined)[] = [
    boxOf({ ref: 'KMS-230', span: undefined, rule: 'KMS-230' }, [elsewhere]),
  ];
  for (const { id, policy } of endpoints) {
    for (const statement of effective(policy.policy, 'Allow')) {
      const about = principalOf(universe, statement.principal, new Map(), () => false);
      const rest = restOf(universe, policy.policy, statement, key.arn);
      boxes.push(boxOf(sourceOf(statement), [endpointIs(universe, id), about, ...rest]));
    }
  }
  return [{ name: 'endpoint', boxes: boxes.flatMap((box) => box ?? []) }];
}
