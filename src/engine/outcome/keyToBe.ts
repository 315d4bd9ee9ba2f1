import { compilePolicy } from '../authorize/plan.ts';
import { keyOrigins, keyUsages } from '../catalog/keySpecs.data.ts';
import type { Policy } from '../policy/policy.ts';
import { callerAccount } from '../request/caller.ts';
import {
  asText,
  isList,
  memberParameter,
  own,
  type Parameters,
  textParameter,
} from '../request/parameters.ts';
import { regionOf } from '../request/prepare.ts';
import type { KeyInWorld } from '../world/world.ts';
import { type KmsCall, namedKey } from './call.ts';

/**
 * The key a call that carries a policy leaves behind: the same key under its new policy (PutKeyPolicy), a new key in the
 * caller's account (CreateKey), or a replica in another Region (ReplicateKey).
 *
 * @returns undefined where the call names no key that it could change or copy.
 */
export function keyToBe(call: KmsCall, policy: Policy, text: string): KeyInWorld | undefined {
  const plan = compilePolicy(policy);
  if (call.action.name === 'kms:CreateKey') return { ...newKey(call, text), policy: plan };
  const key = namedKey(call);
  if (key === undefined) return undefined;
  return call.action.name === 'kms:ReplicateKey'
    ? { ...replica(call, key), policy: plan }
    : { ...key, policy: plan };
}

function newKey({ parameters, caller, world }: KmsCall, text: string): KeyInWorld {
  const region = regionOf(world);
  const account = callerAccount(caller) ?? '';
  const partition = world.keys[0]?.partition ?? 'aws';
  const arn = `arn:${partition}:kms:${region}:${account}:key/new-key`;
  const usage = textParameter(parameters, 'KeyUsage');
  const origin = textParameter(parameters, 'Origin');
  const multiRegion = textParameter(parameters, 'MultiRegion') === 'true';
  return {
    facts: { arn, policy: { id: 'parameters/Policy', text } },
    arn,
    partition,
    region,
    account,
    id: 'new-key',
    spec:
      textParameter(parameters, 'KeySpec') ??
      textParameter(parameters, 'CustomerMasterKeySpec') ??
      'SYMMETRIC_DEFAULT',
    usage: keyUsages.find((known) => known === usage) ?? 'ENCRYPT_DECRYPT',
    origin: keyOrigins.find((known) => known === origin) ?? 'AWS_KMS',
    state: 'Enabled',
    awsManaged: false,
    multiRegion,
    multiRegionKeyType: multiRegion ? 'PRIMARY' : undefined,
    aliases: [],
    tags: tagsOf(parameters),
    policy: undefined,
    grants: [],
  };
}

/** A replica shares key id and material; aliases, tags, policy and grants are its own (KMS-002, KMS-165). */
function replica({ parameters }: KmsCall, key: KeyInWorld): KeyInWorld {
  const region = textParameter(parameters, 'ReplicaRegion') ?? key.region;
  const arn = `arn:${key.partition}:kms:${region}:${key.account}:key/${key.id}`;
  const tags = tagsOf(parameters);
  return { ...key, arn, region, multiRegionKeyType: 'REPLICA', aliases: [], tags, grants: [] };
}

function tagsOf(parameters: Parameters): ReadonlyMap<string, string> {
  const given = own(parameters, 'Tags');
  const tags = new Map<string, string>();
  for (const tag of isList(given) ? given : []) {
    const name = asText(memberParameter(tag, 'TagKey'));
    if (name !== undefined) tags.set(name, asText(memberParameter(tag, 'TagValue')) ?? '');
  }
  return tags;
}
