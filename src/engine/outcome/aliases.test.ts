import { describe, expect, test } from 'vitest';
import { ACCOUNT, ask, KEY, OTHER_KEY, outcome, type Row } from './testing/ask.ts';

const call = (name: string, parameters: Readonly<Record<string, string>>) => ({
  action: `kms:${name}`,
  parameters,
});
const hmac = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' };
const rsa = { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' };
/** The first key has `alias/a`, the second none, unless the situation says otherwise. */
const two = (metadata = {}, other = {}) => ({
  metadata,
  key: { aliases: ['alias/a'] },
  otherKeys: [{ metadata: other }],
});
const theirs = OTHER_KEY.replace(ACCOUNT, '444455556666');
const invalid = 'InvalidAliasNameException KMS-161';
const long = (length: number) => `alias/${'a'.repeat(length)}`;

const rows: readonly Row[] = [
  ['create', call('CreateAlias', { AliasName: 'alias/b', TargetKeyId: OTHER_KEY }), two(), null],
  [
    'create one that is there',
    call('CreateAlias', { AliasName: 'alias/a', TargetKeyId: OTHER_KEY }),
    two(),
    'AlreadyExistsException KMS-161',
  ],
  [
    'create one that its key has',
    call('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KEY }),
    two(),
    'AlreadyExistsException KMS-161',
  ],
  [
    'create one in another case',
    call('CreateAlias', { AliasName: 'alias/A', TargetKeyId: OTHER_KEY }),
    two(),
    null,
  ],
  [
    'create one that another account has',
    call('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KEY }),
    { otherKeys: [{ arn: theirs, aliases: ['alias/a'] }] },
    null,
  ],
  [
    'create one that another Region has',
    call('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KEY }),
    { otherKeys: [{ arn: OTHER_KEY.replace('us-west-2', 'eu-west-1'), aliases: ['alias/a'] }] },
    null,
  ],
  ['update', call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: OTHER_KEY }), two(), null],
  [
    'update one that is not there',
    call('UpdateAlias', { AliasName: 'alias/b', TargetKeyId: OTHER_KEY }),
    two(),
    'NotFoundException KMS-161',
  ],
  [
    'update to another usage',
    call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: OTHER_KEY }),
    two({}, hmac),
    'ValidationException KMS-161',
  ],
  [
    'update to another type',
    call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: OTHER_KEY }),
    two({ KeySpec: 'RSA_2048' }, {}),
    'ValidationException KMS-161',
  ],
  [
    'update to another spec of one type',
    call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: OTHER_KEY }),
    two(rsa, { ...rsa, KeySpec: 'RSA_4096' }),
    null,
  ],
  ['delete', call('DeleteAlias', { AliasName: 'alias/a' }), two(), null],
  [
    'delete one that is not there',
    call('DeleteAlias', { AliasName: 'alias/b' }),
    two(),
    'NotFoundException KMS-161',
  ],
  ['a name without prefix', call('CreateAlias', { AliasName: 'a', TargetKeyId: KEY }), two(), invalid],
  ['a name of nothing', call('CreateAlias', { AliasName: 'alias/', TargetKeyId: KEY }), two(), invalid],
  ['a name with a colon', call('CreateAlias', { AliasName: 'alias/a:b', TargetKeyId: KEY }), two(), invalid],
  ['a name with a space', call('DeleteAlias', { AliasName: 'alias/a b' }), two(), invalid],
  [
    'a name of all it can have',
    call('CreateAlias', { AliasName: 'alias/Az09/_-', TargetKeyId: KEY }),
    two(),
    null,
  ],
  ['the longest name', call('CreateAlias', { AliasName: long(250), TargetKeyId: KEY }), two(), null],
  ['a name too long', call('CreateAlias', { AliasName: long(251), TargetKeyId: KEY }), two(), invalid],
  [
    'a name kept for AWS',
    call('CreateAlias', { AliasName: 'alias/aws/x', TargetKeyId: KEY }),
    two(),
    invalid,
  ],
  [
    'a name that only begins like it',
    call('CreateAlias', { AliasName: 'alias/awsx', TargetKeyId: KEY }),
    two(),
    null,
  ],
  ['an operation without alias', { action: 'kms:Decrypt' }, two(), null],
];

test.each(rows)('%s', (...row) => {
  expect(outcome(row)).toBe(row[3]);
});

test('the reason names what is in the way', () => {
  const text = (name: string, parameters: Readonly<Record<string, string>>, situation = two()) =>
    ask(call(name, parameters), situation).error?.text;
  expect(text('CreateAlias', { AliasName: 'alias/a', TargetKeyId: OTHER_KEY })).toBe(
    'The alias alias/a belongs to the key 1234abcd-12ab-34cd-56ef-1234567890ab already.',
  );
  expect(text('DeleteAlias', { AliasName: 'alias/b' })).toBe(
    `No key of account ${ACCOUNT} in us-west-2 has the alias alias/b.`,
  );
  expect(text('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: OTHER_KEY }, two({}, hmac))).toBe(
    'An alias moves between keys of one type and usage only, and 1234abcd-12ab-34cd-56ef-1234567890ab is ' +
      'SYMMETRIC_DEFAULT for ENCRYPT_DECRYPT, 0987dcba-09fe-87dc-65ba-ab0987654321 is HMAC_256 for ' +
      'GENERATE_VERIFY_MAC. AWS does not document which error.',
  );
});

describe('replicas', () => {
  const metadata = { MultiRegion: true };
  const replica = { arn: KEY.replace('us-west-2', 'eu-west-1'), metadata };
  const to = (name: string, parameter: string, region: string) => call(name, { [parameter]: region });
  const replicate = (region: string) => to('ReplicateKey', 'ReplicaRegion', region);
  const promote = (region: string) => to('UpdatePrimaryRegion', 'PrimaryRegion', region);
  const both = { metadata, otherKeys: [replica] };

  test.each<Row>([
    ['into a new Region', replicate('ap-south-1'), both, null],
    ['into a Region that has one', replicate('eu-west-1'), both, 'AlreadyExistsException KMS-162'],
    ['into its own Region', replicate('us-west-2'), both, 'AlreadyExistsException KMS-162'],
    ['not said where', { action: 'kms:ReplicateKey' }, both, null],
    ['promote a replica', promote('eu-west-1'), both, null],
    ['promote one that is not there', promote('ap-south-1'), both, 'NotFoundException KMS-163'],
    ['promote the primary', promote('us-west-2'), both, 'NotFoundException KMS-163'],
    ['not said which', { action: 'kms:UpdatePrimaryRegion' }, both, null],
    ['another operation', { action: 'kms:DescribeKey', parameters: { PrimaryRegion: 'x' } }, both, null],
    [
      'a related id is another key',
      replicate('eu-west-1'),
      { metadata, otherKeys: [{ arn: OTHER_KEY.replace('us-west-2', 'eu-west-1'), metadata }] },
      null,
    ],
  ])('%s', (...row) => {
    expect(outcome(row)).toBe(row[3]);
  });

  test('the reason says whether it is there', () => {
    expect(ask(promote('us-west-2'), both).error?.text).toMatch(/^us-west-2 is the primary Region already\./);
    expect(ask(promote('ap-south-1'), both).error?.text).toMatch(/^ap-south-1 has no replica of the key\./);
    expect(ask(replicate('eu-west-1'), both).error?.text).toBe(
      'The key 1234abcd-12ab-34cd-56ef-1234567890ab is in eu-west-1 already.',
    );
  });
});
