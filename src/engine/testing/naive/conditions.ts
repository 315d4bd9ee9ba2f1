import { type NaiveContext, valuesOf } from './context.ts';
import { operatorOf } from './operators.ts';
import { type Json, isObject, textsOf } from './plain.ts';

/** One condition that was evaluated. */
export interface Heard {
  /** As written, with prefix and suffix. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** The request has the key, with a value. */
  readonly present: boolean;
  readonly held: boolean;
}

/** Hears about every condition that is evaluated. */
export type Listener = (heard: Heard) => void;

/** What a condition is evaluated in. */
export interface ConditionScene {
  readonly context: NaiveContext;
  readonly variables: boolean;
  readonly listen?: Listener | undefined;
}

/** IAM-070: all operators, all keys below them. */
export function conditionHolds(condition: Json | undefined, scene: ConditionScene): boolean {
  if (!isObject(condition)) return true;
  let holds = true;
  for (const [operator, block] of Object.entries(condition)) {
    for (const [key, values] of Object.entries(isObject(block) ? block : {})) {
      const texts = textsOf(values);
      const held = oneHolds(operator, key, texts, scene);
      const present = valuesOf(scene.context, key) !== undefined;
      scene.listen?.({ operator, key, values: texts, present, held });
      holds &&= held;
    }
  }
  return holds;
}

type Operator = { readonly set: string | undefined; readonly base: string; readonly ifExists: boolean };

/** IAM-102, with the table of section 4.2 for keys that are missing. */
function oneHolds(name: string, key: string, policy: readonly string[], scene: ConditionScene): boolean {
  const [, set, base = '', suffix] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(name) ?? [];
  const operator = { set, base, ifExists: suffix !== undefined };
  const values = valuesOf(scene.context, key);
  if (base === 'Null') return nullHolds(operator, values === undefined, policy);
  const isNegated = operatorOf(base)?.isNegated;
  if (isNegated === undefined) return false;
  return values === undefined
    ? absentHolds(operator, isNegated)
    : presentHolds(operator, key, values, policy, scene);
}

/** IAM-091; AAC, NULL_WITH_QUALIFIER; NULL_WITH_IF_EXISTS. */
function nullHolds({ set, ifExists }: Operator, isAbsent: boolean, policy: readonly string[]): boolean {
  if (ifExists) return false;
  if (set !== undefined) return set === 'ForAllValues';
  return policy.some((value) => value.toLowerCase() === String(isAbsent));
}

function absentHolds({ set, ifExists }: Operator, isNegated: boolean): boolean {
  if (ifExists || set === 'ForAllValues') return true;
  return set === undefined && isNegated;
}

function presentHolds(
  { set, base, ifExists }: Operator,
  key: string,
  values: readonly string[],
  policy: readonly string[],
  { context, variables }: ConditionScene,
): boolean {
  // IAM-015: with a set operator or IfExists, an empty list fits a missing key only.
  if (policy.length === 0 && (set !== undefined || ifExists)) return false;
  const known = operatorOf(base);
  const satisfied = (request: string): boolean =>
    policy.some((value) => known?.compare({ policy: value, request, context, variables })) !==
    known?.isNegated;
  // IAM-096, IAM-097.
  if (set === 'ForAllValues') return values.every(satisfied);
  if (set === 'ForAnyValue') return values.some(satisfied);
  // IAM-099: a set operator is required for a multivalued key.
  if (context.get(key.toLowerCase())?.multivalued === true) return false;
  return values.slice(0, 1).every(satisfied);
}
