import { memberOf, type Value } from '../value.ts';
import type { Attribute, Block, Body, Expression } from './hclTree.ts';

/** What the files of a configuration declare, by its address. */
export interface Configuration {
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Expression>;
  /** Values given for variables, as in a `.tfvars` file. */
  readonly given: ReadonlyMap<string, Expression>;
  /** `aws_kms_key.main`, `data.aws_iam_policy_document.key`. */
  readonly things: ReadonlyMap<string, Block>;
  /** Module calls. */
  readonly modules: readonly Block[];
}

export function configurationOf(body: Body): Configuration {
  const variables = new Map<string, Block>();
  const locals = new Map<string, Expression>();
  const things = new Map<string, Block>();
  const modules: Block[] = [];
  for (const block of body.blocks) {
    const [first = '', second = ''] = block.labels;
    if (block.type === 'variable') variables.set(first, block);
    else if (block.type === 'locals')
      block.body.attributes.forEach(({ name, value }) => locals.set(name, value));
    else if (block.type === 'resource') things.set(`${first}.${second}`, block);
    else if (block.type === 'data') things.set(`data.${first}.${second}`, block);
    else if (block.type === 'module') modules.push(block);
  }
  const given = new Map(body.attributes.map(({ name, value }) => [name, value] as const));
  return { variables, locals, given, things, modules };
}

/** The attribute of that name; the last one where it is repeated. */
export function attributeOf(body: Body, name: string): Attribute | undefined {
  return body.attributes.findLast((attribute) => attribute.name === name);
}

export function blocksOf(body: Body, type: string): readonly Block[] {
  return body.blocks.filter((block) => block.type === type);
}

/** The type of a variable, as the first word of its constraint: `string`, `list`, `set`, `map`, `bool`. */
export function variableType(variable: Block | undefined): string | undefined {
  const type = variable && attributeOf(variable.body, 'type')?.value;
  if (type?.kind === 'reference' || type?.kind === 'call') return type.name;
  return undefined;
}

/** Members of objects and items of lists, by a step that is known. */
export function stepInto(value: Value, name: string): Value | undefined {
  if (value.kind === 'list')
    return value.items.some(({ kind }) => kind === 'spread') ? undefined : value.items[Number(name)];
  return memberOf(value, name);
}
