import { conditionOperators } from '#engine/conditions/operators.ts';
import { parseOperator } from '#engine/conditions/parseOperator.ts';
import type { ParsedOperator } from '#engine/conditions/parseOperator.ts';
import type { JsonMember, JsonNode } from '../source/json.ts';
import { nearest } from '../source/nearest.ts';
import { quoted } from '../source/quote.ts';
import { member, oneOrMany } from '../source/read.ts';
import type { JsonObject } from '../source/read.ts';
import type { ConditionClause, ConditionValue, Sourced } from './policy.ts';
import { typeMismatch, unreadable } from './reading.ts';
import type { Read, Reading } from './reading.ts';
import { checkVariables } from './variables.ts';

const OPERATOR_NAMES = conditionOperators.map(({ name }) => name);

/** `Condition`: operator → key → value or list of values (IAM-014); numbers and booleans become text (IAM-005). */
export function readConditions(reading: Reading, statement: JsonObject): Read<readonly ConditionClause[]> {
  const block = member(statement, 'Condition')?.value;
  if (block === undefined) return { element: [], inert: undefined };
  if (block.kind !== 'object') {
    typeMismatch(reading.problems, block, '`Condition`', 'an object');
    return unreadable('IAM-014', 'its `Condition` is no object', block.span);
  }
  if (block.members.length === 0) {
    reading.problems.add(
      'EMPTY_OBJECT_CONDITION',
      'suggestion',
      block.span,
      'This `Condition` is empty and always true.',
      'Fill it or remove it.',
    );
  }
  const clauses: ConditionClause[] = [];
  let bad: JsonNode | undefined;
  for (const operator of block.members) {
    const read = readOperator(reading, operator);
    clauses.push(...read.clauses);
    bad ??= read.unreadable;
  }
  return bad === undefined
    ? { element: clauses, inert: undefined }
    : unreadable('IAM-014', 'its `Condition` cannot be read entirely', bad.span);
}

interface OperatorBlock {
  readonly clauses: readonly ConditionClause[];
  readonly unreadable: JsonNode | undefined;
}

function readOperator(reading: Reading, { key, keySpan, value }: JsonMember): OperatorBlock {
  const operator: Sourced = { value: key, span: keySpan };
  const name = checkOperator(reading, operator);
  if (value.kind !== 'object') {
    typeMismatch(reading.problems, value, quoted(key), 'an object of condition keys');
    return { clauses: [], unreadable: value };
  }
  checkKeyCase(reading, value);
  const clauses: ConditionClause[] = [];
  let bad: JsonNode | undefined;
  for (const condition of value.members) {
    const clause = readClause(reading, operator, condition);
    if (clause === undefined) {
      bad ??= condition.value;
    } else {
      clauses.push(clause);
      checkClause(reading, clause, name);
    }
  }
  return { clauses, unreadable: bad };
}

function checkOperator({ problems }: Reading, { value, span }: Sourced): ParsedOperator | undefined {
  const operator = parseOperator(value);
  if (!('problem' in operator)) return operator;
  const bare = value.replace(/^For(?:All|Any)Values?:/i, '').replace(/IfExists$/i, '');
  if (bare.toLowerCase() === 'null') {
    const message = `${quoted(value)} combines \`Null\` with \`IfExists\`, which AWS refuses.`;
    problems.add('NULL_WITH_IF_EXISTS', 'error', span, message, 'Write `Null`.');
    return undefined;
  }
  const meant = problems.full ? undefined : nearest(bare, OPERATOR_NAMES);
  const help = meant === undefined ? undefined : `Did you mean ${quoted(meant)}?`;
  problems.add(
    'INVALID_CONDITION_OPERATOR',
    'error',
    span,
    `${quoted(value)} is no condition operator.`,
    help,
  );
  return undefined;
}

function checkKeyCase(reading: Reading, block: JsonObject): void {
  const seen = new Map<string, string>();
  for (const { key, keySpan } of block.members) {
    const lower = key.toLowerCase();
    const before = seen.get(lower);
    if (before !== undefined && before !== key) {
      const message = `${quoted(key)} and ${quoted(before)} are the same condition key: upper and lower case do not count.`;
      reading.problems.add(
        'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
        'error',
        keySpan,
        message,
        'Merge their values into one list.',
      );
    }
    seen.set(lower, before ?? key);
  }
}

