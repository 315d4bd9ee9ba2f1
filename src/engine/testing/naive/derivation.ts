import { encryptionContextParameter, findNaiveAction, hasRequestAlias } from './actions.ts';
import { namedGrant } from './grantList.ts';
import { identityOf, type NaiveCaller } from './caller.ts';
import { giveContext, type NaiveContext, put, valuesOf } from './context.ts';
import { parameterKeys } from './parameterKeys.ts';
import {
  type Json,
  memberOf,
  type Pairs,
  pairsOf,
  type PlainKey,
  type PlainRequest,
  type PlainScenario,
  textOf,
} from './plain.ts';

/** What the condition keys of one check are derived from. */
export interface NaiveFacts {
  readonly scenario: PlainScenario;
  readonly request: PlainRequest;
  readonly caller: NaiveCaller;
  readonly action: string;
  /** The key that the permission is about, if it is about one. */
  readonly key: PlainKey | undefined;
  readonly resourceAccount: string | undefined;
  readonly region: string;
  /** Alias name by which the request names the key. */
  readonly alias: string | undefined;
  /** For the two permissions of ReEncrypt: both keys are one. */
  readonly sameKey: boolean | undefined;
  /** For the CreateKey of a ReplicateKey: the primary (KMS-162). */
  readonly replicaOf: PlainKey | undefined;
  /** Services through which the request reached the one in `viaService`, in order. */
  readonly earlier: readonly string[];
}

/**
 * The VPC endpoint that a request came through: the one its context names. What a service calls, for itself or for someone,
 * passes no endpoint of the customer (KMS-230, IAM-122).
 */
export const endpointOf = (request: PlainRequest, caller: NaiveCaller): string | undefined => {
  if (caller.kind === 'service' || request.viaService !== undefined) return undefined;
  const given: NaiveContext = new Map();
  giveContext(given, request.context ?? {});
  return valuesOf(given, 'aws:SourceVpce')?.[0];
};

/** All condition keys of a check (the spec's tables 5.1 and 7). */
export function naiveContext(facts: NaiveFacts): NaiveContext {
  const context: NaiveContext = new Map();
  principalKeys(context, facts);
  organizationKeys(context, facts);
  serviceKeys(context, facts);
  networkKeys(context, facts);
  keyKeys(context, facts);
  requestKeys(context, facts);
  giveContext(context, facts.request.context ?? {});
  leaveOut(context, facts);
  return context;
}

const ofEndpoint = ['SourceVpc', 'SourceVpce', 'VpcSourceIp', 'VpceAccount', 'VpceOrgID', 'VpceOrgPaths'];

/** Also given keys are absent: those of an endpoint in a forward access session (KMS-203), the address beside one (KMS-238). */
function leaveOut(context: NaiveContext, { request, caller }: NaiveFacts): void {
  if (request.viaService !== undefined)
    for (const name of ofEndpoint) context.delete(`aws:${name}`.toLowerCase());
  if (endpointOf(request, caller) !== undefined) context.delete('aws:sourceip');
}

/** IAM section 7, table 2.1. */
function principalKeys(context: NaiveContext, facts: NaiveFacts): void {
  const { caller, request } = facts;
  for (const [name, value] of Object.entries(identityKeys(facts))) put(context, name, value);
  put(context, 'aws:MultiFactorAuthPresent', mfaOf(facts));
  const identity = identityOf(caller, facts.scenario.identities ?? []);
  for (const [name, value] of mergedTags(pairsOf(identity?.tags), pairsOf(request.session?.tags)))
    put(context, `aws:PrincipalTag/${name}`, value);
}

/** Table 7: false for sessions without it, but those of a provider, and for a user whom a service forwards. */
function mfaOf({ caller, request }: NaiveFacts): string | undefined {
  if (caller.kind === 'service' || caller.kind === 'anonymous') return undefined;
  const given = request.session?.mfaAuthenticated;
  if (given !== undefined) return String(given);
  const names = Object.keys(request.context ?? {}).map((name) => name.toLowerCase());
  const isSession = caller.kind === 'session' && !names.includes('aws:federatedprovider');
  const isForwarded = caller.kind === 'user' && request.viaService !== undefined;
  return isSession || isForwarded ? 'false' : undefined;
}

