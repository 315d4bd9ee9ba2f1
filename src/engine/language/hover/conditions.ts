import { findAction } from '#engine/catalog/actions.ts';
import type { ConditionKeyInfo, ConditionValueType } from '#engine/catalog/conditionKey.ts';
import { findConditionKey, variablePart } from '#engine/catalog/conditionKeys.ts';
import { operatorMeanings } from '#engine/catalog/operatorMeanings.data.ts';
import { parseOperator } from '#engine/conditions/parseOperator.ts';
import type { PlaceContext } from '../languageContext.ts';
import { operatorMeaning } from '../operatorMeaning.ts';
import { actionsOf } from '../statementActions.ts';
import { awsPage } from './awsPage.ts';
import type { About } from './hoverCard.ts';

/** What a condition operator asks. */
export function aboutOperator(name: string): About | undefined {
  const meaning = operatorMeaning(name);
  return meaning === undefined
    ? undefined
    : { title: name, lines: [meaning], page: awsPage(operatorMeanings[0]?.source ?? '') };
}

const typeInWords: Readonly<Record<ConditionValueType, string>> = {
  string: 'a text',
  arn: 'an ARN',
  bool: 'true or false',
  numeric: 'a number',
  date: 'a moment',
  ip: 'an IP address',
};

/** What a condition key holds, and whether requests for the statement's actions can carry it here (KMS-134, KMS-132, IAM-095). */
export function aboutConditionKey(name: string, context: PlaceContext): About | undefined {
  const info = findConditionKey(name);
  if (info === undefined) return undefined;
  const values = info.multivalued
    ? 'several values, so it needs `ForAnyValue:` or `ForAllValues:`'
    : 'one value';
  const lines = [info.meaning, `Holds ${typeInWords[info.type]}; ${values}.`];
  const part = variablePart(name);
  if (info.replacedBy !== undefined) lines.push(`Use \`${info.replacedBy}\` instead.`);
  if (info.absentWhenOmitted) lines.push('Absent where the request leaves the parameter out.');
  if (context.document.kind === 'key' && !info.inKeyPolicy) {
    lines.push('It does nothing in a key policy: use it in an IAM policy.');
  }
  const carried = carriedBy(info, context);
  if (carried !== undefined) lines.push(carried);
  return { title: part === undefined ? info.name : name, lines, page: awsPage(info.source) };
}

function carriedBy({ operations }: ConditionKeyInfo, { around }: PlaceContext): string | undefined {
  if (operations === 'any') return undefined;
  const actions = actionsOf(around.statement);
  if (actions === undefined || actions.kms.length === 0) return undefined;
  const carrying = actions.kms.filter(({ name }) => operations.includes(name));
  if (carrying.length === 0) return 'No request for the actions of this statement carries it.';
  if (carrying.length === actions.kms.length) return undefined;
  const names = carrying.slice(0, 12).map(({ name }) => `\`${name}\``);
  const more = carrying.length > names.length ? ` and ${carrying.length - names.length} more` : '';
  return `Of the actions of this statement only ${names.join(', ')}${more} carry it.`;
}

/** A value that is compared with: what a name in it stands for. */
export function aboutConditionValue(value: string, operator: string, key: string): About | undefined {
  const parsed = parseOperator(operator);
  if (!('problem' in parsed) && parsed.base.family === 'Null') {
    const line = value === 'true' ? `\`${key}\` must be absent.` : `\`${key}\` must be there.`;
    return value === 'true' || value === 'false' ? { title: value, lines: [line] } : undefined;
  }
  const info = findConditionKey(key);
  if (info?.name === 'kms:GrantOperations') {
    const action = findAction(value);
    return action && { title: value, lines: [action.meaning], page: awsPage(action.source) };
  }
  return undefined;
}
