import { findNaiveAction, type NaiveAction } from './actions.ts';
import type { NaiveCaller } from './caller.ts';
import type { NaiveContext } from './context.ts';
import { endpointOf, naiveContext, type NaiveFacts } from './derivation.ts';
import { arnField, arnFields, globTextFits } from './glob.ts';
import { listed, type PlainKey, type PlainRequest, type PlainScenario, textOf } from './plain.ts';

/** One permission that a request needs. */
export interface NaiveCheck {
  readonly action: string;
  /** ARN, or `*` without a resource. */
  readonly resource: string;
  readonly target: 'key' | 'alias' | 'nothing' | 'other';
  readonly key: PlainKey | undefined;
  /** Account that owns the resource. */
  readonly account: string | undefined;
  /** Where an action without a resource takes place. */
  readonly place: string | undefined;
  readonly context: NaiveContext;
  /** The VPC endpoint the call came through (KMS-230). */
  readonly endpoint: string | undefined;
}

interface Asked {
  readonly scenario: PlainScenario;
  readonly request: PlainRequest;
  readonly caller: NaiveCaller;
}

const field = arnField;
/** The Region of a request that names no key. */
const firstRegion = (scenario: PlainScenario): string => field(scenario.keys[0]?.arn ?? '', 3);
const keyIdOf = (key: PlainKey): string => field(key.arn, 5).slice('key/'.length);

/** The permissions that a request needs (KMS semantics, 6.3), or that KMS does not find its key. */
export function naiveChecks(asked: Asked): readonly NaiveCheck[] | 'notFound' {
  const { request } = asked;
  const resourceField = request.resource === undefined ? 'kms' : field(request.resource, 2);
  const action = findNaiveAction(request.action);
  if (action === undefined || (resourceField !== '' && resourceField !== 'kms')) return [otherService(asked)];
  const region = firstRegion(asked.scenario);
  if (action.on === 'nothing') {
    if (action.name !== 'kms:CreateKey') return [onNothing(asked, action.name, region)];
    return [...creation(asked, region, undefined), ...roleCreation(asked, region)];
  }
  if (action.on === 'alias') return aliasChecks(asked, action);
  const key = namedKey(asked, action);
  if (key === undefined) return 'notFound';
  return keyChecks(asked, action, key);
}

function keyChecks(asked: Asked, action: NaiveAction, key: PlainKey): readonly NaiveCheck[] | 'notFound' {
  const { parameters = {} } = asked.request;
  const identifier = identifierOf(asked, action);
  switch (action.name) {
    case 'kms:ReEncrypt': {
      const text = textOf(parameters['DestinationKeyId']) ?? '';
      const destination = resolved(text, asked, action, false);
      if (destination === undefined) return 'notFound';
      const sameKey = destination === key;
      return [
        onKey(asked, 'kms:ReEncryptFrom', key, identifier, sameKey),
        onKey(asked, 'kms:ReEncryptTo', destination, text, sameKey),
      ];
    }
    case 'kms:ReplicateKey': {
      const region = textOf(parameters['ReplicaRegion']) ?? firstRegion(asked.scenario);
      return [onKey(asked, action.name, key, identifier), ...creation(asked, region, key)];
    }
    case 'kms:UpdatePrimaryRegion': {
      const replica = asked.scenario.keys.find(
        (one) =>
          one !== key &&
          keyIdOf(one) === keyIdOf(key) &&
          field(one.arn, 3) === textOf(parameters['PrimaryRegion']),
      );
      const first = onKey(asked, action.name, key, identifier);
      return replica === undefined ? [first] : [first, onKey(asked, action.name, replica, undefined)];
    }
    default:
      return [onKey(asked, action.name, key, identifier)];
  }
}

function identifierOf({ scenario, request }: Asked, action: NaiveAction): string {
  return request.resource ?? textOf(request.parameters?.[action.parameter]) ?? scenario.keys[0]?.arn ?? '';
}

