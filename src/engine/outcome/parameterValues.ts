import type { ActionParameter } from '../catalog/actions.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import { code, list } from '../explain/words.ts';
import { asText, isList, own } from '../request/parameters.ts';
import type { Json } from '../scenario/scenario.ts';
import { nearest } from '../source/nearest.ts';
import { apiError, namelessError, shown } from './apiError.ts';
import { firstError, type Stage } from './call.ts';

/** These have an error of their own (KMS-051). */
const elsewhere: ReadonlySet<string> = new Set(['Operations']);

/**
 * Parameters with a fixed set of values, which are spelled exactly (KMS-250). What a request leaves out is left out of its
 * description rather than of the call: scenarios name only the parameters that matter to them, so nothing is missed here.
 */
export const parameterValues: Stage = ({ action, parameters }) =>
  firstError(action.parameters, (parameter) =>
    elsewhere.has(parameter.name) ? null : unknownValue(parameter, own(parameters, parameter.name)),
  );

function unknownValue({ name, values }: ActionParameter, given: Json | undefined): ApiErrorAnswer | null {
  if (values === undefined || given === undefined || given === null) return null;
  for (const item of isList(given) ? given : [given]) {
    const text = asText(item);
    if (text === undefined) {
      return apiError('ValidationException', 'KMS-250', [code(name), ' takes a text, and this is none.']);
    }
    if (!values.includes(text)) return notAmong(name, text, values);
  }
  return null;
}

function notAmong(name: string, text: string, values: readonly string[]): ApiErrorAnswer {
  const meant = nearest(text, values);
  const takes = list(
    values.map((value) => code(value)),
    4,
    'or',
  );
  const help = meant === undefined ? [': it takes ', ...takes, '.'] : ['. Did you mean ', code(meant), '?'];
  const sentence = [shown(text), ' is no value of ', code(name), ...help];
  // A policy of another name can be said to be refused or not to be found (KMS-017).
  return name === 'PolicyName'
    ? namelessError('ValidationException', 'KMS-017', sentence)
    : apiError('ValidationException', 'KMS-250', sentence);
}
