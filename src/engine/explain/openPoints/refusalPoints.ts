import type { Call } from '#engine/outcome/call.ts';
import { bypassesLockoutCheck, laterPutKeyPolicy } from '#engine/outcome/lockout.ts';
import { errorsOf, kmsCallOf } from '#engine/outcome/outcomeOf.ts';
import type { ApiErrorAnswer } from '../answer.ts';
import type { Phrase } from '../phrase.ts';
import { code, list } from '../words.ts';
import { type OpenPoint, restHolds, statementsThatMatter } from './openPoint.ts';

/** Points about what KMS looks at after authorization: the lockout check, and which error comes first. */
export function refusalPoints(call: Call): readonly OpenPoint[] {
  const errors = errorsOf(call);
  const [first] = errors;
  // A dry run is no obstacle: it is what the request asked for.
  const names = new Set(errors.map(({ name }) => name).filter((name) => name !== 'DryRunOperationException'));
  return [
    ...(lockoutByCondition(call) ? [lockoutPoint] : []),
    ...(first?.rule === 'KMS-101' ? [encryptionContextPoint(first)] : []),
    ...(first?.rule === 'KMS-250' && encapsulations.has(call.operation)
      ? [keyStatePoint(call.operation)]
      : []),
    ...(names.size > 1 ? [orderPoint([...names])] : []),
  ];
}

/** Whether a condition had a part in what the lockout check found. */
function lockoutByCondition(call: Call): boolean {
  const kmsCall = kmsCallOf(call);
  if (kmsCall === undefined || bypassesLockoutCheck(kmsCall)) return false;
  const later = laterPutKeyPolicy(kmsCall);
  if (later === undefined) return false;
  return statementsThatMatter(later).some(
    (statement) => statement.conditions.length > 0 && restHolds({ ...statement, conditions: [] }),
  );
}

const encapsulations: ReadonlySet<string> = new Set(['kms:Encapsulate', 'kms:Decapsulate']);

const lockoutPoint: OpenPoint = {
  rule: 'U-03',
  text: [
    'AWS does not say whether the lockout safety check evaluates conditions; it is taken to, with the same caller and the same context.',
  ],
};

function encryptionContextPoint({ name }: ApiErrorAnswer): OpenPoint {
  const text: Phrase = [
    'AWS does not say which error an encryption context with a key that takes none gives; ',
    code(name),
    ' is assumed.',
  ];
  return { rule: 'U-10', text };
}

function keyStatePoint(action: string): OpenPoint {
  const text: Phrase = [
    'AWS does not list the key states in which ',
    code(action),
    ' works yet; those of ',
    code('kms:DeriveSharedSecret'),
    ' are assumed.',
  ];
  return { rule: 'U-25', text };
}

function orderPoint(names: readonly string[]): OpenPoint {
  const text: Phrase = [
    'Several things stand in the way (',
    ...list(names.map(code), 4),
    '), and AWS does not say in which order it looks at them; the first of them is taken to be reported.',
  ];
  return { rule: 'U-21', text };
}
