import { findKeySpec } from '../catalog/keySpecs.ts';
import type { ScenarioKey } from '../scenario/scenario.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyTrait } from './recipe.ts';

/** What a recipe has to know of the key it is for. */
export interface KeyOfRecipe {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly traits: ReadonlySet<KeyTrait>;
  /** What its administrators and its users may do with it, as the console has it for keys of its kind. */
  readonly administration: readonly string[];
  readonly use: readonly string[];
}

const administration = [
  'kms:Create*',
  'kms:Describe*',
  'kms:Enable*',
  'kms:List*',
  'kms:Put*',
  'kms:Update*',
  'kms:Revoke*',
  'kms:Disable*',
  'kms:Get*',
  'kms:Delete*',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:ScheduleKeyDeletion',
  'kms:CancelKeyDeletion',
  'kms:RotateKeyOnDemand',
];

const use: Readonly<Record<Exclude<KeyTrait, 'multiRegion' | 'singleRegion'>, readonly string[]>> = {
  symmetricEncryption: [
    'kms:Encrypt',
    'kms:Decrypt',
    'kms:ReEncrypt*',
    'kms:GenerateDataKey*',
    'kms:DescribeKey',
  ],
  asymmetricEncryption: [
    'kms:Encrypt',
    'kms:Decrypt',
    'kms:ReEncrypt*',
    'kms:DescribeKey',
    'kms:GetPublicKey',
  ],
  signing: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign', 'kms:Verify'],
  mac: ['kms:DescribeKey', 'kms:GenerateMac', 'kms:VerifyMac'],
  keyAgreement: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:DeriveSharedSecret'],
  encapsulation: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Encapsulate', 'kms:Decapsulate'],
};

/**
 * The facts of a key that recipes are filled with. Administrators of imported keys may also import key material, those of
 * multi-Region keys replicate them; rotation on demand is for symmetric encryption keys only (DG26:key-policy-default).
 *
 * @returns undefined where the key's ARN is none, so that there is nothing to fill in
 */
export function keyOfRecipe({ arn, metadata = {} }: ScenarioKey): KeyOfRecipe | undefined {
  const parts = splitArn(arn);
  if (parts === undefined) return undefined;
  const kind = kindOf(metadata.KeySpec ?? 'SYMMETRIC_DEFAULT', metadata.KeyUsage);
  const isMultiRegion = metadata.MultiRegion === true;
  return {
    arn,
    account: parts.account,
    region: parts.region,
    partition: parts.partition,
    traits: new Set([kind, isMultiRegion ? 'multiRegion' : 'singleRegion']),
    administration: [
      ...administration.filter(
        (action) => action !== 'kms:RotateKeyOnDemand' || kind === 'symmetricEncryption',
      ),
      ...(metadata.Origin === 'EXTERNAL' ? ['kms:ImportKeyMaterial'] : []),
      ...(isMultiRegion ? ['kms:ReplicateKey'] : []),
    ],
    use: use[kind],
  };
}

function kindOf(spec: string, usage: string | undefined): keyof typeof use {
  const info = findKeySpec(spec);
  if (info?.type === 'hmac') return 'mac';
  if (info?.type !== 'asymmetric') return 'symmetricEncryption';
  switch (usage ?? Object.keys(info.algorithms)[0]) {
    case 'SIGN_VERIFY':
      return 'signing';
    case 'KEY_AGREEMENT':
      return 'keyAgreement';
    case 'ENCAPSULATE_DECAPSULATE':
      return 'encapsulation';
    default:
      return 'asymmetricEncryption';
  }
}
