import { compileCondition } from './compileCondition.ts';
import type { RequestContext } from './context.ts';
import type { ConditionOperator } from './operator.ts';
import { conditionOperators } from './operators.ts';
import { clauseOf, contextOf, type Given } from './testInputs.ts';
import { and, not, or, truth, type Truth } from './truth.ts';

/** Values an operator is tried with: at least one of the policy and one of the request. */
export interface LawSample {
  readonly policy: readonly string[];
  readonly request: readonly string[];
}

/** Something that is true of every operator, whatever the values. */
export interface Law {
  readonly name: string;
  readonly rule: string;
  /** Null looks at presence only; what is said about values does not concern it, and the other way round. */
  readonly concerns: (operator: ConditionOperator) => boolean;
  readonly holds: (operator: ConditionOperator, sample: LawSample) => boolean;
}

export const lawKey = 'aws:Sample';

/** How a key is in a request; `[]` is a key with an empty list of values. */
export type Supply =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly multivalued?: boolean }
  | { readonly kind: 'single'; readonly value: string }
  | { readonly kind: 'multi'; readonly values: readonly string[] };

/** A request context with the law's key in one of its states and nothing else. */
export function contextWith(supply: Supply): RequestContext {
  const given = givenFor(supply);
  return contextOf(
    given === undefined ? {} : { [lawKey]: given },
    supply.kind === 'unknown' ? 'unknown' : 'absent',
  );
}

function givenFor(supply: Supply): Given | undefined {
  switch (supply.kind) {
    case 'absent':
      return undefined;
    case 'unknown':
      return supply.multivalued === undefined
        ? undefined
        : { state: 'unknown', multivalued: supply.multivalued };
    case 'single':
      return supply.value;
    case 'multi':
      return supply.values;
  }
}

function evaluate(operator: string, policy: readonly string[], supply: Supply, key: string = lawKey): Truth {
  return compileCondition(clauseOf(operator, policy, key), true).test(contextWith(supply));
}

const isValueOperator = (operator: ConditionOperator): boolean => operator.family !== 'Null';
const isNull = (operator: ConditionOperator): boolean => operator.family === 'Null';
const all = (): boolean => true;

const single = (value: string): Supply => ({ kind: 'single', value });
const multi = (values: readonly string[]): Supply => ({ kind: 'multi', values });
const absent: Supply = { kind: 'absent' };
const forms = ['', 'IfExists'] as const;
const qualifiers = ['', 'ForAllValues:', 'ForAnyValue:'] as const;

/** Every way to write the operator, `IfExists` only where the language has it. */
export function spellings(operator: ConditionOperator): readonly string[] {
  return qualifiers.flatMap((qualifier) =>
    forms
      .filter((form) => form === '' || isValueOperator(operator))
      .map((form) => `${qualifier}${operator.name}${form}`),
  );
}

/** Absence, every single value, every beginning of the list as a set. */
function supplies({ request }: LawSample): readonly Supply[] {
  const sets = Array.from({ length: request.length + 1 }, (_, length) => multi(request.slice(0, length)));
  return [absent, ...request.map(single), ...sets];
}