function readClause(
  reading: Reading,
  operator: Sourced,
  { key, keySpan, value }: JsonMember,
): ConditionClause | undefined {
  const values: ConditionValue[] = [];
  let wrong = false;
  for (const item of oneOrMany(value)) {
    const read = readValue(item);
    if (read === undefined) {
      typeMismatch(reading.problems, item, `A value of ${quoted(key)}`, 'a text, a number, or true or false');
      wrong = true;
    } else values.push(read);
  }
  if (wrong) return undefined;
  return { operator, key: { value: key, span: keySpan }, values, span: { ...keySpan, to: value.span.to } };
}

function readValue(item: JsonNode): ConditionValue | undefined {
  switch (item.kind) {
    case 'string':
      return { value: item.value, span: item.span, writtenAs: 'string' };
    case 'number':
      return { value: item.lexeme, span: item.span, writtenAs: 'number' };
    case 'boolean':
      return { value: String(item.value), span: item.span, writtenAs: 'boolean' };
    case 'object':
    case 'array':
    case 'null':
      return undefined;
  }
}

function checkClause(reading: Reading, clause: ConditionClause, operator: ParsedOperator | undefined): void {
  const [first] = clause.values;
  if (first === undefined) return reportEmpty(reading, clause, operator);
  const odd = clause.values.find(({ writtenAs }) => writtenAs !== first.writtenAs);
  if (odd !== undefined) {
    const message = `The values of ${quoted(clause.key.value)} are of different JSON types.`;
    reading.problems.add(
      'INVALID_CONDITION_DATA_TYPE',
      'error',
      odd.span,
      message,
      'Put all of them in double quotes.',
    );
  }
  if (reading.variables && clause.key.value.includes('${')) {
    const message = `A policy variable cannot stand in a condition key, as in ${quoted(clause.key.value)}.`;
    reading.problems.add('VARIABLE_UNSUPPORTED_IN_ELEMENT', 'error', clause.key.span, message);
  }
  if (operator === undefined) return;
  for (const value of clause.values) checkValue(reading, value, operator);
}

function checkValue(reading: Reading, value: ConditionValue, { base }: ParsedOperator): void {
  if (base.family === 'String' || base.family === 'Arn') {
    checkVariables(reading, value);
  } else if (reading.variables && value.value.includes('${')) {
    const message = `A policy variable cannot stand in a value of \`${base.name}\`, as in ${quoted(value.value)}.`;
    reading.problems.add(
      'INVALID_VARIABLE_FOR_OPERATOR',
      'error',
      value.span,
      message,
      'Only operators on texts and ARNs take variables.',
    );
  }
}

/** What a condition without values comes to (IAM-015). */
function reportEmpty(
  { problems }: Reading,
  { key, span }: ConditionClause,
  operator: ParsedOperator | undefined,
): void {
  const { code, so } = emptyList(operator);
  const message = `The list of values of ${quoted(key.value)} is empty, so ${so}.`;
  problems.add(code, 'suggestion', span, message, 'Fill it or remove the condition.');
}

function emptyList(operator: ParsedOperator | undefined): { readonly code: string; readonly so: string } {
  const onlyWithout = 'the condition is true only without the key';
  if (operator?.qualifier === 'ForAllValues') {
    return { code: 'EMPTY_ARRAY_CONDITION_FORALLVALUES', so: onlyWithout };
  }
  if (operator?.qualifier === 'ForAnyValue') {
    return { code: 'EMPTY_ARRAY_CONDITION_FORANYVALUE', so: 'the condition is never true' };
  }
  if (operator?.ifExists === true) return { code: 'EMPTY_ARRAY_CONDITION_IFEXISTS', so: onlyWithout };
  return { code: 'EMPTY_ARRAY_CONDITION', so: 'there is nothing to compare with' };
}
