import type { ConditionOperator } from './operator.ts';
import { conditionOperators } from './operators.ts';

/** How the values of a multivalued key are quantified (IAM-096, IAM-097). */
export type SetQualifier = 'none' | 'ForAllValues' | 'ForAnyValue';

export interface ParsedOperator {
  readonly qualifier: SetQualifier;
  readonly base: ConditionOperator;
  readonly ifExists: boolean;
  /** Spelled in another case than AWS documents; whether AWS accepts that is not documented (IAM-071). */
  readonly otherCase: boolean;
}

/** Why a text is no operator: one sentence, the text in backticks. */
export interface OperatorProblem {
  readonly problem: string;
}

const byName = new Map(conditionOperators.map((operator) => [operator.name.toLowerCase(), operator]));
const qualifiers: readonly SetQualifier[] = ['ForAllValues', 'ForAnyValue'];
const ifExistsSuffix = 'ifexists';

/**
 * Reads an operator name, `[ForAllValues:|ForAnyValue:]Base[IfExists]` (IAM-071). Names in another case are understood and
 * flagged. `Null` takes no `IfExists`.
 */
export function parseOperator(text: string): ParsedOperator | OperatorProblem {
  const colon = text.indexOf(':');
  const prefix = text.slice(0, Math.max(colon, 0));
  const qualifier: SetQualifier | undefined =
    colon < 0 ? 'none' : qualifiers.find((name) => name.toLowerCase() === prefix.toLowerCase());
  if (qualifier === undefined) return { problem: `\`${prefix}\` is not a set operator of conditions.` };

  const name = text.slice(colon + 1).toLowerCase();
  const ifExists = name.endsWith(ifExistsSuffix);
  const base = byName.get(ifExists ? name.slice(0, -ifExistsSuffix.length) : name);
  if (base === undefined) return { problem: `\`${text}\` is not a condition operator.` };
  if (ifExists && base.family === 'Null') {
    return {
      problem: `\`${text}\` is not a condition operator: \`Null\` cannot be combined with \`IfExists\`.`,
    };
  }
  const documented = printOperator(qualifier, base, ifExists);
  return { qualifier, base, ifExists, otherCase: text !== documented };
}

/** The name as AWS spells it. */
export function printOperator(qualifier: SetQualifier, base: ConditionOperator, ifExists: boolean): string {
  return `${qualifier === 'none' ? '' : `${qualifier}:`}${base.name}${ifExists ? 'IfExists' : ''}`;
}
