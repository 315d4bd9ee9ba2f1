import type { ConditionFacts } from '../conditions/facts.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code } from '../explain/words.ts';
import { encryptionContextParameter } from '../request/prepare.ts';
import { pointerTo } from '../source/pointer.ts';
import type { Edit } from './edit.ts';
import { type Option, type OptionFacts, option } from './option.ts';

interface Said {
  readonly edit: Edit;
  readonly text: Phrase;
}

/** The request as some conditions want it, if all of them are about things a caller can say in the request. */
export function requestOption(conditions: readonly ConditionFacts[], facts: OptionFacts): readonly Option[] {
  const said = conditions.map((condition) => wanted(condition, facts));
  const all = said.flatMap((one) => one ?? []);
  if (all.length === 0 || all.length < conditions.length) return [];
  return option({
    kind: 'request',
    edits: all.map(({ edit }) => edit),
    text: all.flatMap(({ text }, index) => (index === 0 ? text : [' and ', ...text])),
    weight: all.length,
  });
}

function wanted({ key, values, operator, truth }: ConditionFacts, facts: OptionFacts): Said | undefined {
  if (operator === undefined) return undefined;
  // A failing positive condition wants one of its values; one that fails by being equal has no value to offer.
  const value = values.map(({ text, resolved }) => resolved ?? text).find((text) => !/[*?]|\$\{/.test(text));
  if (truth !== 'false' || operator.base.negated || operator.base.family === 'Null' || value === undefined)
    return undefined;
  return saidAs(key, value, facts);
}

/** How a request says a condition key; undefined for what follows from who calls and which key it is. */
export function saidAs(key: string, value: string, { traced }: OptionFacts): Said | undefined {
  const { check } = traced;
  const name = key.toLowerCase();
  if (name.startsWith('kms:encryptioncontext:') && check.action !== 'kms:CreateGrant') {
    return pair(encryptionContextParameter(check.action), key.slice('kms:EncryptionContext:'.length), value);
  }
  if (name === 'kms:viaservice') {
    return {
      edit: { kind: 'request', pointer: '/viaService', value },
      text: ['have ', code(value), ' make the call for the caller'],
    };
  }
  if (name === 'aws:multifactorauthpresent' && value === 'true') {
    return {
      edit: { kind: 'request', pointer: '/session/mfaAuthenticated', value: true },
      text: ['sign in with MFA'],
    };
  }
  if (!ofConnection.has(name)) return undefined;
  return {
    edit: { kind: 'request', pointer: pointerTo('/context', key), value },
    text: ['make the call with ', code(key), ' as ', code(value)],
  };
}

/** One pair of an encryption context. */
export function pair(parameter: string, name: string, value: string): Said {
  return {
    edit: { kind: 'request', pointer: pointerTo(`/parameters/${parameter}`, name), value },
    text: ['send ', code(name), ' = ', code(value), ' in ', code(parameter)],
  };
}

/** Keys that follow from where a call comes from, or what a service calls for. */
const ofConnection: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcearn',
  'aws:sourceaccount',
]);
