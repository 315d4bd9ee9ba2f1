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

/** Condition keys about the account that owns the resource (IAM section 7). */
export function ownerKeys(builder: ContextBuilder, account: string | undefined, world: World): void {
  if (account === undefined || account === '') return;
  const facts = world.accounts.get(account);
  const origin = { kind: 'account' } as const;
  builder.set('aws:ResourceAccount', account, origin);
  builder.set('aws:ResourceOrgID', facts?.organization, origin);
  builder.setAll('aws:ResourceOrgPaths', organizationPath(facts), origin);
}
