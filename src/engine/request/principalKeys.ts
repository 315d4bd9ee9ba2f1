import type { World } from '../world/world.ts';
import type { Caller } from './caller.ts';
import type { ContextBuilder } from './contextBuilder.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { identityArnOf } from './identityArnOf.ts';
import { organizationPath } from './organization.ts';

const origin = { kind: 'principal' } as const;

/** Condition keys that say who calls (IAM section 7). For service principals AWS documents only the service keys (28 of section 12). */
export function principalKeys(
  builder: ContextBuilder,
  caller: Caller,
  request: ScenarioRequest,
  world: World,
): void {
  // Only signed requests carry it.
  if (caller.kind !== 'anonymous') {
    builder.set('aws:PrincipalIsAWSService', caller.kind === 'service', origin);
  }
  switch (caller.kind) {
    case 'service':
      builder.set('aws:PrincipalServiceName', caller.name, origin);
      builder.setAll('aws:PrincipalServiceNamesList', namesOfService(caller.name), origin);
      return;
    case 'anonymous':
      builder.set('aws:PrincipalType', 'Anonymous', origin);
      builder.set('aws:PrincipalAccount', 'anonymous', origin);
      builder.set('aws:userid', 'anonymous', origin);
      return;
    case 'anyone':
      builder.set('aws:PrincipalAccount', caller.account, origin);
      if (caller.account !== undefined) organizationKeys(builder, caller.account, world);
      return;
    default:
      identityKeys(builder, caller, request);
      builder.set('aws:PrincipalAccount', caller.account, origin);
      organizationKeys(builder, caller.account, world);
      tagKeys(builder, caller, request, world);
  }
}

/** The name a service calls by, and the one without its Region. */
function namesOfService(name: string): readonly string[] {
  const [service = '', ...rest] = name.split('.');
  const domain = rest.indexOf('amazonaws');
  return domain <= 0 ? [name] : [name, [service, ...rest.slice(domain)].join('.')];
}

type Identity = Exclude<Caller, { kind: 'service' | 'anonymous' | 'anyone' }>;

function identityKeys(builder: ContextBuilder, caller: Identity, request: ScenarioRequest): void {
  const mfa = request.session?.mfaAuthenticated;
  switch (caller.kind) {
    case 'root':
      builder.set('aws:PrincipalType', 'Account', origin).set('aws:userid', caller.account, origin);
      builder.set('aws:PrincipalArn', caller.arn, origin);
      break;
    case 'user':
      builder.set('aws:PrincipalType', 'User', origin).set('aws:userid', caller.id, origin);
      builder.set('aws:username', caller.name, origin).set('aws:PrincipalArn', caller.arn, origin);
      break;
    case 'roleSession':
      builder.set('aws:PrincipalType', 'AssumedRole', origin).set('aws:PrincipalArn', caller.roleArn, origin);
      if (caller.roleId !== undefined && caller.sessionName !== undefined) {
        builder.set('aws:userid', `${caller.roleId}:${caller.sessionName}`, origin);
      }
      break;
    case 'federatedUser':
      builder.set('aws:PrincipalType', 'FederatedUser', origin).set('aws:PrincipalArn', caller.arn, origin);
      builder.set('aws:userid', `${caller.account}:${caller.name}`, origin);
      break;
    default:
      caller satisfies never;
  }
  builder.set('aws:MultiFactorAuthPresent', mfa ?? withoutMfa(caller, request), origin);
}

/**
 * Temporary credentials say that no MFA was used, long-term ones say nothing (IAM section 7): those of a role, and those with
 * which a service acts for an IAM user. Sessions of users from an identity provider do not have the key.
 */
function withoutMfa(caller: Identity, request: ScenarioRequest): false | undefined {
  if (caller.kind === 'roleSession') return isFederated(request) ? undefined : false;
  return caller.kind === 'user' && request.viaService !== undefined ? false : undefined;
}

function isFederated({ context }: ScenarioRequest): boolean {
  return Object.entries(context ?? {}).some(
    ([key, value]) => key.toLowerCase() === 'aws:federatedprovider' && value !== null,
  );
}

function organizationKeys(builder: ContextBuilder, account: string, world: World): void {
  const facts = world.accounts.get(account);
  const fromFacts = { kind: 'account' } as const;
  builder.set('aws:PrincipalOrgID', facts?.organization, fromFacts);
  builder.setAll('aws:PrincipalOrgPaths', organizationPath(facts), fromFacts);
}

/** Tags of the user or role, for a federated user those of the user who federated, overlaid by the tags of the session; keys are compared without regard to case. */
function tagKeys(builder: ContextBuilder, caller: Identity, request: ScenarioRequest, world: World): void {
  const merged = new Map<string, readonly [string, string]>();
  const arn = identityArnOf(caller);
  const identity = arn === undefined ? undefined : world.identities.get(arn);
  for (const tags of [identity?.facts.tags, request.session?.tags]) {
    for (const [key, value] of Object.entries(tags ?? {})) merged.set(key.toLowerCase(), [key, value]);
  }
  for (const [key, value] of merged.values()) builder.set(`aws:PrincipalTag/${key}`, value, origin);
}
