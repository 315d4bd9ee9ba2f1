import { findNaiveAction, type NaiveAction } from './actions.ts';
import {
  type Asked,
  firstRegion,
  type NaiveCheck,
  onAlias,
  onKey,
  onNothing,
  other,
  partitionOf,
  through,
} from './check.ts';
import { arnField as field, globTextFits } from './glob.ts';
import { isWithin, keyIdOf, namedBy, namedKey, resolved } from './namedKeys.ts';
import { listed, type PlainKey, textOf } from './plain.ts';
import { callsOfService } from './serviceCalls.ts';

/** The permissions that a request needs (KMS semantics, 6.3), or that KMS does not find its key. */
export function naiveChecks(asked: Asked): readonly NaiveCheck[] | 'notFound' {
  const { request } = asked;
  const resourceField = request.resource === undefined ? 'kms' : field(request.resource, 2);
  const action = findNaiveAction(request.action);
  if (action === undefined || (resourceField !== '' && resourceField !== 'kms')) return otherService(asked);
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
  // What only the ciphertext tells is no name that the request gives.
  const identifier = namedBy(asked, action);
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
          [1, 4].every((index) => field(one.arn, index) === field(key.arn, index)) &&
          field(one.arn, 3) === textOf(parameters['PrimaryRegion']),
      );
      const first = onKey(asked, action.name, key, identifier);
      return replica === undefined ? [first] : [first, onKey(asked, action.name, replica, undefined)];
    }
    default:
      return [onKey(asked, action.name, key, identifier)];
  }
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
    isWithin(key.arn, caller) && (caller.account === undefined || field(key.arn, 4) === caller.account);
  const current = scenario.keys.find((key) => has(key) && own(key));
  const first = scenario.keys.slice(0, 1).find((key) => isWithin(key.arn, caller));
  const target = action.name === 'kms:DeleteAlias' ? (current ?? first) : namedKey(asked, action);
  if (target === undefined) return 'notFound';
  const left = scenario.keys.find(
    (key) => has(key) && [1, 3, 4].every((index) => field(key.arn, index) === field(target.arn, index)),
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
  const arn = `arn:${partitionOf(asked)}:kms:${region}:${account}:key/${id}`;
  return [first, other(asked, 'kms:TagResource', arn, account, region)];
}

/** The Region in which IAM answers. */
const regionOfIam = (partition: string): string =>
  partition === 'aws-cn' ? 'cn-north-1' : partition === 'aws-us-gov' ? 'us-gov-west-1' : 'us-east-1';

/** A multi-Region primary key also needs KMS's service-linked role, which KMS creates as the caller (KMS-025). */
function roleCreation(asked: Asked, region: string): readonly NaiveCheck[] {
  if (textOf(asked.request.parameters?.['MultiRegion']) !== 'true') return [];
  const account = asked.caller.account ?? '';
  const service = 'mrk.kms.amazonaws.com';
  const name = 'AWSServiceRoleForKeyManagementServiceMultiRegionKeys';
  const partition = partitionOf(asked);
  const arn = `arn:${partition}:iam::${account}:role/aws-service-role/${service}/${name}`;
  const asKms = through(asked, { ...asked.request, viaService: `kms.${region}.amazonaws.com` });
  return [other(asKms, 'iam:CreateServiceLinkedRole', arn, account, regionOfIam(partition))];
}

/** The action itself, and what the service asks of KMS for it (KMS-205). */
function otherService(asked: Asked): readonly NaiveCheck[] | 'notFound' {
  const { request, scenario, caller } = asked;
  const arn = request.resource ?? '*';
  const matching = (scenario.resources ?? []).filter((resource) => globTextFits(resource.arn, arn));
  const encrypted = matching.find(({ encryption }) => encryption !== undefined);
  const calls = encrypted === undefined ? [] : callsOfService(asked, arn, encrypted);
  if (calls === 'notFound') return calls;
  const known = matching[0]?.account;
  const account = known ?? (field(arn, 4) === '' ? caller.account : field(arn, 4));
  const own =
    arn === '*'
      ? onNothing(asked, request.action, firstRegion(scenario))
      : other(asked, request.action, arn, account);
  return [own, ...calls];
}
