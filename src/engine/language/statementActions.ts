import type { ActionInfo } from '../catalog/actions.ts';
import { member, stringList, type JsonObject } from '../source/read.ts';
import { expandedActions } from './expansion.ts';

/** What is known about the actions of a statement. */
export interface StatementActions {
  /** The KMS actions its patterns take in. */
  readonly kms: readonly ActionInfo[];
  /** It can be about actions of other services, too. */
  readonly others: boolean;
}

/**
 * The actions a statement lists; undefined where it lists none yet, or all but some: then it can be about any.
 */
export function actionsOf(statement: JsonObject | undefined): StatementActions | undefined {
  const patterns = stringList(member(statement, 'Action')?.value).filter(({ value }) => value !== '');
  if (patterns.length === 0) return undefined;
  const kms = new Set(patterns.flatMap(({ value }) => expandedActions(value)));
  const others = patterns.some(({ value }) => value === '*' || !value.toLowerCase().startsWith('kms:'));
  return { kms: [...kms], others };
}
