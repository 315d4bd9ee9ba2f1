import type { Check } from '#engine/authorize/check.ts';
import { decide, ownSide, type Outcome } from '#engine/authorize/decide.ts';
import { type Layers, layersOf } from '#engine/authorize/layers.ts';
import { MatchClass } from '#engine/authorize/principalMatch.ts';
import type { ContextEntry, RequestContext } from '#engine/conditions/context.ts';
import { callerAccount } from '#engine/request/caller.ts';
import { readRequest } from '#engine/request/readRequest.ts';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import type { Level } from './model/accessModel.ts';

/** A condition key of a witness, as the model has it. */
export interface WantedKey {
  readonly key: string;
  readonly name: string;
  /** Undefined: absent. */
  readonly values: readonly string[] | undefined;
  readonly multivalued: boolean;
  /** What the key policy sees of a key that AWS keeps from it. */
  readonly keptFromKeyPolicy: boolean;
}

/** A request that a search found, with everything the policies look at settled. */
export interface Found {
  readonly request: ScenarioRequest;
  /** The permission that is asked about: `kms:ReEncryptFrom` of a ReEncrypt. */
  readonly action: string;
  readonly keys: readonly WantedKey[];
}

/**
 * What the evaluator says of a request: how far it gets in a world. IAM policies of identities that the world does not know are
 * taken to allow, as everywhere in this folder.
 *
 * @returns undefined where the request cannot be asked, or does not carry what the search settled: then nothing is confirmed.
 */
export function replay(world: World, key: KeyInWorld, found: Found): Level | undefined {
  const read = readRequest(world, found.request);
  if (read.kind !== 'checks') return undefined;
  const check = read.checks.find(
    (one) => one.action === found.action && one.target.kind === 'key' && one.target.key.arn === key.arn,
  );
  if (check === undefined || !carries(check, found.keys)) return undefined;
  const asked: Check = {
    ...check,
    keyPolicyContext: withKept(check.keyPolicyContext, found.keys),
    open: true,
  };
  const layers = layersOf(world, asked, undefined);
  return levelOf(asked, layers, decide(asked, layers));
}

function carries(check: Check, keys: readonly WantedKey[]): boolean {
  return keys.every(({ key, values, keptFromKeyPolicy, multivalued }) => {
    if (keptFromKeyPolicy) return true;
    const entry = check.context.entries.get(key);
    const present = entry?.state === 'present' ? entry.values : undefined;
    if (values === undefined) return present === undefined || present.length === 0;
    return present?.join('\n') === values.join('\n') && entry?.multivalued === multivalued;
  });
}

/** AWS keeps some keys from key policies (KMS-134); a request against that fact is asked as if it did not. */
function withKept(context: RequestContext, keys: readonly WantedKey[]): RequestContext {
  const kept = keys.filter(({ keptFromKeyPolicy }) => keptFromKeyPolicy);
  if (kept.every(({ values }) => values === undefined)) return context;
  const entries = new Map<string, ContextEntry>(context.entries);
  for (const { key, name, values, multivalued } of kept) {
    if (values === undefined) entries.delete(key);
    else entries.set(key, { key: name, state: 'present', values, multivalued, origin: { kind: 'given' } });
  }
  return { ...context, entries };
}

/** The level of an outcome; `depends` can only mean IAM policies that nobody supplied. */
function levelOf(check: Check, layers: Layers, outcome: Outcome): Level {
  if (outcome.decision !== 'allowed' && outcome.decision !== 'depends') return 'none';
  const { paths, says } = outcome;
  if (paths.direct === 'true') return 'direct';
  const named = (says.keyPolicy.allowed & ~MatchClass.account) !== 0;
  if (callerAccount(check.caller) !== check.resourceAccount && named && paths.crossAccount !== 'false')
    return 'direct';
  if (paths.grant !== 'true') return 'viaIam';
  const { limits } = ownSide(check, layers, says);
  const direct = says.grants.strong === 'true' || (says.grants.limited === 'true' && limits === 'true');
  return direct ? 'direct' : 'viaIam';
}
