import type { SourceSpan } from '#engine/source/span.ts';
import { knownText, memberOf, objectOf, textValue, type ObjectMember, type Value } from '../value.ts';
import { attributeOf, blocksOf } from './configuration.ts';
import type { Evaluator, Scope } from './evaluate.ts';
import type { Block, Body } from './hclTree.ts';

/**
 * The JSON an `aws_iam_policy_document` data source makes of its blocks (hashicorp/aws provider): `Version` 2012-10-17 and
 * `Effect` Allow where none is given, a list of one as a single value, `&{…}` as a policy variable `${…}`.
 */
export function policyDocument(evaluator: Evaluator, block: Block, scope: Scope): Value {
  const { span, body } = block;
  const read = (name: string) => attributeValue(evaluator, body, name, scope);
  const sources = statementsOfDocuments(read('source_policy_documents') ?? read('source_json'), span);
  const overrides = statementsOfDocuments(read('override_policy_documents') ?? read('override_json'), span);
  const own = eachBlock(evaluator, body, 'statement', scope, (inner, within) =>
    statement(evaluator, inner, within),
  );
  const statements = overridden([...sources, ...own], overrides);
  const document = objectOf(span, [
    ['Version', read('version') ?? textValue(span, '2012-10-17')],
    ['Id', read('policy_id')],
    ['Statement', { kind: 'list', span, items: statements }],
  ]);
  return { kind: 'json', span, value: document };
}

function attributeValue(evaluator: Evaluator, body: Body, name: string, scope: Scope): Value | undefined {
  const attribute = attributeOf(body, name);
  const value = attribute && evaluator.evaluate(attribute.value, scope);
  return value?.kind === 'null' ? undefined : value;
}

/** What a block of that type comes to, and each that `dynamic` makes. */
function eachBlock(
  evaluator: Evaluator,
  body: Body,
  type: string,
  scope: Scope,
  read: (block: Block, scope: Scope) => Value,
): readonly Value[] {
  return body.blocks.flatMap((block): readonly Value[] => {
    if (block.type === type) return [read(block, scope)];
    if (block.type !== 'dynamic' || block.labels[0] !== type) return [];
    const [content] = blocksOf(block.body, 'content');
    const over = attributeValue(evaluator, block.body, 'for_each', scope);
    if (content === undefined || over === undefined) return [];
    const named = attributeOf(block.body, 'iterator')?.value;
    const iterator = named?.kind === 'reference' ? named.name : type;
    const list = evaluator.forEach(over, iterator, (inner) => read(content, inner), block.span, scope);
    return [{ kind: 'spread', span: block.span, list }];
  });
}

const LISTS = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
] as const;

function statement(evaluator: Evaluator, { body, span }: Block, scope: Scope): Value {
  const read = (name: string) => attributeValue(evaluator, body, name, scope);
  const principals = (type: string) =>
    principalsOf(
      eachBlock(evaluator, body, type, scope, (inner, within) => pair(evaluator, inner, within)),
      span,
    );
  const conditions = eachBlock(evaluator, body, 'condition', scope, (inner, within) =>
    condition(evaluator, inner, within),
  );
  return objectOf(span, [
    ['Sid', read('sid')],
    ['Effect', read('effect') ?? textValue(span, 'Allow')],
    ['Principal', principals('principals')],
    ['NotPrincipal', principals('not_principals')],
    ...LISTS.map(([attribute, element]) => [element, oneOrMany(read(attribute))] as const),
    ['Condition', conditionsOf(conditions, span)],
  ]);
}

/** `type` and `identifiers` as a member of a principal. */
function pair(evaluator: Evaluator, { body, span }: Block, scope: Scope): Value {
  const type = attributeValue(evaluator, body, 'type', scope) ?? textValue(span, 'AWS');
  const identifiers = attributeValue(evaluator, body, 'identifiers', scope);
  const value = withVariables(identifiers) ?? textValue(span, '');
  return { kind: 'object', span, members: [{ key: type, value }] };
}

