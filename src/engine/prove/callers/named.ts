import type { ConditionClause, PrincipalEntry, Statement } from '#engine/policy/policy.ts';
import { accountOf, isAccountId } from '#engine/vocabulary/arn.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import type { World } from '#engine/world/world.ts';
import { allPlans } from '#engine/world/mentionedKeys.ts';
import { isServicePrincipal } from '#engine/request/readCaller.ts';

/** Everything the documents of some worlds tell apart by name: what cells are made from. */
export interface Named {
  readonly accounts: ReadonlySet<string>;
  /** ARNs of users, roles, role sessions and federated users. */
  readonly arns: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  /** Whether SCPs or RCPs are there, so that service-linked roles matter. */
  readonly organizations: boolean;
}

/**
 * Collects the principals that worlds name, in the order in which they are met.
 *
 * @param more principals that the question itself names.
 */
export function namedIn(worlds: readonly World[], more: readonly string[] = []): Named {
  const accounts = new Set<string>();
  const arns = new Set<string>();
  const services = new Set<string>();
  const add = (text: string): void => {
    if (isAccountId(text)) accounts.add(text);
    const identity = readIdentityArn(text);
    if (identity !== undefined) accounts.add(identity.account);
    if (identity !== undefined && identity.kind !== 'root' && identity.kind !== 'group') arns.add(text);
    if (isServicePrincipal(text)) services.add(text);
  };
  for (const world of worlds) {
    for (const key of world.keys) accounts.add(key.account);
    for (const text of textsOf(world)) add(text);
  }
  for (const text of more) add(text);
  const organizations = worlds.some(
    (world) => world.serviceControlPolicies.length + world.resourceControlPolicies.length > 0,
  );
  return { accounts, arns, services, organizations };
}

function textsOf(world: World): readonly string[] {
  const grants = world.keys.flatMap((key) => key.grants);
  const texts = [
    ...textsOfStatements(allPlans(world).flatMap(({ policy }) => policy.statements)),
    ...grants
      .flatMap(({ grant }) => [grant.grantee ?? [], grant.granteeService ?? []].flat())
      .map(({ value }) => value),
    ...world.identities.keys(),
    ...world.accounts.keys(),
  ];
  return texts.filter((text) => accountOf(text) !== undefined || isServicePrincipal(text));
}

/** Whom statements name: their principals, and what their conditions compare with who calls. */
export function textsOfStatements(statements: readonly Statement[]): readonly string[] {
  return [
    ...statements.flatMap(({ principal }) => (principal?.entries ?? []).flatMap(textOfEntry)),
    ...statements.flatMap(({ conditions }) => conditions.flatMap(textsOfClause)),
  ];
}

/** Texts that a condition compares with who calls. */
function textsOfClause({ key, values }: ConditionClause): readonly string[] {
  if (!ABOUT_CALLERS.has(key.value.toLowerCase())) return [];
  return values.flatMap(({ value }) => (/[*?$]/.test(value) ? [] : [value]));
}

const ABOUT_CALLERS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'kms:calleraccount',
  'aws:principalservicename',
]);

function textOfEntry(entry: PrincipalEntry): readonly string[] {
  return entry.kind === 'AWS' || entry.kind === 'Service' ? [entry.value] : [];
}
