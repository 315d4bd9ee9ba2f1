import type { KeyOrigin, KeySpecInfo, KeyUsage } from './keySpec.ts';
import {
  grantOperationsByUsage,
  grantOperationsOfAnyKey,
  grantOperationsOfDataKeyPairs,
  grantOperationsOfKeyPairs,
  grantOperationsOfSymmetricEncryption,
  keySpecs,
} from './keySpecs.data.ts';

const bySpec = new Map(keySpecs.map((info) => [info.spec, info]));

/** The facts of a `KeySpec` value; API enumerations are spelled exactly, so case matters. */
export function findKeySpec(spec: string): KeySpecInfo | undefined {
  return bySpec.get(spec);
}

/** What the algorithms of a usage are called in requests and condition keys. */
export const algorithmKind: Readonly<Record<KeyUsage, string>> = {
  ENCRYPT_DECRYPT: 'EncryptionAlgorithm',
  SIGN_VERIFY: 'SigningAlgorithm',
  GENERATE_VERIFY_MAC: 'MacAlgorithm',
  KEY_AGREEMENT: 'KeyAgreementAlgorithm',
  ENCAPSULATE_DECAPSULATE: 'EncapsulationAlgorithm',
};

/** All algorithms KMS knows for a usage, whatever the key spec, in the order of the key specs. */
export function algorithmsOfUsage(usage: KeyUsage): readonly string[] {
  return [...new Set(keySpecs.flatMap((info) => info.algorithms[usage] ?? []))];
}

/** A key in a custom key store: CloudHSM or external key store. */
export function inCustomKeyStore(origin: KeyOrigin): boolean {
  return origin === 'AWS_CLOUDHSM' || origin === 'EXTERNAL_KEY_STORE';
}

/**
 * The operations a grant on such a key may list, without `kms:` (KMS-052); any other one is refused with `ValidationError`.
 *
 * @param spec a `KeySpec` value
 * @param usage the key's `KeyUsage`
 * @param origin the key's `Origin`
 * @returns undefined for a spec the catalog does not know or that cannot have the usage
 */
export function grantOperationsFor(
  spec: string,
  usage: KeyUsage,
  origin: KeyOrigin,
): readonly string[] | undefined {
  const info = bySpec.get(spec);
  if (info?.algorithms[usage] === undefined) return undefined;
  const lists = [grantOperationsOfAnyKey, grantOperationsByUsage[usage]];
  if (info.type === 'asymmetric') lists.push(grantOperationsOfKeyPairs);
  if (info.type === 'symmetricEncryption') {
    lists.push(grantOperationsOfSymmetricEncryption);
    if (!inCustomKeyStore(origin)) lists.push(grantOperationsOfDataKeyPairs);
  }
  return lists.flatMap((list) => list.split(' '));
}
