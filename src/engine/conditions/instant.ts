/** A point in time: whole seconds since 1970-01-01T00:00:00Z, and the digits after the point without trailing zeros. */
export interface Instant {
  readonly seconds: number;
  readonly fraction: string;
}

/** How the text left the instant open; both readings are choices of this engine (IAM-084). */
export type InstantDoubt = 'year or epoch' | 'no zone';

const epoch = /^(-?\d{1,15}|\d{1,15}\.\d+)$/;
const dateOnly = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const dateAndTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Reads a date of a Date condition: the W3C profile of ISO 8601 or epoch seconds (IAM-084). Four digits are a year, a date
 * without time is the start of that day in UTC.
 *
 * @returns undefined for every other text, also for days that do not exist.
 */
export function parseInstant(text: string): Instant | undefined {
  const date = dateOnly.exec(text);
  if (date !== null) return fromFields(date[1], date[2] ?? '01', date[3] ?? '01');
  const time = dateAndTime.exec(text);
  if (time !== null) return fromTime(time);
  if (!epoch.test(text)) return undefined;
  const [whole = '', fraction = ''] = text.split('.');
  return { seconds: Number(whole), fraction: withoutTrailingZeros(fraction) };
}

/** What is not settled about a text that `parseInstant` can read. */
export function instantDoubt(text: string): InstantDoubt | undefined {
  if (/^\d{4}$/.test(text)) return 'year or epoch';
  return dateOnly.test(text) ? 'no zone' : undefined;
}

/** Negative when `left` is earlier, 0 for the same instant however written, positive when it is later. */
export function compareInstants(left: Instant, right: Instant): number {
  if (left.seconds !== right.seconds) return left.seconds - right.seconds;
  if (left.fraction === right.fraction) return 0;
  return left.fraction < right.fraction ? -1 : 1;
}

function fromTime(fields: RegExpExecArray): Instant | undefined {
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = 'Z'] = fields;
  const midnight = fromFields(year, month, day);
  const offset = offsetSeconds(zone);
  if (midnight === undefined || offset === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return { seconds: midnight.seconds + clock - offset, fraction: withoutTrailingZeros(fraction) };
}

function offsetSeconds(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

function fromFields(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Instant | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return undefined;
  return { seconds: daysSinceEpoch(y, m, d) * 86_400, fraction: '' };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of the proleptic Gregorian calendar. The year is taken to begin in March, so that the leap day is its last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysTo1970 = 719_468;
  return marchYear * 365 + leapDays + dayOfYear - daysTo1970;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
