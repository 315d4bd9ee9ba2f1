import type { ApiErrorAnswer } from '../explain/answer.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code } from '../explain/words.ts';
import { memberParameter, own, pairsOf } from '../request/parameters.ts';
import type { Json } from '../scenario/scenario.ts';
import { namelessError, shown } from './apiError.ts';
import { firstError, namedKey, type Stage } from './call.ts';
import { mustBePairs, otherType, typeInWords } from './encryptionContext.ts';

const MOST_PAIRS = 8;
const LONGEST_VALUE = 384;
const kinds = ['EncryptionContextEquals', 'EncryptionContextSubset'] as const;

/** Encryption context constraints of a new grant (KMS-062). */
export const grantConstraints: Stage = (call) => {
  if (call.action.name !== 'kms:CreateGrant') return null;
  const constraints = own(call.parameters, 'Constraints');
  const given = kinds.filter((kind) => (memberParameter(constraints, kind) ?? null) !== null);
  if (given.length > 1) {
    return refused([
      'The grant has both ',
      code(kinds[0]),
      ' and ',
      code(kinds[1]),
      ', and it can have one of them only.',
    ]);
  }
  const faulty = firstError(given, (kind) => faultyPairs(kind, memberParameter(constraints, kind)));
  const key = namedKey(call);
  const type = key && otherType(key);
  if (faulty !== null || given[0] === undefined || key === undefined || type === undefined) return faulty;
  return refused([
    code(given[0]),
    ' constrains an encryption context, and the key ',
    code(key.id),
    ` is ${typeInWords[type]} (`,
    shown(key.spec),
    '), which takes none.',
  ]);
};

function refused(text: Phrase): ApiErrorAnswer {
  return namelessError('ValidationException', 'KMS-062', text);
}

function faultyPairs(kind: string, given: Json | undefined): ApiErrorAnswer | null {
  const misshapen = mustBePairs(kind, given, 'KMS-062');
  if (misshapen !== null) return misshapen;
  const pairs = pairsOf(given);
  if (pairs.size > MOST_PAIRS) {
    return refused([code(kind), ` has ${pairs.size} pairs, and a constraint can have ${MOST_PAIRS}.`]);
  }
  return firstError([...pairs], ([key, { length }]) =>
    length <= LONGEST_VALUE
      ? null
      : refused([
          'The value of ',
          shown(key),
          ' in ',
          code(kind),
          ` has ${length} characters, and a constraint takes ${LONGEST_VALUE}.`,
        ]),
  );
}
