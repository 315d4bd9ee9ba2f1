import { keyUsages } from '../catalog/keySpecs.data.ts';
import { algorithmKind, findKeySpec } from '../catalog/keySpecs.ts';
import { own, type Parameters, textParameter } from '../request/parameters.ts';
import type { Json } from '../scenario/scenario.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyInWorld } from '../world/world.ts';
import { lowerCamel, objectOf } from './jsonObject.ts';
import { placeholder } from './placeholders.ts';
import type { JsonObject } from './record.ts';

export interface NewKey {
  readonly arn: string;
  readonly parameters: Parameters;
  /** The primary, where the new key is a replica. */
  readonly replicaOf?: KeyInWorld;
}

/** The `KeyMetadata` of a key that was just made, with CloudTrail's member names. */
export function keyMetadata({ arn, parameters, replicaOf }: NewKey): JsonObject {
  const { keySpec, keyUsage, origin } = replicaOf === undefined ? asked(parameters) : copied(replicaOf);
  const split = splitArn(arn);
  return objectOf({
    aWSAccountId: split?.account,
    keyId: (split?.resource ?? '').slice('key/'.length),
    arn,
    creationDate: placeholder.time,
    enabled: replicaOf === undefined && origin !== 'EXTERNAL',
    description: own(parameters, 'Description') ?? '',
    keyUsage,
    keyState: stateOf(origin, replicaOf),
    origin,
    ...ofKeyStore(parameters, origin),
    keyManager: 'CUSTOMER',
    customerMasterKeySpec: keySpec,
    keySpec,
    ...algorithms(keySpec, keyUsage),
    multiRegion: replicaOf !== undefined || own(parameters, 'MultiRegion') === true,
    multiRegionConfiguration: replicaOf && configuration(arn, replicaOf),
  });
}

interface Kind {
  readonly keySpec: string;
  readonly keyUsage: string;
  readonly origin: string;
}

function copied({ spec, usage, origin }: KeyInWorld): Kind {
  return { keySpec: spec, keyUsage: usage, origin };
}

function asked(parameters: Parameters): Kind {
  return {
    keySpec: textParameter(parameters, 'KeySpec') ?? 'SYMMETRIC_DEFAULT',
    keyUsage: textParameter(parameters, 'KeyUsage') ?? 'ENCRYPT_DECRYPT',
    origin: textParameter(parameters, 'Origin') ?? 'AWS_KMS',
  };
}

function ofKeyStore(parameters: Parameters, origin: string): Readonly<Record<string, Json | undefined>> {
  const customKeyStoreId = own(parameters, 'CustomKeyStoreId');
  const xksKeyId = own(parameters, 'XksKeyId');
  return {
    customKeyStoreId,
    cloudHsmClusterId: origin === 'AWS_CLOUDHSM' ? placeholder.clusterId : undefined,
    xksKeyConfiguration: xksKeyId === undefined ? undefined : { id: xksKeyId },
  };
}

function stateOf(origin: string, replicaOf: KeyInWorld | undefined): string {
  if (replicaOf !== undefined) return 'Creating';
  return origin === 'EXTERNAL' ? 'PendingImport' : 'Enabled';
}

/** `encryptionAlgorithms` of a key that encrypts, `signingAlgorithms` of one that signs, and so on. */
function algorithms(keySpec: string, keyUsage: string): { readonly [name: string]: Json } {
  const info = findKeySpec(keySpec);
  const usage = keyUsages.find((one) => one === keyUsage);
  const known = usage === undefined ? undefined : info?.algorithms[usage];
  return usage === undefined || known === undefined
    ? {}
    : { [`${lowerCamel(algorithmKind[usage])}s`]: [...known] };
}

function configuration(arn: string, primary: KeyInWorld): Json {
  return {
    multiRegionKeyType: 'REPLICA',
    primaryKey: { arn: primary.arn, region: primary.region },
    replicaKeys: [{ arn, region: splitArn(arn)?.region ?? '' }],
  };
}
