import type { KeyInWorld, World } from '../world/world.ts';
import type { ContextBuilder } from './contextBuilder.ts';
import { organizationPath } from './organization.ts';

/** Condition keys that are properties of the KMS key (KMS-130, table 5.1). */
export function keyKeys(builder: ContextBuilder, key: KeyInWorld): void {
  const property = (name: string) => ({ kind: 'key', property: name }) as const;
  builder.set('kms:KeySpec', key.spec, property('KeySpec'));
  builder.set('kms:CustomerMasterKeySpec', key.spec, property('KeySpec'));
  builder.set('kms:KeyUsage', key.usage, property('KeyUsage'));
  builder.set('kms:CustomerMasterKeyUsage', key.usage, property('KeyUsage'));
  builder.set('kms:KeyOrigin', key.origin, property('Origin'));
  builder.set('kms:MultiRegion', key.multiRegion, property('MultiRegion'));
  builder.set('kms:MultiRegionKeyType', key.multiRegionKeyType, property('MultiRegionKeyType'));
  builder.setAll('kms:ResourceAliases', key.aliases, property('aliases'));
  for (const [name, value] of key.tags) builder.set(`aws:ResourceTag/${name}`, value, property('tags'));
}

/** What CreateKey is asked about when a replica is created: the properties that it shares with its primary (KMS-162). */
export function replicaKeys(builder: ContextBuilder, primary: KeyInWorld): void {
  const { spec, usage, origin } = primary;
  const property = (name: string) => ({ kind: 'key', property: name }) as const;
  builder.set('kms:KeySpec', spec, property('KeySpec'));
  builder.set('kms:CustomerMasterKeySpec', spec, property('KeySpec'));
  builder.set('kms:KeyUsage', usage, property('KeyUsage'));
  builder.set('kms:CustomerMasterKeyUsage', usage, property('KeyUsage'));
  builder.set('kms:KeyOrigin', origin, property('Origin'));
  builder.set('kms:MultiRegion', true, property('MultiRegion'));
  builder.set('kms:MultiRegionKeyType', 'REPLICA', { kind: 'parameter', name: 'ReplicaRegion' });
}

/** Condition keys of RetireGrant come from the constraint of the grant being retired (KMS-074). */
export function retiredGrantKeys(
  builder: ContextBuilder,
  key: KeyInWorld,
  grantId: string | undefined,
): void {
  const grant = key.grants.find((candidate) => candidate.grant.id === grantId)?.grant;
  const constraint = grant?.equals ?? grant?.subset;
  if (grant === undefined || constraint === undefined) return;
  const type = grant.equals === undefined ? 'EncryptionContextSubset' : 'EncryptionContextEquals';
  const origin = { kind: 'key', property: 'grants' } as const;
  builder.set('kms:GrantConstraintType', type, origin);
  for (const [name, value] of constraint.pairs) builder.set(`kms:EncryptionContext:${name}`, value, origin);
  builder.setAll('kms:EncryptionContextKeys', [...constraint.pairs.keys()], origin);
}

/** Condition keys about the account that owns the resource (IAM section 7). */
export function ownerKeys(builder: ContextBuilder, account: string | undefined, world: World): void {
  if (account === undefined || account === '') return;
  const facts = world.accounts.get(account);
  const origin = { kind: 'account' } as const;
  builder.set('aws:ResourceAccount', account, origin);
  builder.set('aws:ResourceOrgID', facts?.organization, origin);
  builder.setAll('aws:ResourceOrgPaths', organizationPath(facts), origin);
}
