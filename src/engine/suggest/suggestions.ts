import { findAction, kmsActions } from '../catalog/actions.ts';
import { conditionKeys, findConditionKey } from '../catalog/conditionKeys.ts';
import { viaServices } from '../catalog/services.ts';
import { accessRows } from '../access/principals.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import type { Suggestions } from '../study.ts';
import { encryptionContextIn, mentionsOf, type Mentions } from './mentions.ts';

/** What a request builder can offer: first what the documents speak of, then what the catalog knows. */
export function suggestionsFor(world: World, operation: string): Suggestions {
  const mentions = mentionsOf(world);
  const key = world.keys[0];
  return {
    principals: principals(world),
    operations: kmsActions
      .filter((action) => action.kind !== 'permission' && action.class !== 'internal')
      .map(({ name, meaning, group }) => ({ name, meaning, group })),
    viaServices: viaServicesFor(key, mentions),
    contextKeys: contextKeys(mentions),
    encryptionContext: encryptionContextIn(world, mentions),
    parameters: parameters(operation, world),
  };
}

function principals(world: World): Suggestions['principals'] {
  const [key] = world.keys;
  if (key === undefined) return [];
  const rows = accessRows(world, key).flatMap(({ ask, label, detail }) =>
    ask === null ? [] : [{ value: ask, label, detail }],
  );
  const root = `arn:${key.partition}:iam::${key.account}:root`;
  return [...rows, { value: root, label: 'Root user', detail: key.account }];
}

function viaServicesFor(key: KeyInWorld | undefined, mentions: Mentions): readonly string[] {
  const mentioned = [...(mentions.get('kms:viaservice')?.values ?? [])];
  const region = key?.region === undefined || key.region === '' ? 'us-east-1' : key.region;
  return [...new Set([...mentioned, ...viaServices.map((service) => `${service}.${region}.amazonaws.com`)])];
}

/** Keys with a parameter or slot of their own are not offered again. */
const elsewhere = new Set(['kms:viaservice', 'kms:encryptioncontextkeys', 'kms:calleraccount']);

function contextKeys(mentions: Mentions): Suggestions['contextKeys'] {
  const offered = ({ key }: { readonly key: string }): boolean =>
    !elsewhere.has(key.toLowerCase()) && !key.toLowerCase().startsWith('kms:encryptioncontext:');
  const mentioned = [...mentions.values()]
    .toSorted((left, right) => right.count - left.count)
    .filter(offered);
  const known = conditionKeys
    .filter((info) => info.prefix === undefined && !mentions.has(info.name.toLowerCase()))
    .map((info) => ({ key: info.name, meaning: info.meaning, mentioned: false }))
    .filter(offered);
  return [
    ...mentioned.map(({ key }) => ({
      key,
      meaning: findConditionKey(key)?.meaning ?? 'A condition key of the documents.',
      mentioned: true,
    })),
    ...known,
  ];
}

/** Parameters that name the key or carry the encryption context have their own places in the builder. */
const ownPlaces: ReadonlySet<string> = new Set([
  'KeyId',
  'SourceKeyId',
  'TargetKeyId',
  'EncryptionContext',
  'SourceEncryptionContext',
  'DestinationEncryptionContext',
]);

function parameters(operation: string, world: World): Suggestions['parameters'] {
  const action = findAction(operation);
  if (action === undefined || !operation.toLowerCase().startsWith('kms:')) return [];
  return action.parameters
    .filter(({ name }) => !ownPlaces.has(name))
    .map(({ name, values, default: fallback }) => ({
      name,
      values: values ?? namesInWorld(name, world),
      default: fallback ?? null,
    }));
}

/** What a parameter can name that the scenario has. */
function namesInWorld(parameter: string, { keys }: World): readonly string[] {
  switch (parameter) {
    case 'GrantId':
      return keys[0]?.grants.map(({ grant }) => grant.id) ?? [];
    case 'DestinationKeyId':
      return keys.map(({ arn }) => arn);
    case 'AliasName':
      return keys.flatMap(({ aliases }) => aliases);
    case 'ReplicaRegion':
    case 'PrimaryRegion':
      return [...new Set(keys.map(({ region }) => region))].filter((region) => region !== keys[0]?.region);
    default:
      return [];
  }
}
