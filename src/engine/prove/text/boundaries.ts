import type { ConditionValueType } from '#engine/catalog/conditionKey.ts';
import type { Decimal } from '#engine/conditions/decimal.ts';
import { type AddressNumber, type Block, LAST_ADDRESS, printAddress } from './address.ts';
import type { TextTest } from './textTest.ts';

const SAMPLE_ADDRESSES = ['203.0.113.10', '198.51.100.10', '192.0.2.10', '2001:db8::10'];
/** Passes no test of numbers, instants, truth values, addresses or bytes. */
const NOTHING_OF_THE_KIND = 'x!';

/**
 * Texts among which there is one for every way the tests of one family can turn out together: truth changes only at the bounds,
 * so the bounds, their neighbours and what lies between them are enough.
 */
export function boundaryTexts(
  tests: readonly TextTest[],
  type: ConditionValueType | undefined,
): readonly string[] {
  const kinds = new Set(tests.map(({ kind }) => kind));
  const texts: string[] = [];
  if (kinds.has('number')) texts.push(...numbers(tests, type));
  if (kinds.has('instant')) texts.push(...instants(tests));
  if (kinds.has('truth')) texts.push('true', 'false');
  if (kinds.has('address')) texts.push(...addresses(tests));
  if (kinds.has('bytes')) texts.push(...bytes(tests));
  // A key whose values are known to be numbers, addresses … has no other ones.
  if (kinds.size > 0 && (type === undefined || type === 'string' || type === 'arn'))
    texts.push(NOTHING_OF_THE_KIND);
  return texts;
}

function numbers(tests: readonly TextTest[], type: ConditionValueType | undefined): readonly string[] {
  const bounds = new Map<string, Decimal>();
  for (const test of tests) {
    if (test.kind === 'number') for (const bound of test.bounds) bounds.set(JSON.stringify(bound), bound);
  }
  const all = [...bounds.values()].filter((bound) => !isFarOut(bound));
  // Two bounds differ at the last of these places or before it, so one place more lies between them.
  const places = Math.max(0, ...all.map((bound) => bound.digits.length - bound.magnitude));
  return ['1', '0', ...all.flatMap((bound) => neighbours(bound, type === 'numeric', places))];
}

// A number beside one with a huge exponent would be as long as the exponent is large.
const MOST_DIGITS = 400;

function isFarOut(bound: Decimal): boolean {
  return Math.abs(bound.magnitude) > MOST_DIGITS || bound.digits.length > MOST_DIGITS;
}

/** Whether the candidates for the tests' numbers are incomplete, because a bound is too long to write one beside it. */
export function hasFarNumbers(tests: readonly TextTest[]): boolean {
  return tests.some((test) => test.kind === 'number' && test.bounds.some(isFarOut));
}

/** A bound and what lies just below and above it: whole numbers, and where the key may have them a fraction between. */
function neighbours(bound: Decimal, whole: boolean, places: number): readonly string[] {
  const tiny = `${'0'.repeat(places)}1`;
  if (bound.sign === 0) return whole ? ['0', '1', '-1'] : ['0', '1', '-1', `0.${tiny}`, `-0.${tiny}`];
  const point = bound.magnitude;
  const digits = bound.digits
    .padEnd(Math.max(point, 0), '0')
    .padStart(bound.digits.length + Math.max(-point, 0), '0');
  const wholePart = BigInt(point > 0 ? digits.slice(0, point) : '0');
  const fraction = point > 0 ? digits.slice(point) : digits;
  const sign = bound.sign === -1 ? '-' : '';
  const exact = `${sign}${wholePart}${fraction === '' ? '' : `.${fraction}`}`;
  const nearby = [-1n, 0n, 1n].map((step) => String((bound.sign === -1 ? -wholePart : wholePart) + step));
  if (whole) return fraction === '' ? [exact, ...nearby] : nearby;
  const aligned = fraction.padEnd(places, '0');
  const scaled = BigInt(`${wholePart}${aligned}0`) - 1n;
  const lower = String(scaled).padStart(places + 2, '0');
  return [
    exact,
    ...nearby,
    `${sign}${wholePart}.${aligned}1`,
    `${sign}${lower.slice(0, -places - 1)}.${lower.slice(-places - 1)}`,
  ];
}

/**
 * Whole seconds first, as AWS sends them; then each bound and what lies just above it. Seconds before 1970 have no notation with a
 * fraction here: such texts are no instants, and fit nothing.
 */
function instants(tests: readonly TextTest[]): readonly string[] {
  const bounds = tests.flatMap((test) => (test.kind === 'instant' ? test.bounds : []));
  const places = Math.max(0, ...bounds.map(({ fraction }) => fraction.length));
  return [
    '1798761600',
    ...bounds.flatMap(({ seconds }) => [seconds, seconds - 1, seconds + 1].map(String)),
    ...bounds.flatMap(({ seconds, fraction }) => [
      `${seconds}.${fraction || '0'}`,
      `${seconds}.${fraction.padEnd(places, '0')}1`,
    ]),
  ];
}

function addresses(tests: readonly TextTest[]): readonly string[] {
  const blocks: Block[] = [];
  for (const test of tests) if (test.kind === 'address') blocks.push(...test.blocks);
  const edges: AddressNumber[] = [
    { version: 4, value: 0n },
    { version: 6, value: 0n },
  ];
  for (const { version, first, last } of blocks) {
    edges.push({ version, value: first + 10n <= last ? first + 10n : first });
    for (const value of [first, last, first - 1n, last + 1n]) {
      if (value >= 0n && value <= LAST_ADDRESS[version]) edges.push({ version, value });
    }
  }
  return [...SAMPLE_ADDRESSES, ...edges.map(printAddress)];
}

function bytes(tests: readonly TextTest[]): readonly string[] {
  const texts = ['ZXhhbXBsZQ=='];
  for (const test of tests) if (test.kind === 'bytes') texts.push(...test.values);
  return [...texts, ''];
}
