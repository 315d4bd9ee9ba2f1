import type { JsonMember, JsonNode } from '../source/json.ts';
import { printJson } from '../source/printJson.ts';
import type { SourceSpan } from '../source/span.ts';
import type {
  ConditionClause,
  ConditionValue,
  PatternElement,
  Policy,
  PrincipalElement,
  Statement,
} from './policy.ts';

/**
 * Canonical text of a policy: JSON with two spaces a level, characters above U+00FF as escapes (IAM-016).
 *
 * A tree keeps everything: order of members, list or single value, spelling of numbers. A read `Policy` prints what was
 * understood of it, in AWS's usual order: its version as 2012-10-17 or 2008-10-17, a list of one without brackets.
 */
export function printPolicy(policy: Policy | JsonNode): string {
  return printJson('kind' in policy ? policy : policyNode(policy), { latin1: true });
}

// Printing does not look at places.
const NOWHERE: SourceSpan = { text: '', from: 0, to: 0 };

function policyNode(policy: Policy): JsonNode {
  return object([
    ['Version', text(policy.variables ? '2012-10-17' : '2008-10-17')],
    ['Id', policy.id === undefined ? undefined : text(policy.id)],
    ['Statement', list(policy.statements.map(statementNode))],
  ]);
}

function statementNode(statement: Statement): JsonNode {
  const { sid, effect, principal, action, resource, conditions } = statement;
  return object([
    ['Sid', sid === undefined ? undefined : text(sid)],
    ['Effect', effect === undefined ? undefined : text(effect)],
    [negatable('Principal', principal), principal === undefined ? undefined : principalNode(principal)],
    [negatable('Action', action), patternsNode(action)],
    [negatable('Resource', resource), patternsNode(resource)],
    ['Condition', conditions.length === 0 ? undefined : conditionNode(conditions)],
  ]);
}

function negatable(name: string, element: { readonly negated: boolean } | undefined): string {
  return element?.negated === true ? `Not${name}` : name;
}

function principalNode({ entries }: PrincipalElement): JsonNode {
  if (entries.some(({ kind }) => kind === '*')) return text('*');
  const byKind = groupedBy(entries, ({ kind }) => kind);
  return object([...byKind].map(([kind, group]) => [kind, oneOrList(group.map(({ value }) => text(value)))]));
}

function patternsNode(element: PatternElement | undefined): JsonNode | undefined {
  return element === undefined ? undefined : oneOrList(element.patterns.map(({ value }) => text(value)));
}

function conditionNode(clauses: readonly ConditionClause[]): JsonNode {
  const byOperator = groupedBy(clauses, ({ operator }) => operator.value);
  return object(
    [...byOperator].map(([operator, group]) => [
      operator,
      object(group.map(({ key, values }) => [key.value, oneOrList(values.map(valueNode))])),
    ]),
  );
}

function valueNode({ value, writtenAs }: ConditionValue): JsonNode {
  if (writtenAs === 'number') return { kind: 'number', span: NOWHERE, lexeme: value };
  if (writtenAs === 'boolean') return { kind: 'boolean', span: NOWHERE, value: value === 'true' };
  return text(value);
}

function text(value: string): JsonNode {
  return { kind: 'string', span: NOWHERE, value };
}

function list(items: readonly JsonNode[]): JsonNode {
  return { kind: 'array', span: NOWHERE, items };
}

function oneOrList(items: readonly JsonNode[]): JsonNode {
  const [only] = items;
  return only !== undefined && items.length === 1 ? only : list(items);
}

function object(entries: readonly (readonly [string, JsonNode | undefined])[]): JsonNode {
  const members: JsonMember[] = entries.flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, keySpan: NOWHERE, value }],
  );
  return { kind: 'object', span: NOWHERE, members };
}

/** Groups in the order in which each first occurs. */
function groupedBy<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
