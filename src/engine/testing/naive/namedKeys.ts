import type { NaiveAction } from './actions.ts';
import type { NaiveCaller } from './caller.ts';
import type { Asked } from './check.ts';
import { arnField as field, arnFields } from './glob.ts';
import { type PlainKey, textOf } from './plain.ts';

export const keyIdOf = (key: PlainKey): string => field(key.arn, 5).slice('key/'.length);

/** How a request names its key, if it does. */
export function namedBy({ request }: Asked, action: NaiveAction): string | undefined {
  return request.resource ?? textOf(request.parameters?.[action.parameter]);
}

/** KMS-032: of the two operations that need no key id, the ciphertext tells the key. */
export function namedKey(asked: Asked, action: NaiveAction): PlainKey | undefined {
  const { scenario, request } = asked;
  const ofCiphertext = takesForeignId(action) ? request.ciphertext?.key : undefined;
  const text = namedBy(asked, action) ?? ofCiphertext ?? scenario.keys[0]?.arn ?? '';
  return resolved(text, asked, action, true);
}

/** KMS-031 to KMS-034, and none of another partition (IAM-019). `isSource` tells the key of the ciphertext from the destination of ReEncrypt (KMS-032). */
export function resolved(
  text: string,
  { scenario, caller }: Asked,
  action: NaiveAction,
  isSource: boolean,
): PlainKey | undefined {
  const resource = arnFields(text)?.[5];
  const isAlias = text.startsWith('alias/') || resource?.startsWith('alias/') === true;
  const takesAlias =
    action.identifier === 'keyOrAlias' || (action.name === 'kms:DeleteAlias' && resource === undefined);
  if (isAlias && !takesAlias) return undefined;
  if (action.identifier === 'keyArn' && resource === undefined) return undefined;
  return scenario.keys.find((key) => isWithin(key.arn, caller) && isNamed(key));

  function isNamed(key: PlainKey): boolean {
    const own = caller.account === undefined || caller.account === field(key.arn, 4);
    if (resource === undefined) {
      if (isAlias) return own && key.aliases?.includes(text) === true;
      return keyIdOf(key) === text && (own || (isSource && foreignIdFound(key, action)));
    }
    if (!isAlias) return key.arn === text;
    const samePlace = [1, 3, 4].every((index) => field(key.arn, index) === field(text, index));
    return samePlace && key.aliases?.includes(resource) === true;
  }
}

/** Symmetric ciphertext tells its key, so Decrypt and the source of ReEncrypt also take a foreign key id (KMS-032). */
function foreignIdFound(key: PlainKey, action: NaiveAction): boolean {
  const symmetric = (textOf(key.metadata?.['KeySpec']) ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT';
  return symmetric && takesForeignId(action);
}

const takesForeignId = ({ name }: NaiveAction): boolean => name === 'kms:Decrypt' || name === 'kms:ReEncrypt';

/** Whether a caller's requests can reach something: services and the unsigned are in every partition. */
export const isWithin = (arn: string, { partition }: NaiveCaller): boolean =>
  partition === undefined || field(arn, 1) === partition;