function namedKey(asked: Asked, action: NaiveAction): PlainKey | undefined {
  return resolved(identifierOf(asked, action), asked, action, true);
}

/** KMS-031 to KMS-034. `isSource` tells the key of the ciphertext from the destination of ReEncrypt (KMS-032). */
function resolved(
  text: string,
  { scenario, caller }: Asked,
  action: NaiveAction,
  isSource: boolean,
): PlainKey | undefined {
  const resource = arnFields(text)?.[5];
  const isAlias = text.startsWith('alias/') || resource?.startsWith('alias/') === true;
  const takesAlias =
    action.identifier === 'keyOrAlias' || (action.name === 'kms:DeleteAlias' && resource === undefined);
  if (isAlias && !takesAlias) return undefined;
  if (action.identifier === 'keyArn' && resource === undefined) return undefined;
  return scenario.keys.find((key) => {
    const own = caller.account === undefined || caller.account === field(key.arn, 4);
    if (resource === undefined) {
      if (isAlias) return own && key.aliases?.includes(text) === true;
      return keyIdOf(key) === text && (own || (isSource && foreignIdFound(key, action)));
    }
    if (!isAlias) return key.arn === text;
    const samePlace = [3, 4].every((index) => field(key.arn, index) === field(text, index));
    return samePlace && key.aliases?.includes(resource) === true;
  });
}

