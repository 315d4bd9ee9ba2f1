import type { KeyMetadata, Scenario, ScenarioKey } from '#engine/scenario/scenario.ts';
import { keyOfRecipe } from '../keyFacts.ts';
import type { Recipe } from '../recipe.ts';
import { suits } from '../render.ts';

const ARN = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** A key of every kind that recipes tell apart. */
export const keysByKind: Readonly<Record<string, KeyMetadata>> = {
  symmetric: { KeySpec: 'SYMMETRIC_DEFAULT' },
  imported: { KeySpec: 'SYMMETRIC_DEFAULT', Origin: 'EXTERNAL' },
  multiRegion: {
    KeySpec: 'SYMMETRIC_DEFAULT',
    MultiRegion: true,
    MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY' },
  },
  rsa: { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' },
  signing: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
  agreement: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' },
  hmac: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
  encapsulation: { KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' },
};

/** A policy that allows nobody who is in a recipe anything. */
export const NOTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Unrelated',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/Unrelated' },
      Action: 'kms:DescribeKey',
      Resource: '*',
    },
  ],
});

/** The policy of a key that was made without one. */
export const DELEGATION = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'EnableIamPolicies',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
});

/** A policy that allows everybody everything. */
export const EVERYTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }],
});

export function keyOf(metadata: KeyMetadata, text: string): ScenarioKey {
  const arn = metadata.MultiRegion === true ? ARN.replace('1234abcd-', 'mrk-1234abcd') : ARN;
  return { arn, metadata, policy: { id: 'key', text } };
}

export function scenarioWith(key: ScenarioKey): Scenario {
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [key],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}

/** The kinds of key that a recipe is for: all, where it says different things to them. */
export function kindsFor(recipe: Recipe): readonly string[] {
  const all = Object.keys(keysByKind).filter((kind) => {
    const facts = keyOfRecipe(keyOf(keysByKind[kind] ?? {}, NOTHING));
    return facts !== undefined && suits(recipe.keys, facts.traits);
  });
  return JSON.stringify(recipe).includes('<key.') && recipe.chapter === 'The key itself'
    ? all
    : all.slice(0, 1);
}
