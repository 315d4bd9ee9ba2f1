import { code } from '../explain/words.ts';
import { asText, own } from '../request/parameters.ts';
import { apiError, shown } from './apiError.ts';
import { firstError, type Stage } from './call.ts';

interface Range {
  readonly operation: string;
  readonly parameter: string;
  /** Days, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly what: string;
}

const ranges: readonly Range[] = [
  {
    operation: 'kms:ScheduleKeyDeletion',
    parameter: 'PendingWindowInDays',
    from: 7,
    to: 30,
    what: 'the waiting period before a deletion',
  },
  {
    operation: 'kms:EnableKeyRotation',
    parameter: 'RotationPeriodInDays',
    from: 90,
    to: 2560,
    what: 'the period of a rotation',
  },
];

/** Parameters that count days (KMS table 6.1). A number may be given as a text. */
export const parameterRanges: Stage = ({ action, parameters }) =>
  firstError(ranges, ({ operation, parameter, from, to, what }) => {
    const given = own(parameters, parameter);
    if (operation !== action.name || given === undefined || given === null) return null;
    const text = asText(given) ?? '';
    const days = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    if (days !== undefined && days >= from && days <= to) return null;
    const is = asText(given) === undefined ? [' is no number'] : [' is ', shown(text)];
    return apiError('ValidationException', 'KMS-250', [
      code(parameter),
      ...is,
      `, and ${what} is ${from} to ${to} whole days.`,
    ]);
  });
