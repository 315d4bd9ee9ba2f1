import { findConditionKey } from '#engine/catalog/conditionKeys.ts';
import { isEndpointKey } from '#engine/request/forwardedContext.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { type KeyAttribute, type Literal, negate } from './atom.ts';
import { type Box, boxOf } from './box.ts';
import { type Compiled, shapeLiteral } from './clause.ts';
import { globOf, literalGlob } from './text/glob.ts';
import { textTest } from './text/textTest.ts';
import { isDerived } from './callers/cell.ts';
import type { Universe } from './universe.ts';

/** Something that is known about the requests AWS sends, beyond the language of policies. */
export interface Fact {
  /** The rule in docs/semantics.md. */
  readonly rule: string;
  readonly text: string;
}

/**
 * The AWS-facts world: boxes of requests that AWS never sends, for the condition keys that the documents look at. Without them
 * a question is about the language of policies alone; an answer that needs one of them names it.
 */
export function factBoxes(universe: Universe, world: World, key: KeyInWorld): readonly Box[] {
  const builder = new FactBuilder(universe);
  // Facts mention keys that no document does, so that the list grows while it is worked on; those need no facts of their own.
  const mentioned = universe.attributes.flatMap((attribute) => (attribute.kind === 'key' ? [attribute] : []));
  const via = mentioned.find(({ key: name }) => name === 'kms:viaservice');
  for (const attribute of mentioned) {
    if (attribute.keptFromKeyPolicy) {
      builder.never(attribute, 'KMS-134', `A key policy never sees \`${attribute.name}\`.`);
      continue;
    }
    operationFacts(builder, attribute);
    callerFacts(builder, attribute);
    valueFacts(builder, attribute, world, key);
    // What a service forwards carries nothing of the endpoint that the first request came through.
    if (via === undefined || !isEndpointKey(attribute.key)) continue;
    const fact = `Calls through other services never carry \`${attribute.name}\`.`;
    builder.never(attribute, 'KMS-203', fact, builder.present(via));
  }
  encryptionContextFacts(builder, mentioned);
  return builder.boxes;
}

class FactBuilder {
  readonly boxes: Box[] = [];
  readonly universe: Universe;

  constructor(universe: Universe) {
    this.universe = universe;
  }

  /** No request has all of these at once. */
  impossible(rule: string, fact: string, conditions: readonly Compiled[]): void {
    const box = boxOf({ ref: rule, span: undefined, fact, rule }, conditions);
    if (box !== undefined) this.boxes.push(box);
  }

  present({ name, keptFromKeyPolicy }: KeyAttribute): Literal {
    return this.universe.present(this.universe.keyAttribute(name, keptFromKeyPolicy));
  }

  never(attribute: KeyAttribute, rule: string, fact: string, ...also: readonly Compiled[]): void {
    this.impossible(rule, fact, [this.present(attribute), ...also]);
  }

  always(
    { name }: KeyAttribute,
    values: readonly string[],
    rule: string,
    fact: string,
    ...also: readonly Compiled[]
  ): void {
    const test = textTest(values.map((value) => literalGlob(value)));
    const shape = {
      absent: false,
      single: { test, negated: false },
      list: { of: 'some', test, negated: false },
    } as const;
    const literal = shapeLiteral(this.universe, name, shape);
    if (typeof literal === 'number') this.impossible(rule, fact, [negate(literal), ...also]);
  }
}

/** Condition keys of KMS exist only for some operations (KMS-130), and some of them always (KMS-132). */
function operationFacts(builder: FactBuilder, attribute: KeyAttribute): void {
  const info = findConditionKey(attribute.key);
  if (info === undefined) return;
  const { operations } = info;
  if (operations !== 'any') {
    const elsewhere = builder.universe.action((action) => !operations.includes(action));
    builder.never(attribute, 'KMS-130', `Only some operations carry \`${attribute.name}\`.`, elsewhere);
  }
  const required = REQUIRED[attribute.key];
  if (required === undefined) return;
  const fact = `\`${required.slice('kms:'.length)}\` requests always carry \`${attribute.name}\`.`;
  const literal = negate(builder.present(attribute));
  builder.impossible('KMS-132', fact, [literal, builder.universe.action((action) => action === required)]);
}

const REQUIRED: Readonly<Record<string, string>> = { 'kms:grantoperations': 'kms:CreateGrant' };

const ONLY_SERVICES = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);
const NEVER_SERVICES = new Set([
  'kms:viaservice',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
]);

function callerFacts(builder: FactBuilder, attribute: KeyAttribute): void {
  const { key, name } = attribute;
  const services = builder.universe.callers((cell) => cell.kind === 'service');
  if (ONLY_SERVICES.has(key)) {
    builder.never(attribute, 'IAM-141', `Only calls by AWS services carry \`${name}\`.`, negate(services));
  }
  if (NEVER_SERVICES.has(key)) {
    builder.never(attribute, 'IAM-141', `Calls by AWS services never carry \`${name}\`.`, services);
  }
  if (key === 'aws:securetransport') {
    const fact = 'KMS answers calls of IAM principals over TLS only.';
    builder.always(attribute, ['true'], 'KMS-235', fact, negate(services));
  }
}

