/** An instant in milliseconds since 1970 (IAM-084): ISO 8601, or epoch seconds. Four digits are a year. */
export function instantOf(text: string): number | undefined {
  const date =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/.exec(text);
  if (date === null) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : undefined;
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    part = '0',
    zone = 'Z',
  ] = date;
  const days = daysSince1970(Number(year), Number(month), Number(day));
  const shift =
    zone === 'Z' ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  const minutes = days * 1440 + Number(hour) * 60 + Number(minute) - shift;
  return (minutes * 60 + Number(second) + Number(part)) * 1000;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysSince1970(year: number, month: number, day: number): number {
  let days = day - 1;
  for (let one = 1970; one < year; one += 1) days += isLeap(one) ? 366 : 365;
  for (let one = year; one < 1970; one += 1) days -= isLeap(one) ? 366 : 365;
  const months = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return months.slice(0, month - 1).reduce((sum, length) => sum + length, days);
}

/** A number (IAM-083), small enough for tests to be compared as a double. */
export const numberOf = (text: string): number | undefined =>
  /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;

/** An address as its bits: 32 or 128 of them (IAM-087). */
export function bitsOf(text: string): string | undefined {
  if (text.includes('.') && !text.includes(':')) {
    const bytes = text.split('.');
    const fine = bytes.length === 4 && bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256);
    return fine ? bytes.map((byte) => Number(byte).toString(2).padStart(8, '0')).join('') : undefined;
  }
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

/** Whether an address lies in a range: the bits of the prefix are the same. Without a prefix the range is one address. */
export function liesIn(range: string, address: string): boolean {
  const [start = '', prefix] = range.split('/');
  const wanted = bitsOf(start);
  const bits = bitsOf(address);
  if (wanted === undefined || bits === undefined || wanted.length !== bits.length) return false;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return false;
  const length = prefix === undefined ? bits.length : Number(prefix);
  return length <= bits.length && wanted.slice(0, length) === bits.slice(0, length);
}

/** The bytes of a base64 text (IAM-086). */
export const bytesOf = (text: string): string | undefined =>
  /^([A-Za-z\d+/]{4})*([A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(text)
    ? Buffer.from(text, 'base64').toString('hex')
    : undefined;