/** Symmetric ciphertext tells its key, so Decrypt and the source of ReEncrypt also take a foreign key id (KMS-032). */
function foreignIdFound(key: PlainKey, action: NaiveAction): boolean {
  const symmetric = (textOf(key.metadata?.['KeySpec']) ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT';
  return symmetric && (action.name === 'kms:Decrypt' || action.name === 'kms:ReEncrypt');
}

function aliasNameIn(identifier: string | undefined): string | undefined {
  if (identifier === undefined) return undefined;
  if (identifier.startsWith('alias/')) return identifier;
  const resource = arnFields(identifier)?.[5];
  return resource?.startsWith('alias/') === true ? resource : undefined;
}

/**
 * The permission on the alias and on its key; for UpdateAlias also on the key that the alias leaves (KMS-024, KMS-161). Alias
 * names are unique in an account and Region (KMS-033). Of an alias that no key of the scenario has, the first key is asked.
 */
function aliasChecks(asked: Asked, action: NaiveAction): readonly NaiveCheck[] | 'notFound' {
  const { scenario, request, caller } = asked;
  const name = textOf(request.parameters?.['AliasName']) ?? '';
  const has = (key: PlainKey): boolean => key.aliases?.includes(name) === true;
  const own = (key: PlainKey): boolean =>
    caller.account === undefined || field(key.arn, 4) === caller.account;
  const current = scenario.keys.find((key) => has(key) && own(key));
  const target = action.name === 'kms:DeleteAlias' ? (current ?? scenario.keys[0]) : namedKey(asked, action);
  if (target === undefined) return 'notFound';
  const left = scenario.keys.find(
    (key) => has(key) && [3, 4].every((index) => field(key.arn, index) === field(target.arn, index)),
  );
  const leaves = action.name === 'kms:UpdateAlias' && left !== undefined && left !== target;
  return [
    onAlias(asked, action.name, name, target),
    ...[target, ...(leaves ? [left] : [])].map((key) => onKey(asked, action.name, key, undefined)),
  ];
}

/** CreateKey, and TagResource on the key to be where there are tags (KMS-025, KMS-162). */
function creation(asked: Asked, region: string, replicaOf: PlainKey | undefined): readonly NaiveCheck[] {
  const first = onNothing(asked, 'kms:CreateKey', region, replicaOf);
  if (listed(asked.request.parameters?.['Tags']).length === 0) return [first];
  const account = asked.caller.account ?? '';
  const id = replicaOf === undefined ? 'new-key' : keyIdOf(replicaOf);
  return [first, other(asked, 'kms:TagResource', `arn:aws:kms:${region}:${account}:key/${id}`, account)];
}

/** A multi-Region primary key also needs KMS's service-linked role, which KMS creates as the caller (KMS-025). */
function roleCreation(asked: Asked, region: string): readonly NaiveCheck[] {
  if (textOf(asked.request.parameters?.['MultiRegion']) !== 'true') return [];
  const account = asked.caller.account ?? '';
  const service = 'mrk.kms.amazonaws.com';
  const name = 'AWSServiceRoleForKeyManagementServiceMultiRegionKeys';
  const arn = `arn:aws:iam::${account}:role/aws-service-role/${service}/${name}`;
  const request = { ...asked.request, viaService: `kms.${region}.amazonaws.com` };
  // IAM answers in us-east-1.
  return [other({ ...asked, request }, 'iam:CreateServiceLinkedRole', arn, account, 'us-east-1')];
}

function onKey(
  asked: Asked,
  action: string,
  key: PlainKey,
  identifier: string | undefined,
  sameKey?: boolean,
): NaiveCheck {
  const account = field(key.arn, 4);
  const scene = sceneFor(asked, action, {
    key,
    resourceAccount: account,
    region: field(key.arn, 3),
    alias: aliasNameIn(identifier),
    sameKey,
  });
  return { action, resource: key.arn, target: 'key', key, account, place: undefined, ...scene };
}

/** No KMS condition key works on the alias itself (KMS-024). */
function onAlias(asked: Asked, action: string, name: string, key: PlainKey): NaiveCheck {
  const [, partition = '', , region = '', account = ''] = arnFields(key.arn) ?? [];
  const scene = sceneFor(asked, action, { resourceAccount: account, region });
  const { context } = scene;
  for (const name of context.keys())
    if (name.startsWith('kms:') || name.startsWith('aws:resourcetag/')) context.delete(name);
  const resource = `arn:${partition}:kms:${region}:${account}:${name}`;
  return { action, resource, target: 'alias', key: undefined, account, place: undefined, ...scene };
}

function onNothing(asked: Asked, action: string, region: string, replicaOf?: PlainKey): NaiveCheck {
  const { account } = asked.caller;
  const scene = sceneFor(asked, action, { resourceAccount: account, region, replicaOf });
  const place = account === undefined ? undefined : `arn:aws:kms:${region}:${account}:`;
  return { action, resource: '*', target: 'nothing', key: undefined, account, place, ...scene };
}

function otherService(asked: Asked): NaiveCheck {
  const { request, scenario, caller } = asked;
  const arn = request.resource ?? '*';
  const known = scenario.resources?.find((resource) => globTextFits(resource.arn, arn))?.account;
  const account = known ?? (field(arn, 4) === '' ? caller.account : field(arn, 4));
  if (arn === '*') return onNothing(asked, request.action, field(scenario.keys[0]?.arn ?? '', 3));
  return other(asked, request.action, arn, account);
}

function other(
  asked: Asked,
  action: string,
  arn: string,
  account: string | undefined,
  place?: string,
): NaiveCheck {
  const region = place ?? (field(arn, 3) === '' ? firstRegion(asked.scenario) : field(arn, 3));
  const scene = sceneFor(asked, action, { resourceAccount: account, region });
  return { action, resource: arn, target: 'other', key: undefined, account, place: undefined, ...scene };
}

type Scene = Pick<NaiveCheck, 'context' | 'endpoint'>;

function sceneFor(asked: Asked, action: string, facts: Partial<NaiveFacts>): Scene {
  const context = naiveContext({
    ...asked,
    action,
    key: undefined,
    resourceAccount: undefined,
    region: firstRegion(asked.scenario),
    alias: undefined,
    sameKey: undefined,
    replicaOf: undefined,
    ...facts,
  });
  return { context, endpoint: endpointOf(asked.request, asked.caller) };
}
