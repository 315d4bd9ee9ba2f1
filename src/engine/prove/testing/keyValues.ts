import { findConditionKey, isMultivalued } from '#engine/catalog/conditionKeys.ts';
import type { ContextEntry } from '#engine/conditions/context.ts';
import { parseInstant } from '#engine/conditions/instant.ts';
import { DERIVED } from './derivedKeys.ts';
import { type Pattern, representatives } from './regions.ts';
import type { TestedStatement } from './testedStatement.ts';

/** One instant in two notations. */
export const TIMES = ['aws:currenttime', 'aws:epochtime'];

export type Values = readonly (ContextEntry | undefined)[];

/** For each condition key all that a request can carry under it, as far as conditions tell it apart. */
export function valuesByKey(plans: readonly TestedStatement[]): ReadonlyMap<string, Values> {
  const clauses = plans.flatMap(({ statement }) => statement.conditions);
  const keys = new Map<string, readonly string[]>();
  for (const clause of clauses) {
    const key = clause.key.value.toLowerCase();
    const said = clause.values.map(({ value }) => `${clause.operator.value} ${value}`);
    keys.set(key, [...(keys.get(key) ?? []), ...said]);
    for (const { value } of clause.values) {
      const variable = /^\$\{(.*)\}$/.exec(value)?.[1]?.toLowerCase();
      if (variable !== undefined && !keys.has(variable)) keys.set(variable, []);
    }
  }
  const related = clauses.some(({ values }) => values.some(({ value }) => value.startsWith('${')));
  // Keys that are compared with each other share their values, two of each kind, and so do the two notations of the time.
  if (related) share(keys, ['kms:encryptioncontext:app', 'aws:principaltag/team']);
  if (TIMES.every((key) => keys.has(key))) share(keys, TIMES);
  return new Map(
    [...keys].flatMap(([key, said]) =>
      DERIVED.has(key) ? [] : [[key, entriesOf(key, textsFor(key, said, related ? 2 : 1))] as const],
    ),
  );
}

function share(keys: Map<string, readonly string[]>, tied: readonly string[]): void {
  const both = tied.flatMap((key) => keys.get(key) ?? []);
  for (const key of tied) keys.set(key, both);
}

/** Each instant that is named, one between any two, one before and one after all. */
function momentsAround(said: readonly string[]): readonly string[] {
  const named = said.flatMap((text) => {
    const instant = parseInstant(text.split(' ')[1] ?? '');
    return instant === undefined ? [] : [instant.seconds + Number(`0.${instant.fraction}`)];
  });
  const bounds = [...new Set([0, ...named])].toSorted((left, right) => left - right);
  return bounds.flatMap((at, index) => [at, (at + (bounds[index + 1] ?? at + 2)) / 2]).map(String);
}

function textsFor(key: string, said: readonly string[], members: number): readonly string[] {
  switch (key === 'aws:epochtime' ? 'date' : findConditionKey(key)?.type) {
    case 'bool':
      return ['true', 'false'];
    case 'numeric':
      return ['1', '89', '90', '91', '92', '364', '365', '366'];
    case 'date':
      return momentsAround(said);
    case 'ip':
      return [
        '1.1.1.1',
        '203.0.112.1',
        '203.0.113.1',
        '203.0.113.7',
        '203.0.113.200',
        '203.0.127.255',
        '203.0.128.0',
        '2001:db8::1',
        '::1',
      ];
    default:
      break;
  }
  if (key === 'example:bytes') return ['YQ==', 'YWI=', 'Yg=='];
  const patterns = said.flatMap((text): readonly Pattern[] => {
    const [operator = '', ...rest] = text.split(' ');
    const value = rest.join(' ');
    const arn = /Arn/.test(operator);
    if (value.startsWith('${') || /Null/.test(operator) || (arn && value.split(':').length < 6)) return [];
    return [{ text: value, wild: arn || /Like/.test(operator), arn, fold: /IgnoreCase/.test(operator) }];
  });
  return representatives(patterns, members);
}

/** Absent; single values; and for keys with several values the subsets of the representatives. */
function entriesOf(key: string, texts: readonly string[]): Values {
  const multivalued = isMultivalued(key);
  const entry = (values: readonly string[], list: boolean): ContextEntry => ({
    key,
    state: 'present',
    values,
    multivalued: list,
    origin: { kind: 'given' },
  });
  const singles = multivalued === true ? [] : texts.map((text) => entry([text], false));
  const lists = multivalued === false ? [] : subsets(texts).map((list) => entry(list, true));
  return [undefined, ...singles, ...lists];
}

/** Every set of at most three texts: no two policies of these tests ask for more values at once. */
function subsets(texts: readonly string[]): readonly (readonly string[])[] {
  const pairs = texts.flatMap((one, at) => texts.slice(at + 1).map((other) => [one, other]));
  const triples = pairs.flatMap(([one = '', other = '']) =>
    texts.slice(texts.indexOf(other) + 1).map((third) => [one, other, third]),
  );
  return [...texts.map((text) => [text]), ...pairs, ...triples];
}
