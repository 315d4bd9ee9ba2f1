import type { Phrase } from '../explain/phrase.ts';
import { list } from '../explain/words.ts';
import { shown } from './apiError.ts';

/** How the encryption context of a request differs from the one the data was encrypted with (KMS-102). */
export interface ContextDifference {
  /** Keys of pairs that only the ciphertext has. */
  readonly missing: readonly string[];
  /** Keys of pairs that only the request has. */
  readonly extra: readonly string[];
  /** Keys that both have, with values that differ in more than case. */
  readonly otherValue: readonly PairDifference[];
  /** Values that differ in case only. */
  readonly otherCase: readonly PairDifference[];
  /** Keys that differ in case only; `given` and `wanted` are the keys themselves. */
  readonly otherKeyCase: readonly PairDifference[];
}

export interface PairDifference {
  readonly key: string;
  readonly given: string;
  readonly wanted: string;
}

type Pairs = ReadonlyMap<string, string>;

/**
 * Compares two encryption contexts as additional authenticated data are compared: pair by pair, case included, in any order
 * (KMS-102).
 *
 * @param given pairs of the request
 * @param wanted pairs of the ciphertext
 * @returns undefined where they are the same
 */
export function contextDifference(given: Pairs, wanted: Pairs): ContextDifference | undefined {
  const values = valueDifferences(given, wanted);
  const absent = [...wanted.keys()].filter((key) => !given.has(key));
  const surplus = new Map(
    [...given.keys()].filter((key) => !wanted.has(key)).map((key) => [key.toLowerCase(), key] as const),
  );
  const otherKeyCase = absent.flatMap((key): readonly PairDifference[] => {
    const spelled = surplus.get(key.toLowerCase());
    return spelled === undefined ? [] : [{ key, given: spelled, wanted: key }];
  });
  const paired = new Set(otherKeyCase.flatMap((pair) => [pair.given, pair.wanted]));
  const difference: ContextDifference = {
    missing: absent.filter((key) => !paired.has(key)),
    extra: [...given.keys()].filter((key) => !wanted.has(key) && !paired.has(key)),
    otherValue: values.filter((pair) => !sameButCase(pair)),
    otherCase: values.filter(sameButCase),
    otherKeyCase,
  };
  return Object.values(difference).every((part) => part.length === 0) ? undefined : difference;
}

function valueDifferences(given: Pairs, wanted: Pairs): readonly PairDifference[] {
  return [...wanted].flatMap(([key, value]): readonly PairDifference[] => {
    const is = given.get(key);
    return is === undefined || is === value ? [] : [{ key, given: is, wanted: value }];
  });
}

function sameButCase({ given, wanted }: PairDifference): boolean {
  return given.toLowerCase() === wanted.toLowerCase();
}

/** The differences in clauses, without a full stop: "`Stage` is missing; `Department` is `it` instead of `IT`, and case counts". */
export function differenceInWords(difference: ContextDifference): Phrase {
  const { missing, extra, otherValue, otherCase, otherKeyCase } = difference;
  const clauses: readonly Phrase[] = [
    ...keys(missing, 'missing'),
    ...keys(extra, 'extra'),
    ...otherValue.slice(0, MOST).map(instead),
    ...otherCase.slice(0, MOST).map((pair): Phrase => [...instead(pair), CASE]),
    ...otherKeyCase
      .slice(0, MOST)
      .map((pair): Phrase => [shown(pair.given), ' is written ', shown(pair.wanted), ' there', CASE]),
  ];
  return clauses.flatMap((clause, index): Phrase => (index === 0 ? clause : ['; ', ...clause]));
}

const MOST = 3;
const CASE = ', and case counts';

function keys(names: readonly string[], what: string): readonly Phrase[] {
  if (names.length === 0) return [];
  return [[...list(names.map(shown), MOST), ` ${names.length === 1 ? 'is' : 'are'} ${what}`]];
}

function instead({ key, given, wanted }: PairDifference): Phrase {
  return [shown(key), ' is ', shown(given), ' instead of ', shown(wanted)];
}
