import { parseOperator } from '#engine/conditions/parseOperator.ts';
import type { PatternElement, Sourced, Statement } from '#engine/policy/policy.ts';

/** A part of a statement that might be left out: a whole condition, or an entry of a list. */
export interface StatementPart {
  readonly kind: 'action' | 'principal' | 'resource' | 'value' | 'condition';
  readonly place: Sourced;
  /** The statement without it; undefined where it is no part of it any more, or the last of its list. */
  readonly without: (statement: Statement) => Statement | undefined;
}

/** The parts of a statement: whole conditions before their values, the last one of each kind first. */
export function partsOf(statement: Statement): readonly StatementPart[] {
  return [
    ...conditionParts(statement),
    ...valueParts(statement),
    ...patternParts(statement.action, 'action'),
    ...principalParts(statement),
    ...patternParts(statement.resource, 'resource'),
  ];
}

function conditionParts({ conditions }: Statement): readonly StatementPart[] {
  return conditions.toReversed().map((clause) => ({
    kind: 'condition',
    place: { value: `${clause.operator.value} ${clause.key.value}`, span: clause.span },
    without: (statement) => {
      const left = statement.conditions.filter(({ span }) => span !== clause.span);
      return left.length === statement.conditions.length ? undefined : { ...statement, conditions: left };
    },
  }));
}

function valueParts({ conditions }: Statement): readonly StatementPart[] {
  return conditions.toReversed().flatMap((clause) => {
    const operator = parseOperator(clause.operator.value);
    if ('problem' in operator || operator.base.family === 'Null') return [];
    return clause.values.toReversed().map((value): StatementPart => ({
      kind: 'value',
      place: value,
      without: (statement) => {
        const at = statement.conditions.findIndex(({ span }) => span === clause.span);
        const own = statement.conditions[at];
        const values = own && fewer(own.values, value);
        if (own === undefined || values === undefined) return undefined;
        return { ...statement, conditions: statement.conditions.with(at, { ...own, values }) };
      },
    }));
  });
}

function patternParts(
  element: PatternElement | undefined,
  kind: 'action' | 'resource',
): readonly StatementPart[] {
  return (element?.patterns ?? []).toReversed().map((pattern) => ({
    kind,
    place: pattern,
    without: (statement) => {
      const own = statement[kind];
      const patterns = own && fewer(own.patterns, pattern);
      return patterns && { ...statement, [kind]: { ...own, patterns } };
    },
  }));
}

function principalParts({ principal }: Statement): readonly StatementPart[] {
  return (principal?.entries ?? []).toReversed().map((entry) => ({
    kind: 'principal',
    place: entry,
    without: (statement) => {
      const own = statement.principal;
      const entries = own && fewer(own.entries, entry);
      return entries && { ...statement, principal: { ...own, entries } };
    },
  }));
}

function fewer<Item>(items: readonly Item[], gone: Item): readonly Item[] | undefined {
  const left = items.filter((item) => item !== gone);
  return left.length === 0 ? undefined : left;
}
