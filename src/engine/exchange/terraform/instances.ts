import type { SourceSpan } from '#engine/source/span.ts';
import { knownText, memberOf, textValue, type ObjectMember, type Value } from '../value.ts';
import { attributeOf } from './configuration.ts';
import { entriesOf } from './entries.ts';
import { type Evaluator, NO_SCOPE, type Scope } from './evaluate.ts';
import type { Block, Expression } from './hclTree.ts';

/** One of the things that a block stands for: the only one, or one for each item of `count` or `for_each`. */
export interface Instance {
  /** What follows the block's address: `["eu"]`, `[0]`, or nothing. */
  readonly suffix: string;
  /** `each` and `count` as the block's expressions see them. */
  readonly scope: Scope;
  /** The address that `each.value` is, where the block goes over the instances of another. */
  readonly of?: string;
}

export const ONLY: Instance = { suffix: '', scope: NO_SCOPE };

/** More are no work of hand: the block is taken for one then. */
const MOST = 50;

/**
 * What a block makes, as far as the configuration tells: where it does not, one with `each` and `count` left open.
 *
 * @param others instances of blocks that it may go over, by their address
 */
export function instancesOf(
  evaluator: Evaluator,
  { body, span }: Block,
  others: ReadonlyMap<string, readonly Instance[]>,
): readonly Instance[] {
  const over = attributeOf(body, 'for_each')?.value;
  if (over !== undefined) return forEach(evaluator, over, others);
  const count = attributeOf(body, 'count')?.value;
  const number = Number(count === undefined ? Number.NaN : knownText(evaluator.evaluate(count)));
  if (!(number >= 1 && number <= MOST)) return [ONLY];
  return Array.from({ length: number }, (_, index) => ({
    suffix: number === 1 ? '' : `[${String(index)}]`,
    scope: named('count', span, [['index', { kind: 'number', span, lexeme: String(index) }]]),
  }));
}

function forEach(
  evaluator: Evaluator,
  over: Expression,
  others: ReadonlyMap<string, readonly Instance[]>,
): readonly Instance[] {
  const { span } = over;
  const [step] = over.kind === 'reference' ? over.steps : [];
  const address = over.kind === 'reference' && step?.kind === 'name' ? `${over.name}.${step.name}` : '';
  const same = others.get(address);
  if (same !== undefined && same.every(({ suffix }) => suffix !== ''))
    return same.map(({ suffix, scope }) => {
      const key = memberOf(scope.get('each') ?? textValue(span, ''), 'key') ?? textValue(span, '');
      return { suffix, scope: named('each', span, [['key', key]]), of: `${address}${suffix}` };
    });
  const list = evaluator.evaluate(over);
  const entries = entriesOf(list) ?? [];
  // The items of a set are their own keys.
  const pairs = entries.map(({ key, value }) => ({ key: list.kind === 'list' ? value : key, value }));
  const keys = pairs.map(({ key }) => knownText(key));
  if (pairs.length === 0 || pairs.length > MOST || keys.includes(undefined)) return [ONLY];
  return pairs.map(({ key, value }, index) => ({
    suffix: `["${keys[index] ?? ''}"]`,
    scope: named('each', span, [
      ['key', key],
      ['value', value],
    ]),
  }));
}

function named(name: string, span: SourceSpan, fields: readonly (readonly [string, Value])[]): Scope {
  const members = fields.map(([key, value]): ObjectMember => ({ key: textValue(span, key), value }));
  return new Map([[name, { kind: 'object', span, members }]]);
}

/**
 * The address of what an attribute refers to: `aws_kms_key.main` of `aws_kms_key.main.key_id`, with the instance where it names
 * one, as `aws_kms_key.main[each.key].id` does.
 *
 * @param exists whether an address is one that the configuration has
 */
export function referredTo(
  evaluator: Evaluator,
  { body }: Block,
  name: string,
  { scope, of }: Instance,
  exists: (address: string) => boolean,
): string | undefined {
  const value = attributeOf(body, name)?.value;
  if (value === undefined) return undefined;
  const evaluated = evaluator.evaluate(value, scope);
  const source = evaluated.kind === 'placeholder' ? evaluated.name : '';
  if (of !== undefined && source.startsWith('each.value.')) return of;
  const [, type = '', label = '', index] = /^([\w-]+)\.([\w-]+)(?:\[([^\]]{1,200})\])?/.exec(source) ?? [];
  if (label === '') return undefined;
  const address = `${type}.${label}`;
  const instance = index === undefined ? address : `${address}${suffixOf(index, scope)}`;
  return exists(instance) ? instance : address;
}

/** The suffix of the instance that an index names; as it is written where it is not known. */
function suffixOf(index: string, scope: Scope): string {
  const [root = '', field = ''] = index.split('.');
  const bound = scope.get(root);
  const value = bound && knownText(memberOf(bound, field));
  if (value === undefined) return `[${index}]`;
  return root === 'count' ? `[${value}]` : `["${value}"]`;
}
