import { findKeySpec } from '#engine/catalog/keySpecs.ts';
import { keyOrigins, keySpecs, keyUsages } from '#engine/catalog/keySpecs.data.ts';
import type { KeyState } from '#engine/catalog/keyState.ts';
import type { KeyUsage } from '#engine/catalog/keySpec.ts';
import type { KeyMetadata } from '#engine/scenario/scenario.ts';
import { isAccountId, splitArn } from '#engine/vocabulary/arn.ts';

/** A choice of a select; the id is AWS's value. */
export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly secondary?: string;
}

const states: readonly { readonly id: KeyState; readonly secondary?: string }[] = [
  { id: 'Enabled' },
  { id: 'Disabled' },
  { id: 'PendingDeletion' },
  { id: 'PendingReplicaDeletion', secondary: 'multi-Region primary keys' },
  { id: 'PendingImport', secondary: 'imported key material' },
  { id: 'Unavailable', secondary: 'custom key stores' },
  { id: 'Creating', secondary: 'multi-Region replica keys' },
  { id: 'Updating', secondary: 'multi-Region keys' },
];

const managers: readonly Choice[] = [
  { id: 'CUSTOMER', text: 'CUSTOMER', secondary: 'customer managed key' },
  { id: 'AWS', text: 'AWS', secondary: 'AWS managed key' },
];

const regions: readonly Choice[] = [
  { id: 'no', text: 'Single-Region' },
  { id: 'PRIMARY', text: 'PRIMARY', secondary: 'multi-Region primary key' },
  { id: 'REPLICA', text: 'REPLICA', secondary: 'multi-Region replica key' },
];

/** The values in the form's selects, with AWS's default where the scenario says nothing. */
export interface KeyFacts {
  readonly KeySpec: string;
  readonly KeyUsage: string;
  readonly Origin: string;
  readonly KeyState: string;
  readonly KeyManager: string;
  readonly region: string;
}

export type KeyFact = keyof KeyFacts;

/** Every fact of the form, in its order. */
export const keyFactLabels: Readonly<Record<KeyFact, string>> = {
  KeySpec: 'Key spec',
  KeyUsage: 'Key usage',
  Origin: 'Origin',
  KeyState: 'Key state',
  KeyManager: 'Key manager',
  region: 'Multi-Region',
};

export function keyFacts(metadata: KeyMetadata = {}): KeyFacts {
  const spec = metadata.KeySpec ?? 'SYMMETRIC_DEFAULT';
  return {
    KeySpec: spec,
    KeyUsage: metadata.KeyUsage ?? usagesOf(spec)[0] ?? 'ENCRYPT_DECRYPT',
    Origin: metadata.Origin ?? 'AWS_KMS',
    KeyState: metadata.KeyState ?? 'Enabled',
    KeyManager: metadata.KeyManager ?? 'CUSTOMER',
    region:
      metadata.MultiRegion === true
        ? (metadata.MultiRegionConfiguration?.MultiRegionKeyType ?? 'PRIMARY')
        : 'no',
  };
}

/** What a select offers; a value that AWS does not know stays choosable, so that opening a scenario never changes it. */
export function choicesOf(fact: KeyFact, facts: KeyFacts): readonly Choice[] {
  const known = knownChoices(fact, facts);
  const value = facts[fact];
  if (known.some(({ id }) => id === value)) return known;
  const secondary = fact === 'KeyUsage' ? `not possible with ${facts.KeySpec}` : 'not a value KMS has';
  return [...known, { id: value, text: value, secondary }];
}

function knownChoices(fact: KeyFact, facts: KeyFacts): readonly Choice[] {
  switch (fact) {
    case 'KeySpec':
      return keySpecs.map(({ spec, chinaOnly }) => ({
        id: spec,
        text: spec,
        ...(chinaOnly === true ? { secondary: 'China Regions only' } : {}),
      }));
    case 'KeyUsage':
      return usagesOf(facts.KeySpec).map((usage) => ({ id: usage, text: usage }));
    case 'Origin':
      return keyOrigins.map((origin) => ({ id: origin, text: origin }));
    case 'KeyState':
      return states.map((state) => ({ ...state, text: state.id }));
    case 'KeyManager':
      return managers;
    case 'region':
      return regions;
  }
}

function usagesOf(spec: string): readonly KeyUsage[] {
  const info = findKeySpec(spec);
  return info === undefined ? keyUsages : keyUsages.filter((usage) => info.algorithms[usage] !== undefined);
}

/** The metadata with one fact changed. A new spec takes a usage it can have; other fields stay as they were. */
export function withKeyFact(metadata: KeyMetadata | undefined, fact: KeyFact, value: string): KeyMetadata {
  const before = metadata ?? {};
  if (fact === 'region') return withRegion(before, value);
  const next = { ...before, [fact]: value };
  if (fact !== 'KeySpec') return next;
  const usages: readonly string[] = usagesOf(value);
  const usage = keyFacts(before).KeyUsage;
  return { ...next, KeyUsage: usages.includes(usage) ? usage : (usages[0] ?? usage) };
}

function withRegion(metadata: KeyMetadata, value: string): KeyMetadata {
  const { MultiRegionConfiguration, ...rest } = metadata;
  if (value === 'no') return { ...rest, MultiRegion: false };
  return {
    ...rest,
    MultiRegion: true,
    MultiRegionConfiguration: { ...MultiRegionConfiguration, MultiRegionKeyType: value },
  };
}

/** What is wrong with a key's ARN, or null. */
export function keyArnProblem(text: string): string | null {
  const arn = splitArn(text);
  const isKey =
    arn !== undefined &&
    arn.service === 'kms' &&
    arn.partition !== '' &&
    /^[a-z]{2}(-[a-z]+)+-\d+$/.test(arn.region) &&
    isAccountId(arn.account) &&
    /^key\/[A-Za-z0-9-]+$/.test(arn.resource);
  if (isKey) return null;
  if (arn?.service === 'kms' && arn.resource.startsWith('alias/'))
    return 'This is the ARN of an alias. The ARN of a key ends in key/ and the key id; aliases have their own rows below.';
  return 'A key ARN looks like arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab.';
}

/** What is wrong with the ARN of one key among others, or null. */
export function newArnProblem(text: string, others: readonly string[]): string | null {
  return others.includes(text) ? 'This key is here already.' : keyArnProblem(text);
}

/** What is wrong with an alias name, or null. */
export function aliasProblem(name: string, all: readonly string[]): string | null {
  if (name === '') return null;
  if (!name.startsWith('alias/')) return 'An alias name begins with alias/.';
  if (!/^alias\/[A-Za-z0-9/_-]+$/.test(name))
    return 'After alias/ an alias name has letters, digits and the characters / _ - only.';
  if (name.length > 256) return 'An alias name has at most 256 characters.';
  return all.filter((other) => other === name).length > 1 ? 'This alias stands here twice.' : null;
}

/** The aliases worth keeping of the rows being typed. */
export function aliasesOf(rows: readonly string[]): readonly string[] {
  return [...new Set(rows.filter((row) => aliasProblem(row, [row]) === null && row !== ''))];
}
