import { type CompiledCondition, compileCondition } from '#engine/conditions/compileCondition.ts';
import { parsePolicy } from '#engine/policy/parsePolicy.ts';
import type { Statement } from '#engine/policy/policy.ts';
import type { TestStatement } from './statements.ts';

/** A statement with its conditions as the evaluator has them. */
export interface TestedStatement {
  readonly statement: Statement;
  readonly conditions: readonly CompiledCondition[];
}

export function planOf(statements: readonly TestStatement[]): readonly TestedStatement[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { policy } = parsePolicy(text, { id: 'key', type: 'key', name: 'key' });
  return (policy?.statements ?? []).map((statement) => ({
    statement,
    conditions: statement.conditions.map((clause) => compileCondition(clause, true)),
  }));
}
