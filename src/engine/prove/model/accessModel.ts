import { findAction } from '#engine/catalog/actions.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import type { Box } from '../box.ts';
import { boxOf } from '../box.ts';
import type { Universe } from '../universe.ts';
import { deniesOf } from './denies.ts';
import { filtersOf } from './filters.ts';
import { grantWays } from './grantWays.ts';
import { Identities } from './identities.ts';
import { keyPolicyWays } from './keyPolicyWays.ts';

/** How far a request gets: allowed without, or only with, the IAM policies of the caller's account. */
export type Level = 'none' | 'viaIam' | 'direct';

/**
 * One way to an Allow. `direct`: a key policy or grant that names the caller or everyone, `viaIam`: one that names the account.
 * IAM policies of identities that the scenario does not know are taken to allow.
 */
export interface Way extends Box {
  readonly level: 'viaIam' | 'direct';
}

/** Every layer that must allow besides, by name: SCPs of a level, the endpoint's policy. */
export interface Filter {
  readonly name: string;
  readonly boxes: readonly Box[];
}

/**
 * All that decides about a key, as boxes: a request is allowed if it is in some way and in some box of every filter, and in no
 * denial. RetireGrant and session policies are left out.
 */
export interface AccessModel {
  readonly world: World;
  readonly key: KeyInWorld;
  readonly ways: readonly Way[];
  readonly filters: readonly Filter[];
  /** Denials by documents, and what KMS bars whatever documents say (KMS-011, KMS-030). */
  readonly denies: readonly Box[];
  /** Requests about which nothing can be said, each with why. */
  readonly doubts: readonly Box[];
}

/** @throws UnsupportedStatement where a statement is beyond what boxes can say. */
export function accessModel(universe: Universe, world: World, key: KeyInWorld): AccessModel {
  const identities = new Identities(universe, world, key);
  const grants = grantWays(universe, identities, key);
  return {
    world,
    key,
    ways: [...keyPolicyWays(universe, identities, key), ...grants.ways],
    filters: filtersOf(universe, world, key),
    denies: [...deniesOf(universe, identities, world, key), ...bars(universe, key)],
    doubts: grants.doubts,
  };
}

/** Most operations work only within the key's own account (KMS-030), and a key that AWS manages is for no other (KMS-011). */
function bars(universe: Universe, key: KeyInWorld): readonly Box[] {
  const rule = key.awsManaged ? 'KMS-011' : 'KMS-030';
  const box = boxOf({ ref: rule, span: undefined, rule }, [
    universe.callers((cell) => cell.kind !== 'service' && cell.account !== key.account),
    universe.action((action) => key.awsManaged || findAction(action)?.crossAccount !== true),
  ]);
  return box === undefined ? [] : [box];
}