/** Properties of the key, its account and its Region; and the characters that tag values have. */
function valueFacts(builder: FactBuilder, attribute: KeyAttribute, world: World, key: KeyInWorld): void {
  const { key: lower, name } = attribute;
  const value = propertiesOf(key, world)[lower];
  if (value !== undefined) {
    builder.always(attribute, [value], 'KMS-130', `For this key, \`${name}\` is always \`${value}\`.`);
  }
  if (!/^aws:(principal|request|resource)tag\//.test(lower)) return;
  const test = textTest(
    ['$', '{', '*', '?'].map((char) => globOf([{ kind: '*' }, { kind: 'text', text: char }, { kind: '*' }])),
  );
  const literal = shapeLiteral(builder.universe, name, {
    absent: false,
    single: { test, negated: false },
    list: 'never',
  });
  builder.impossible('KMS-130', 'Values of tags have letters, digits, spaces and `_.:/=+-@` only.', [
    literal,
  ]);
}

function propertiesOf(key: KeyInWorld, world: World): Readonly<Record<string, string | undefined>> {
  return {
    'kms:keyspec': key.spec,
    'kms:customermasterkeyspec': key.spec,
    'kms:keyusage': key.usage,
    'kms:customermasterkeyusage': key.usage,
    'kms:keyorigin': key.origin,
    'kms:multiregion': String(key.multiRegion),
    'aws:resourceaccount': key.account,
    'aws:requestedregion': key.region === '' ? undefined : key.region,
    'aws:resourceorgid': world.accounts.get(key.account)?.organization,
  };
}

/** `kms:EncryptionContextKeys` lists the names of the pairs that are there, and no others (KMS-105, KMS-106). */
function encryptionContextFacts(builder: FactBuilder, mentioned: readonly KeyAttribute[]): void {
  const pairs = mentioned.filter(({ key }) => key.startsWith('kms:encryptioncontext:'));
  if (pairs.length === 0 || !mentioned.some(({ key }) => key === 'kms:encryptioncontextkeys')) return;
  for (const attribute of pairs) {
    const part = attribute.name.slice('kms:EncryptionContext:'.length);
    const test = textTest([literalGlob(part, true)]);
    const listed = shapeLiteral(builder.universe, 'kms:EncryptionContextKeys', {
      absent: false,
      single: { test, negated: false },
      list: { of: 'some', test, negated: false },
    });
    if (typeof listed !== 'number') continue;
    const fact = `\`kms:EncryptionContextKeys\` lists \`${part}\` exactly when the encryption context has it.`;
    const present = builder.present(attribute);
    builder.impossible('KMS-106', fact, [present, negate(listed)]);
    builder.impossible('KMS-106', fact, [negate(present), listed]);
  }
}

/**
 * What is so in every world: a service has no properties of an IAM principal, and accounts are in the organizations the
 * scenario puts them in. Boxes of impossible requests, like facts, but not worth naming.
 */
export function invariantBoxes(universe: Universe, world: World): readonly Box[] {
  const builder = new FactBuilder(universe);
  const mentioned = universe.attributes.flatMap((attribute) => (attribute.kind === 'key' ? [attribute] : []));
  const services = universe.callers((cell) => cell.kind === 'service');
  for (const attribute of mentioned) {
    const { key } = attribute;
    if (!OF_PRINCIPALS.has(key) && !key.startsWith('aws:principaltag/')) continue;
    builder.never(attribute, 'IAM-141', `Calls by AWS services never carry \`${attribute.name}\`.`, services);
  }
  relationBoxes(builder);
  const [endpoint, address] = ['aws:sourcevpce', 'aws:sourceip'].map((name) =>
    mentioned.find(({ key }) => key === name),
  );
  if (endpoint !== undefined && address !== undefined) {
    const fact = 'Through a VPC endpoint there is no public address.';
    builder.never(address, 'KMS-238', fact, builder.present(endpoint), negate(services));
  }
  const attribute = mentioned.find(({ key }) => key === 'aws:principalorgid');
  for (const { id, organization } of attribute === undefined ? [] : world.accounts.values()) {
    if (attribute === undefined || organization === undefined) continue;
    const fact = `Account \`${id}\` is in organization \`${organization}\`.`;
    builder.always(
      attribute,
      [organization],
      'IAM-140',
      fact,
      universe.callers((cell) => cell.account === id),
    );
  }
  return builder.boxes;
}

/** What relations of one key say about each other and about the key: the search takes them for independent otherwise. */
function relationBoxes(builder: FactBuilder): void {
  const { universe } = builder;
  const relations = universe.attributes.flatMap((attribute) => {
    if (attribute.kind !== 'relation' || attribute.relation.key === undefined) return [];
    const { relation } = attribute;
    if (isDerived((relation.key ?? '').toLowerCase())) return [];
    const key = universe.keyAttribute(relation.key ?? '', relation.keptFromKeyPolicy);
    const name = `${relation.family}${relation.mismatch ? ' mismatch' : ''}`;
    return [{ relation, holds: universe.relation(name, relation), present: universe.present(key) }];
  });
  for (const { relation, holds, present } of relations) {
    builder.impossible('IAM-115', 'A key that is not there is like nothing.', [holds, negate(present)]);
    const other = relations.find((one) => one.relation.family === relation.family && one.relation.mismatch);
    if (other === undefined || relation.mismatch) continue;
    builder.impossible('IAM-115', 'A key is not like and unlike a value.', [holds, other.holds]);
    const neither = [negate(holds), negate(other.holds), present];
    builder.impossible('IAM-115', 'A key that is there is like a value or not.', neither);
  }
}

const OF_PRINCIPALS = new Set(['aws:principalorgid', 'aws:principalorgpaths', 'aws:userid']);

/** The facts among some boxes, each once. */
export function factsOf(boxes: Iterable<Box>): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const { source } of boxes) {
    if (source.fact !== undefined)
      facts.set(source.fact, { rule: source.rule ?? source.ref, text: source.fact });
  }
  return [...facts.values()];
}
