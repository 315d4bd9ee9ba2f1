import { describe, expect, test } from 'vitest';
import { ask, outcome, type Row } from './testing/ask.ts';

const rsa = { metadata: { KeySpec: 'RSA_2048' } };
const signing = { metadata: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' } };
const days = (action: string, parameter: string, value: string | number | boolean | null) => ({
  action,
  parameters: { [parameter]: value },
});
const deletion = (value: string | number | boolean | null) =>
  days('kms:ScheduleKeyDeletion', 'PendingWindowInDays', value);
const rotation = (value: string | number) => days('kms:EnableKeyRotation', 'RotationPeriodInDays', value);
const validation = 'ValidationException KMS-250';

const rows: readonly Row[] = [
  ['nothing said', { action: 'kms:Sign' }, signing, null],
  ['null is nothing said', { action: 'kms:Sign', parameters: { SigningAlgorithm: null } }, signing, null],
  ['a known value', { action: 'kms:Sign', parameters: { MessageType: 'DIGEST' } }, signing, null],
  ['another case', { action: 'kms:Sign', parameters: { MessageType: 'Digest' } }, signing, validation],
  ['no text', { action: 'kms:Sign', parameters: { MessageType: {} } }, signing, validation],
  ['a data key spec', { action: 'kms:GenerateDataKey', parameters: { KeySpec: 'AES_256' } }, {}, null],
  [
    'no data key spec',
    { action: 'kms:GenerateDataKey', parameters: { KeySpec: 'RSA_2048' } },
    {},
    validation,
  ],
  [
    'one unknown in a list',
    { action: 'kms:Decrypt', parameters: { DryRunModifiers: ['ALL'] } },
    {},
    validation,
  ],
  [
    'another policy name',
    { action: 'kms:GetKeyPolicy', parameters: { PolicyName: 'mine' } },
    {},
    'ValidationException KMS-017',
  ],
  [
    'what the operation does not take',
    { action: 'kms:DescribeKey', parameters: { KeySpec: 'no' } },
    {},
    null,
  ],

  ['6 days', deletion(6), {}, validation],
  ['7 days', deletion(7), {}, null],
  ['30 days', deletion(30), {}, null],
  ['31 days', deletion(31), {}, validation],
  ['days as text', deletion('14'), {}, null],
  ['half days', deletion(7.5), {}, validation],
  ['negative days', deletion(-7), {}, validation],
  ['no days', deletion(true), {}, validation],
  ['default days', deletion(null), {}, null],
  ['89 days', rotation(89), {}, validation],
  ['90 days', rotation(90), {}, null],
  ['2560 days', rotation(2560), {}, null],
  ['2561 days', rotation('2561'), {}, validation],

  ['pairs', { action: 'kms:Encrypt', parameters: { EncryptionContext: { a: 'b' } } }, {}, null],
  [
    'pairs with RSA',
    { action: 'kms:Encrypt', parameters: { EncryptionContext: { a: 'b' } } },
    rsa,
    'ValidationException KMS-101',
  ],
  [
    'pairs for the source',
    { action: 'kms:ReEncryptFrom', parameters: { SourceEncryptionContext: { a: 'b' } } },
    rsa,
    'ValidationException KMS-101',
  ],
  [
    'no pairs with RSA',
    { action: 'kms:Encrypt', parameters: { EncryptionContext: {}, EncryptionAlgorithm: 'RSAES_OAEP_SHA_1' } },
    rsa,
    null,
  ],
  [
    'pairs where none are taken',
    { action: 'kms:Sign', parameters: { EncryptionContext: { a: 'b' } } },
    signing,
    null,
  ],
  [
    'no object',
    { action: 'kms:Encrypt', parameters: { EncryptionContext: 'a=b' } },
    {},
    'ValidationException KMS-100',
  ],
];

describe('parameters', () => {
  test.each(rows)('%s', (...row) => {
    expect(outcome(row)).toBe(row[3]);
  });

  test('the message says what the value may be', () => {
    const { error } = ask({ action: 'kms:Sign', parameters: { MessageType: 'Digest' } }, signing);
    expect(error?.text).toBe('Digest is no value of MessageType. Did you mean DIGEST?');
  });

  test('the message says what the range is', () => {
    expect(ask(deletion(6)).error?.text).toBe(
      'PendingWindowInDays is 6, and the waiting period before a deletion is 7 to 30 whole days.',
    );
  });

  test('an undocumented error name is said to be one (U-10)', () => {
    const { error } = ask({ action: 'kms:Encrypt', parameters: { EncryptionContext: { a: 'b' } } }, rsa);
    expect(error?.text).toMatch(/is an asymmetric key \(RSA_2048\).*AWS does not document which error\.$/);
  });
});