type Keys = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Keys that say who calls, by the kind of the caller. */
function identityKeys({ caller, scenario }: NaiveFacts): Keys {
  const { kind, account, principal, sessionName } = caller;
  const id = identityOf(caller, scenario.identities ?? [])?.id;
  const keys = (type: string, arn: string | undefined, userid: string | undefined): Keys => ({
    'aws:PrincipalIsAWSService': 'false',
    'aws:PrincipalAccount': account,
    'aws:PrincipalType': type,
    'aws:PrincipalArn': arn,
    'aws:userid': userid,
  });
  switch (kind) {
    case 'anonymous':
      return {
        'aws:PrincipalAccount': 'anonymous',
        'aws:PrincipalType': 'Anonymous',
        'aws:userid': 'anonymous',
      };
    case 'service':
      return {
        'aws:PrincipalIsAWSService': 'true',
        'aws:PrincipalServiceName': principal,
        'aws:PrincipalServiceNamesList': [principal],
      };
    case 'root':
      return keys('Account', `arn:${caller.partition}:iam::${account}:root`, account);
    case 'user':
      // IAM-118: users only, without the path.
      return {
        ...keys('User', principal, id),
        'aws:username': principal.slice(principal.lastIndexOf('/') + 1),
      };
    case 'session': {
      // KMS-183: the role's ARN, never the session's.
      const userid = id === undefined || sessionName === undefined ? undefined : `${id}:${sessionName}`;
      return keys('AssumedRole', caller.identityArn, userid);
    }
    case 'federated':
      return keys('FederatedUser', principal, `${account}:${sessionName}`);
    default:
      return kind satisfies never;
  }
}

/** Tags of the session win over those of the identity; tag keys ignore case. */
function mergedTags(own: Pairs, session: Pairs): Pairs {
  const kept = own.filter(([name]) => !session.some(([other]) => other.toLowerCase() === name.toLowerCase()));
  return [...session, ...kept];
}

/** IAM-140: one path, with a slash after each part. */
function organizationKeys(context: NaiveContext, { scenario, caller, resourceAccount }: NaiveFacts): void {
  const ofAccount = (who: 'Principal' | 'Resource', id: string | undefined): void => {
    const facts = scenario.accounts?.find((account) => account.id === id);
    if (facts?.organization === undefined) return;
    put(context, `aws:${who}OrgID`, facts.organization);
    const path = [facts.organization, ...(facts.path ?? [])].map((part) => `${part}/`).join('');
    put(context, `aws:${who}OrgPaths`, [path]);
  };
  ofAccount('Principal', caller.account);
  put(context, 'aws:ResourceAccount', resourceAccount);
  ofAccount('Resource', resourceAccount);
}

const grantCalls = ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'];

/** KMS-200, KMS-041, KMS-069, U-15, U-16. */
function serviceKeys(context: NaiveContext, { caller, request, action, key, earlier }: NaiveFacts): void {
  const via = request.viaService;
  put(context, 'aws:ViaAWSService', String(via !== undefined));
  if (via !== undefined) {
    // `s3.us-east-1.amazonaws.com` is the service `s3.amazonaws.com`.
    const chain = [...earlier, via].map((one) => `${one.slice(0, one.indexOf('.'))}.amazonaws.com`);
    put(context, 'aws:CalledVia', chain);
    put(context, 'aws:CalledViaFirst', chain[0]);
    put(context, 'aws:CalledViaLast', chain.at(-1));
  }
  // KRO of table 5.1: also on a key that is about to exist.
  const takesKey = findNaiveAction(action)?.on === 'key' || key !== undefined || action === 'kms:CreateKey';
  const isStore = action.includes('CustomKeyStore');
  if (takesKey) put(context, 'kms:ViaService', via);
  if (takesKey || isStore) put(context, 'kms:CallerAccount', caller.account);
  if (grantCalls.includes(action)) put(context, 'kms:GrantIsForAWSResource', String(via !== undefined));
}