function principalsOf(pairs: readonly Value[], span: SourceSpan): Value | undefined {
  if (pairs.length === 0) return undefined;
  const members = grouped(membersOf(pairs));
  const everyone = members.find(({ key }) => knownText(key) === '*');
  if (everyone !== undefined && members.length === 1) return textValue(span, '*');
  return {
    kind: 'object',
    span,
    members: members.map(({ key, value }) => ({ key, value: oneOrMany(value) ?? value })),
  };
}

function condition(evaluator: Evaluator, { body, span }: Block, scope: Scope): Value {
  const read = (name: string) => attributeValue(evaluator, body, name, scope) ?? textValue(span, '');
  const values = oneOrMany(attributeValue(evaluator, body, 'values', scope)) ?? textValue(span, '');
  const byKey: Value = { kind: 'object', span, members: [{ key: read('variable'), value: values }] };
  return { kind: 'object', span, members: [{ key: read('test'), value: byKey }] };
}

function conditionsOf(conditions: readonly Value[], span: SourceSpan): Value | undefined {
  if (conditions.length === 0) return undefined;
  const byTest = new Map<string, ObjectMember>();
  for (const { key, value } of membersOf(conditions)) {
    const name = knownText(key) ?? JSON.stringify(key);
    const before = byTest.get(name);
    const keys = membersOf(before === undefined ? [value] : [before.value, value]);
    byTest.set(name, { key, value: { kind: 'object', span, members: grouped(keys) } });
  }
  return { kind: 'object', span, members: [...byTest.values()] };
}

/** Members of objects; those that a list is still to make are taken with the first of them. */
function membersOf(values: readonly Value[]): readonly ObjectMember[] {
  return values.flatMap((value): readonly ObjectMember[] => {
    if (value.kind === 'object') return value.members;
    if (value.kind === 'list') return membersOf(value.items);
    if (value.kind === 'spread') return membersOf([value.list]);
    return value.kind === 'each' ? membersOf([value.body]) : [];
  });
}

/** One member for each key, with the values of all. */
function grouped(members: readonly ObjectMember[]): readonly ObjectMember[] {
  const byKey = new Map<string, ObjectMember>();
  for (const member of members) {
    const name = knownText(member.key) ?? JSON.stringify(member.key);
    const before = byKey.get(name);
    byKey.set(
      name,
      before === undefined ? member : { key: before.key, value: bothLists(before.value, member.value) },
    );
  }
  return [...byKey.values()];
}

function bothLists(first: Value, second: Value): Value {
  const items = [first, second].flatMap((value): readonly Value[] =>
    value.kind === 'list'
      ? value.items
      : value.kind === 'text'
        ? [value]
        : [{ kind: 'spread', span: value.span, list: value }],
  );
  return { kind: 'list', span: first.span, items };
}

function oneOrMany(value: Value | undefined): Value | undefined {
  const written = withVariables(value);
  if (written?.kind !== 'list' || written.items.length !== 1) return written;
  const [only] = written.items;
  return only?.kind === 'spread' ? written : only;
}

/** `&{` is how these blocks write the `${` of a policy variable. */
function withVariables(value: Value | undefined): Value | undefined {
  if (value?.kind === 'list')
    return { ...value, items: value.items.map((item) => withVariables(item) ?? item) };
  if (value?.kind !== 'text') return value;
  return {
    ...value,
    parts: value.parts.map((part) => (typeof part === 'string' ? part.replaceAll('&{', '${') : part)),
  };
}

/** The statements of documents that others are put together from. */
function statementsOfDocuments(documents: Value | undefined, span: SourceSpan): readonly Value[] {
  const list = documents?.kind === 'list' ? documents.items : documents === undefined ? [] : [documents];
  return list.flatMap((document): readonly Value[] => {
    const statements = document.kind === 'json' ? memberOf(document.value, 'Statement') : undefined;
    if (statements?.kind === 'list') return statements.items;
    return statements === undefined ? [] : [{ kind: 'spread', span, list: statements }];
  });
}

/** A statement takes the place of one with its `Sid`. */
function overridden(statements: readonly Value[], overrides: readonly Value[]): readonly Value[] {
  const sid = (value: Value) => knownText(memberOf(value, 'Sid'));
  const kept = statements.filter(
    (each) => sid(each) === undefined || !overrides.some((other) => sid(other) === sid(each)),
  );
  return [...kept, ...overrides];
}
