import type { ConditionClause } from '../policy/policy.ts';
import { keyName } from './keyName.ts';
import type { Comparison, ConditionOperator, PolicyText } from './operator.ts';
import { parseOperator, type ParsedOperator } from './parseOperator.ts';
import { compileTemplate, type Template } from './template.ts';
import type { Truth } from './truth.ts';

/** A truth and the rule it follows from. */
export interface Decision {
  readonly truth: Truth;
  readonly rule: string;
}

/** A clause read once: everything that does not depend on the request. */
export interface ConditionPlan {
  readonly operator: ParsedOperator;
  /** The condition key in lower case, as contexts are looked up (IAM-072). */
  readonly key: string;
  /** The policy values, in source order. */
  readonly templates: readonly Template[];
  /** Those without variables, ready. */
  readonly fixed: Comparison;
  /** Those with variables, to be filled in per request. */
  readonly open: readonly Template[];
  /** The decision where no request can change it. */
  readonly always: Decision | undefined;
  /** The decision for an absent key, or one with an empty list of values. */
  readonly absent: Decision;
  /** The decisions for a key with values, by truth. Kept here so that evaluating makes no objects. */
  readonly present: Readonly<Record<Truth, Decision>>;
}

/** Reads a clause; the other result is why its operator is none (IAM-071). */
export function planCondition(
  clause: ConditionClause,
  variables: boolean,
): ConditionPlan | { readonly problem: string } {
  const operator = parseOperator(clause.operator.value);
  if ('problem' in operator) return operator;
  const { base } = operator;
  const templates = clause.values.map((value) => compileTemplate(value.value, variables && base.variables));
  const open = templates.filter((template) => template.fixed === undefined);
  const fixed = base.compare(fixedTexts(templates));
  return {
    operator,
    key: keyName(clause.key.value),
    templates,
    fixed,
    open,
    always: decideAlways(operator),
    absent: base.family === 'Null' ? decideAbsentNull(fixed, base) : decideAbsent(operator),
    present: decisions(presentRule(operator, templates.length)),
  };
}

function fixedTexts(templates: readonly Template[]): readonly PolicyText[] {
  return templates.flatMap((template) => template.fixed ?? []);
}

/** Null with a set operator looks at nothing: every one of no values, or none of them (section 4.2). */
function decideAlways(operator: ParsedOperator): Decision | undefined {
  if (operator.base.family !== 'Null' || operator.qualifier === 'none') return undefined;
  return { truth: operator.qualifier === 'ForAllValues' ? 'true' : 'false', rule: operator.base.rule };
}

function decideAbsentNull(fixed: Comparison, base: ConditionOperator): Decision {
  return { truth: fixed.matches('true') ? 'true' : 'false', rule: base.rule };
}

/** The table of missing keys (KMS-131, section 4.2). `IfExists` comes before the set operator. */
function decideAbsent({ qualifier, base, ifExists }: ParsedOperator): Decision {
  if (ifExists) return { truth: 'true', rule: 'IAM-090' };
  const holds = qualifier === 'none' ? base.negated : qualifier === 'ForAllValues';
  return { truth: holds ? 'true' : 'false', rule: 'KMS-131' };
}

function presentRule({ qualifier, base }: ParsedOperator, values: number): string {
  if (values === 0) return 'IAM-015';
  if (qualifier === 'none') return base.rule;
  return qualifier === 'ForAllValues' ? 'IAM-096' : 'IAM-097';
}

function decisions(rule: string): Readonly<Record<Truth, Decision>> {
  return {
    true: { truth: 'true', rule },
    false: { truth: 'false', rule },
    unknown: { truth: 'unknown', rule },
  };
}