function networkKeys(context: NaiveContext, { caller, request, scenario, region }: NaiveFacts): void {
  put(context, 'aws:RequestedRegion', region);
  if (caller.kind !== 'service') put(context, 'aws:SecureTransport', 'true');
  const endpoint = scenario.vpcEndpoints?.find(({ id }) => id === endpointOf(request, caller));
  put(context, 'aws:SourceVpc', endpoint?.vpc);
}

/** Resource keys exist for operations on a key alone (KMS-130), and for a replica that is created (KMS-162). */
function keyKeys(context: NaiveContext, { key, replicaOf }: NaiveFacts): void {
  const source = key ?? replicaOf;
  if (source === undefined) return;
  const metadata = source.metadata ?? {};
  const spec = textOf(metadata['KeySpec']) ?? 'SYMMETRIC_DEFAULT';
  const usage = textOf(metadata['KeyUsage']) ?? 'ENCRYPT_DECRYPT';
  put(context, 'kms:KeySpec', spec);
  put(context, 'kms:CustomerMasterKeySpec', spec);
  put(context, 'kms:KeyUsage', usage);
  put(context, 'kms:CustomerMasterKeyUsage', usage);
  put(context, 'kms:KeyOrigin', textOf(metadata['Origin']) ?? 'AWS_KMS');
  if (key === undefined) {
    put(context, 'kms:MultiRegion', 'true');
    put(context, 'kms:MultiRegionKeyType', 'REPLICA');
    return;
  }
  put(context, 'kms:MultiRegion', textOf(metadata['MultiRegion']) ?? 'false');
  const configuration = memberOf(metadata, 'MultiRegionConfiguration');
  put(context, 'kms:MultiRegionKeyType', textOf(memberOf(configuration, 'MultiRegionKeyType')));
  put(context, 'kms:ResourceAliases', key.aliases);
  for (const [name, value] of pairsOf(key.tags)) put(context, `aws:ResourceTag/${name}`, value);
}

function requestKeys(context: NaiveContext, facts: NaiveFacts): void {
  const { action, request, alias, sameKey } = facts;
  const parameters = request.parameters ?? {};
  if (hasRequestAlias(action)) put(context, 'kms:RequestAlias', alias);
  put(context, 'kms:ReEncryptOnSameKey', sameKey === undefined ? undefined : String(sameKey));
  parameterKeys(context, action, parameters);
  const name = encryptionContextParameter(action);
  const constraint = constraintOf(facts);
  if (constraint !== undefined) put(context, 'kms:GrantConstraintType', constraint[0]);
  const pairs = name === undefined ? pairsOf(constraint?.[1]) : pairsOf(parameters[name]);
  // KMS-105, KMS-106: without an encryption context the keys are absent.
  for (const [key, value] of pairs) put(context, `kms:EncryptionContext:${key}`, value);
  const names = pairs.map(([key]) => key);
  if (names.length > 0) put(context, 'kms:EncryptionContextKeys', names);
}

/** KMS-112, KMS-074: the constraint of the grant that a CreateGrant would make, or a RetireGrant end, with its kind. */
function constraintOf({ action, request, key }: NaiveFacts): readonly [string, Json] | undefined {
  const parameters = request.parameters ?? {};
  const retired = key === undefined || action !== 'kms:RetireGrant' ? undefined : namedGrant(key, parameters);
  const constraints = memberOf(action === 'kms:CreateGrant' ? parameters : retired, 'Constraints');
  for (const kind of ['EncryptionContextEquals', 'EncryptionContextSubset']) {
    const pairs = memberOf(constraints, kind);
    if (pairs !== undefined) return [kind, pairs];
  }
  return undefined;
}
