import { findAction } from '../catalog/actions.ts';
import { algorithmKind, findKeySpec } from '../catalog/keySpecs.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import { code, list } from '../explain/words.ts';
import { type Parameters, textParameter } from '../request/parameters.ts';
import { apiError, shown } from './apiError.ts';
import { firstError, type KeyCheck, keyChecks, type Stage } from './call.ts';

/** Whether each key has the algorithm that is asked of it, by parameter or by default (KMS-250). */
export const algorithm: Stage = (call) =>
  firstError(keyChecks(call), (check) => missingAlgorithm(check, call.parameters));

function missingAlgorithm(check: KeyCheck, parameters: Parameters): ApiErrorAnswer | null {
  const action = findAction(check.action);
  const usage = action?.keyRequirement.usage;
  if (action === undefined || usage === undefined) return null;
  const { key } = check.target;
  // ReEncrypt has one such parameter for each of its keys, the permission's own row names the right one.
  const parameter = action.parameters.find(({ name }) => name.endsWith(algorithmKind[usage]));
  const possible = findKeySpec(key.spec)?.algorithms[usage];
  if (parameter === undefined || possible === undefined) return null;
  const given = textParameter(parameters, parameter.name);
  const asked = given ?? parameter.default;
  if (asked === undefined || possible.includes(asked)) return null;
  return apiError('InvalidKeyUsageException', 'KMS-250', [
    code(parameter.name),
    given === undefined ? ' is left out and so ' : ' is ',
    shown(asked),
    ', which the key ',
    code(key.id),
    ' (',
    code(key.spec),
    ') does not have: it takes ',
    ...list(
      possible.map((one) => code(one)),
      6,
      'or',
    ),
    '.',
  ]);
}