/** The battery every operator passes. */
export const laws: readonly Law[] = [
  {
    name: 'a negated operator is the complement of its positive form on a present key',
    rule: 'IAM-070',
    concerns: (operator) => operator.negated,
    holds: ({ name, positive }, { policy, request }) =>
      request.every((value) =>
        forms.every(
          (form) =>
            evaluate(name + form, policy, single(value)) ===
            not(evaluate(positive + form, policy, single(value))),
        ),
      ) &&
      evaluate(`ForAllValues:${name}`, policy, multi(request)) ===
        not(evaluate(`ForAnyValue:${positive}`, policy, multi(request))) &&
      evaluate(`ForAnyValue:${name}`, policy, multi(request)) ===
        not(evaluate(`ForAllValues:${positive}`, policy, multi(request))),
  },
  {
    name: 'a missing key, or an empty list of values, is answered by the table of missing keys',
    rule: 'KMS-131',
    concerns: isValueOperator,
    holds: ({ name, negated }, { policy }) =>
      [absent, multi([])].every(
        (supply) =>
          evaluate(name, policy, supply) === truth(negated) &&
          evaluate(`ForAllValues:${name}`, policy, supply) === 'true' &&
          evaluate(`ForAnyValue:${name}`, policy, supply) === 'false',
      ),
  },
  {
    name: 'IfExists holds for a missing key and changes nothing for a present one',
    rule: 'IAM-090',
    concerns: isValueOperator,
    holds: ({ name }, sample) =>
      qualifiers.every((qualifier) =>
        supplies(sample).every((supply) => {
          const isMissing =
            supply.kind === 'absent' || (supply.kind === 'multi' && supply.values.length === 0);
          const expected = isMissing ? 'true' : evaluate(qualifier + name, sample.policy, supply);
          return evaluate(`${qualifier}${name}IfExists`, sample.policy, supply) === expected;
        }),
      ),
  },
  {
    name: 'several policy values are alternatives; none of them may match a negated operator',
    rule: 'IAM-070',
    concerns: all,
    holds: ({ name, negated }, { policy, request }) =>
      [absent, ...request.map(single)].every((supply) => {
        const each = policy.map((value) => evaluate(name, [value], supply));
        return evaluate(name, policy, supply) === each.reduce(negated ? and : or);
      }),
  },
  {
    name: 'a policy value listed twice counts once',
    rule: 'IAM-070',
    concerns: all,
    holds: (operator, sample) =>
      spellings(operator).every((spelling) =>
        supplies(sample).every(
          (supply) =>
            evaluate(spelling, [...sample.policy, ...sample.policy], supply) ===
            evaluate(spelling, sample.policy, supply),
        ),
      ),
  },
  {
    name: 'order has no effect, neither in the policy nor in the request',
    rule: 'IAM-101',
    concerns: all,
    holds: (operator, { policy, request }) =>
      spellings(operator).every(
        (spelling) =>
          evaluate(spelling, policy.toReversed(), multi(request.toReversed())) ===
          evaluate(spelling, policy, multi(request)),
      ),
  },
  {
    name: 'on one value, with and without a set operator is the same',
    rule: 'IAM-100',
    concerns: isValueOperator,
    holds: ({ name }, { policy, request }) =>
      request.every((value) => {
        const plain = evaluate(name, policy, single(value));
        return ['ForAllValues:', 'ForAnyValue:'].every(
          (qualifier) =>
            evaluate(qualifier + name, policy, single(value)) === plain &&
            evaluate(qualifier + name, policy, multi([value])) === plain,
        );
      }),
  },
  {
    name: 'ForAllValues asks every request value, ForAnyValue one of them',
    rule: 'IAM-096',
    concerns: isValueOperator,
    holds: ({ name }, { policy, request }) => {
      const each = request.map((value) => evaluate(name, policy, single(value)));
      return (
        evaluate(`ForAllValues:${name}`, policy, multi(request)) === each.reduce(and) &&
        evaluate(`ForAnyValue:${name}`, policy, multi(request)) === each.reduce(or)
      );
    },
  },
  {
    name: 'without a set operator a multivalued key matches nothing',
    rule: 'IAM-099',
    concerns: isValueOperator,
    holds: ({ name }, { policy, request }) => evaluate(name, policy, multi(request)) === 'false',
  },
  {
    name: 'the name of a condition key ignores case',
    rule: 'IAM-072',
    concerns: all,
    holds: (operator, sample) =>
      spellings(operator).every((spelling) =>
        supplies(sample).every(
          (supply) =>
            evaluate(spelling, sample.policy, supply, lawKey.toUpperCase()) ===
            evaluate(spelling, sample.policy, supply),
        ),
      ),
  },
  {
    name: 'Null tests presence, whatever the value',
    rule: 'IAM-091',
    concerns: isNull,
    holds: ({ name }, { request }) =>
      evaluate(name, ['true'], absent) === 'true' &&
      evaluate(name, ['true'], multi([])) === 'true' &&
      evaluate(name, ['false'], absent) === 'false' &&
      [...request.map(single), multi(request)].every(
        (supply) =>
          evaluate(name, ['false'], supply) === 'true' && evaluate(name, ['true'], supply) === 'false',
      ),
  },
  {
    name: 'Null with ForAllValues always holds, with ForAnyValue never',
    rule: 'IAM-091',
    concerns: isNull,
    holds: ({ name }, sample) =>
      [...supplies(sample), { kind: 'unknown' } as const].every(
        (supply) =>
          evaluate(`ForAllValues:${name}`, sample.policy, supply) === 'true' &&
          evaluate(`ForAnyValue:${name}`, sample.policy, supply) === 'false',
      ),
  },
  {
    name: 'what is certain of an unknown key is so for its absence and for every value',
    rule: 'IAM-102',
    concerns: all,
    holds: (operator, sample) =>
      spellings(operator).every((spelling) =>
        [undefined, false, true].every((multivalued) => {
          const unknown: Supply = { kind: 'unknown', ...(multivalued === undefined ? {} : { multivalued }) };
          const certain = evaluate(spelling, sample.policy, unknown);
          if (certain === 'unknown') return true;
          return supplies(sample)
            .filter(
              (supply) => multivalued === undefined || supply.kind !== (multivalued ? 'single' : 'multi'),
            )
            .every((supply) => evaluate(spelling, sample.policy, supply) === certain);
        }),
      ),
  },
  {
    name: 'the explanation comes to the same truth, and its comparisons add up to it',
    rule: 'IAM-102',
    concerns: all,
    holds: (operator, sample) =>
      spellings(operator).every((spelling) =>
        supplies(sample).every((supply) => isExplained(spelling, sample.policy, supply)),
      ),
  },
];

function isExplained(spelling: string, policy: readonly string[], supply: Supply): boolean {
  const condition = compileCondition(clauseOf(spelling, policy, lawKey), true);
  const context = contextWith(supply);
  const facts = condition.explain(context);
  if (facts.truth !== condition.test(context)) return false;
  // With several values, the outcomes say which of the lists meet somewhere, not how often.
  if (supply.kind !== 'single' || facts.operator === undefined || facts.operator.qualifier !== 'none')
    return true;
  const matched = facts.values.map((value) => value.outcome).reduce(or, 'false');
  return facts.truth === (facts.operator.base.negated ? not(matched) : matched);
}

/** Operators for which letters of another case are other letters. */
export function isCaseSensitive({ family, positive }: ConditionOperator): boolean {
  if (family === 'String') return positive !== 'StringEqualsIgnoreCase';
  return family === 'Arn' || family === 'Binary' || family === 'Date';
}

/** The positive form of an operator, which every operator names. */
export function positiveOf(operator: ConditionOperator): ConditionOperator | undefined {
  return conditionOperators.find((candidate) => candidate.name === operator.positive);
}
