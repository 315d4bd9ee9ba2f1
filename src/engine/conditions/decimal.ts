/**
 * A decimal number of any size, exactly: sign × 0.digits × 10^magnitude. `digits` has no zero at either end and is empty for
 * zero. Doubles would call 9007199254740993 and 9007199254740992 equal.
 */
export interface Decimal {
  readonly sign: -1 | 0 | 1;
  readonly digits: string;
  readonly magnitude: number;
}

// The JSON grammar of numbers (values may be JSON numbers, IAM-005), except that leading zeros are accepted.
const grammar = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,12}))?$/;

/**
 * Reads an integer or decimal number (IAM-083).
 *
 * @returns undefined for every other text: `12abc`, `0x10`, `1,5`, ` 1`, `+1`, `.5`, the empty string.
 */
export function parseDecimal(text: string): Decimal | undefined {
  const found = grammar.exec(text);
  if (found === null) return undefined;
  const [, minus = '', whole = '', fraction = '', exponent = '0'] = found;
  const written = whole + fraction;
  let first = 0;
  while (written[first] === '0') first++;
  let end = written.length;
  while (end > first && written[end - 1] === '0') end--;
  if (first === end) return { sign: 0, digits: '', magnitude: 0 };
  return {
    sign: minus === '-' ? -1 : 1,
    digits: written.slice(first, end),
    magnitude: whole.length - first + Number(exponent),
  };
}

/** Negative when `left` is the smaller number, 0 when both are the same number however written, positive otherwise. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  if (left.sign !== right.sign) return left.sign - right.sign;
  if (left.magnitude !== right.magnitude) return left.sign * (left.magnitude - right.magnitude);
  if (left.digits === right.digits) return 0;
  return left.digits < right.digits ? -left.sign : left.sign;
}
