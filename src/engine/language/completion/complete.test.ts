import { describe, expect, it } from 'vitest';
import { conditionOperators } from '#engine/conditions/operators.ts';
import type { DocumentKind } from '../documentKind.ts';
import { at } from '../testing/cursor.ts';
import { orders } from '../testing/orders.ts';

/** Text ids of the scenario's documents, by kind; others stand alone. */
const ids: Partial<Record<DocumentKind, string>> = { key: 'key', grants: 'grants' };

const ask = (kind: DocumentKind, marked: string) => at(kind, marked, orders, ids[kind]);

/** A statement with the cursor in it. */
const inStatement = (members: string) => `{ "Version": "2012-10-17", "Statement": [{ ${members} }] }`;
const inCondition = (block: string) => inStatement(`"Action": "kms:Decrypt", "Condition": { ${block} }`);

const policies: readonly DocumentKind[] = [
  'key',
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
  'endpoint',
];

describe.each(policies)('in a policy of type %s', (kind) => {
  const hasPrincipal = kind === 'key' || kind === 'rcp' || kind === 'endpoint';

  it('whole documents and statements are offered', () => {
    expect(ask(kind, '|').labels().length).toBeGreaterThan(0);
    expect(ask(kind, '{ "Statement": [|] }').labels()).toEqual(ask(kind, '|').labels());
    expect(ask(kind, '{ "Statement": [{} |] }').labels()).toEqual(ask(kind, '|').labels());
  });

  it('the elements of the document', () => {
    const labels = ask(kind, '{ "Version": "2012-10-17", | }').labels();
    expect(labels).toEqual(hasPrincipal || kind === 'scp' ? ['Id', 'Statement'] : ['Statement']);
  });

  it('the elements of a statement', () => {
    const labels = ask(kind, inStatement('"Effect": "Deny", "NotAction": "kms:*", "|"')).labels();
    expect(labels).toContain('Condition');
    expect(labels.includes('Principal')).toBe(hasPrincipal);
    expect(labels.includes('NotResource')).toBe(kind !== 'key');
    expect(labels).not.toContain('Effect');
    expect(labels).not.toContain('Action');
  });

  it('the values of Effect and Version', () => {
    expect(ask(kind, inStatement('"Effect": "|"')).labels()).toEqual(['Allow', 'Deny']);
    expect(ask(kind, '{ "Version": | }').labels()).toEqual(['2012-10-17', '2008-10-17']);
  });

  it('actions', () => {
    expect(ask(kind, inStatement('"Action": ["kms:|"]')).labels()[0]).toBe('kms:Decrypt');
  });

  it('resources', () => {
    const labels = ask(kind, inStatement('"Resource": "|"')).labels();
    expect(labels.includes(orders.keys[0]?.arn ?? '')).toBe(kind !== 'key');
    expect(labels).toContain('*');
  });

  it('operators, most used first', () => {
    const labels = ask(kind, inStatement('"Condition": { "|" }')).labels();
    expect(labels.slice(0, 3)).toEqual(['StringEquals', 'Bool', 'ArnLike']);
    expect(conditionOperators.filter(({ name }) => !labels.includes(name))).toEqual([]);
  });

  it('condition keys, those in use first', () => {
    const labels = ask(kind, inCondition('"StringEquals": { "|" }')).labels();
    expect(labels[0]).toBe('kms:EncryptionContext:tenant');
    expect(labels).toContain('kms:EncryptionContext:batch');
    expect(labels).toContain('kms:ViaService');
    expect(labels).toContain('aws:PrincipalTag/project');
    expect(labels).not.toContain('kms:KeySpecX');
    expect(labels).not.toContain('kms:GrantOperations');
  });

  it('values of condition keys', () => {
    const values = (key: string, operator = 'StringEquals') =>
      ask(kind, inCondition(`"${operator}": { "${key}": "|" }`)).labels();
    expect(values('kms:EncryptionContext:tenant').slice(0, 2)).toEqual(['a1', 'b2']);
    expect(values('kms:ViaService')).toContain('s3.us-east-1.amazonaws.com');
    expect(values('aws:PrincipalOrgID')[0]).toBe('o-a1b2c3d4e5');
    expect(values('kms:KeyOrigin')).toContain('EXTERNAL_KEY_STORE');
    expect(values('aws:SecureTransport', 'Bool')).toEqual(['true', 'false']);
    expect(values('kms:ViaService', 'Null')).toEqual(['true', 'false']);
    expect(values('aws:PrincipalTag/project')[0]).toBe('shop');
    expect(values('aws:SourceVpce')).toEqual(['vpce-1a2b3c']);
    expect(values('kms:CallerAccount').slice(0, 2)).toEqual(['111122223333', '444455556666']);
  });
});

describe('policy variables', () => {
  const variables = (key: string, operator = 'StringEquals', kind: DocumentKind = 'key') =>
    ask(kind, inCondition(`"${operator}": { "${key}": "|" }`))
      .labels()
      .filter((label) => label.startsWith('${'));

  it('are offered where they say something of the other side', () => {
    expect(variables('kms:CallerAccount')).toEqual(['${aws:ResourceAccount}']);
    expect(variables('aws:PrincipalOrgID')).toEqual(['${aws:ResourceOrgID}']);
    expect(variables('kms:EncryptionContext:tenant', 'StringLike', 'identity')).toEqual([
      '${aws:PrincipalTag/project}',
      '${aws:username}',
      '${aws:PrincipalAccount}',
    ]);
    expect(variables('aws:PrincipalTag/project', 'StringEquals', 'identity')).toEqual([
      '${aws:ResourceTag/team}',
      '${kms:EncryptionContext:tenant}',
      '${kms:EncryptionContext:batch}',
    ]);
  });

  it('are none of other keys, of operators that do not read them, or of an older version', () => {
    expect(variables('kms:KeyOrigin')).toEqual([]);
    expect(variables('kms:ViaService')).toEqual([]);
    expect(variables('aws:PrincipalTag/', 'StringEquals')).toEqual([]);
    expect(variables('kms:CallerAccount', 'NumericEquals')).toEqual([]);
    const older = inCondition('"StringEquals": { "kms:CallerAccount": "|" }').replace(
      '2012-10-17',
      '2008-10-17',
    );
    expect(ask('key', older).labels()).not.toContain('${aws:ResourceAccount}');
  });

  it('are entered as they are', () => {
    const entered = ask('key', inCondition('"StringEquals": { "kms:CallerAccount": "|" }'));
    expect(entered.accept('${aws:ResourceAccount}')).toContain(
      '"kms:CallerAccount": "${aws:ResourceAccount}"',
    );
  });
});

describe('principals', () => {
  it.each<DocumentKind>(['key', 'endpoint'])('of a %s: those the scenario knows', (kind) => {
    expect(ask(kind, inStatement('"Principal": { "AWS": "|" }')).labels()).toEqual([
      'arn:aws:iam::111122223333:role/App',
      'arn:aws:iam::111122223333:user/Ana',
      'arn:aws:iam::111122223333:root',
      'arn:aws:iam::444455556666:root',
      'arn:aws:iam::111122223333:role/Export',
      '*',
    ]);
    expect(ask(kind, inStatement('"Principal": { "AWS": ["*", "|"] }')).labels()).not.toContain('*');
    expect(ask(kind, inStatement('"Principal": |')).labels()).toEqual(['AWS', 'Service', '*']);
    expect(ask(kind, inStatement('"Principal": { "|" }')).labels()).toEqual(['AWS', 'Service']);
  });

  it('services, in the Region of the key', () => {
    const labels = ask('key', inStatement('"Principal": { "Service": "|" }')).labels();
    expect(labels.slice(0, 2)).toEqual(['cloudtrail.amazonaws.com', 'logs.us-east-1.amazonaws.com']);
  });

  it('of an RCP: everyone', () => {
    expect(ask('rcp', inStatement('"Principal": "|"')).labels()).toEqual(['*']);
  });
});

describe('condition keys', () => {
  const labels = (actions: string, operator: string, kind: DocumentKind = 'key') =>
    ask(kind, inStatement(`"Action": ${actions}, "Condition": { "${operator}": { "|" } }`)).labels();

  it('are those requests for the actions carry', () => {
    expect(labels('"kms:CreateGrant"', 'StringEquals')).toContain('kms:GrantConstraintType');
    expect(labels('"kms:DescribeKey"', 'StringEquals')).not.toContain('kms:GrantConstraintType');
    expect(labels('"kms:DescribeKey"', 'StringEquals')).not.toContain('kms:EncryptionContext:tenant');
    expect(labels('"s3:GetObject"', 'StringEquals', 'identity')).not.toContain('kms:ViaService');
    expect(labels('[]', 'StringEquals')).toContain('kms:GrantConstraintType');
  });

  it('are of a type the operator compares', () => {
    expect(labels('"kms:*"', 'Bool')).toContain('kms:GrantIsForAWSResource');
    expect(labels('"kms:*"', 'Bool')).not.toContain('kms:ViaService');
    expect(labels('"kms:*"', 'ArnLike')).toContain('aws:PrincipalArn');
    expect(labels('"kms:*"', 'StringLike')).toContain('aws:PrincipalArn');
    expect(labels('"kms:*"', 'ForAnyValue:StringEquals')).toContain('kms:EncryptionContextKeys');
    expect(labels('"kms:*"', 'ForAnyValue:StringEquals')).not.toContain('kms:ViaService');
    expect(labels('"kms:*"', 'IpAddress')).toContain('aws:SourceIp');
  });

  it('that only work in IAM policies are not offered in a key policy', () => {
    expect(labels('"kms:CreateKey"', 'StringEquals', 'identity')).toContain('aws:RequestTag/');
    expect(labels('"kms:*"', 'StringEquals')).not.toContain('kms:CustomerMasterKeySpec');
  });

  it('say which actions carry them', () => {
    const list = ask(
      'key',
      inStatement('"Action": ["kms:Decrypt", "kms:DescribeKey"], "Condition": { "StringEquals": { "|" } }'),
    ).list();
    const context = list?.items.find(({ label }) => label === 'kms:EncryptionContext:tenant');
    expect(context?.more).toBe('Only requests for `kms:Decrypt` carry it.');
  });
});

describe('operators over keys that are there', () => {
  const labels = (key: string) => ask('key', inCondition(`"Str|": { "${key}": "x" }`)).labels();

  it('fit their type', () => {
    expect(labels('kms:ViaService')).toContain('StringLike');
    expect(labels('kms:ViaService')).not.toContain('Bool');
    expect(labels('kms:ViaService')).not.toContain('ForAnyValue:StringEquals');
    expect(labels('kms:EncryptionContextKeys')).toContain('ForAnyValue:StringEquals');
    expect(labels('aws:PrincipalArn')).toContain('ArnLike');
    expect(labels('aws:SourceIp')).toEqual(expect.arrayContaining(['IpAddress', 'NotIpAddress', 'Null']));
    expect(labels('aws:SourceIp')).not.toContain('StringEquals');
  });
});

describe('in grants', () => {
  const grant = (members: string) => `[{ "GrantId": "g", ${members} }]`;

  it.each<[string, readonly string[]]>([
    ['|', ['Grant use of the key']],
    ['[|]', ['Grant use of the key']],
    ['{ "Grants": [|] }', ['Grant use of the key']],
    [grant('"Operations": ["|"]'), ['Decrypt', 'DescribeKey', 'Encrypt']],
    [grant('"Constraints": { "|" }'), ['EncryptionContextSubset', 'EncryptionContextEquals', 'SourceArn']],
    [grant('"Constraints": { "EncryptionContextSubset": { "|" } }'), ['tenant', 'batch']],
    [grant('"Constraints": { "EncryptionContextEquals": { "batch": "|" } }'), ['nightly']],
    [grant('"Constraints": { "SourceArn": "|" }'), ['arn:aws:s3:::amzn-s3-demo-bucket/*']],
    [grant('"GranteePrincipal": "|"'), ['arn:aws:iam::111122223333:role/App']],
    [grant('"GranteeServicePrincipal": "|"'), ['cloudtrail.amazonaws.com']],
    [grant('"IssuingAccount": "|"'), ['arn:aws:iam::111122223333:root']],
    [grant('"KeyId": "|"'), [orders.keys[0]?.arn ?? '']],
  ])('%s', (marked, first) => {
    expect(ask('grants', marked).labels().slice(0, first.length)).toEqual(first);
  });

  it('the fields that are missing', () => {
    const labels = ask('grants', grant('"|"')).labels();
    expect(labels).toContain('GranteePrincipal');
    expect(labels).not.toContain('GrantId');
  });

  it('only operations that fit the key', () => {
    expect(ask('grants', grant('"Operations": ["|"]')).labels()).not.toContain('Sign');
  });
});

describe('in broken texts', () => {
  it.each<[DocumentKind, string, string]>([
    ['key', '{ "Statement": [{ "Effect": "Allow", "|', 'Principal'],
    ['key', '{ "Statement": [{ "Effect": "|', 'Deny'],
    [
      'key',
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": |',
      'arn:aws:iam::111122223333:role/App',
    ],
    ['key', '{ "Statement": [{ "Action": ["kms:Decrypt", |', 'kms:Encrypt'],
    ['key', '{ "Statement": [{ "Action": [| "Resource": "*" }]', 'kms:Encrypt'],
    [
      'key',
      '{ "Statement": [{ "Action": "kms:Decrypt" "Condition": { "StringEquals": { "|',
      'kms:ViaService',
    ],
    ['key', '{ "Statement": [{ "Condition": { "Bool": { "kms:GrantIsForAWSResource": |', 'true'],
    ['scp', '{ "Statement": [{ "Effect": "Deny" "Act|', 'Action'],
    ['grants', '[{ "Operations": ["Decrypt" "|', 'Encrypt'],
    ['key', '{ "Statement": [{ "|" "Effect": "Allow" }] }', 'Action'],
  ])('of a %s: %s', (kind, marked, label) => {
    expect(ask(kind, marked).labels()).toContain(label);
  });

  it.each([
    '{} |',
    '{ "Sid": "x"| }',
    '{ "Statement": [{ "Sid": "|" }] }',
    '{ "Statement": [{ "Condition": "|" }] }',
  ])('nothing is offered: %s', (marked) => {
    expect(ask('key', marked).list()).toBeNull();
  });
});

describe('a name with its value', () => {
  it.each<[string, string, string]>([
    ['{ | }', 'Version', '{ "Version": "2012-10-17" }'],
    ['{ "V|" }', 'Version', '{ "Version": "2012-10-17" }'],
    ['{ "V|": "2012-10-17" }', 'Version', '{ "Version": "2012-10-17" }'],
    [
      '{ "Statement": [{ "|" "Effect": "Deny" }] }',
      'Action',
      '{ "Statement": [{ "Action": [""], "Effect": "Deny" }] }',
    ],
    [
      '{ "Statement": [{ "Effect": "Deny" "|" }] }',
      'Resource',
      '{ "Statement": [{ "Effect": "Deny", "Resource": "*" }] }',
    ],
    [
      '{ "Statement": [{ "Condition": { "|" } }] }',
      'ForAnyValue:StringLike',
      '{ "Statement": [{ "Condition": { "ForAnyValue:StringLike": { "" } } }] }',
    ],
    [
      '{ "Statement": [{ "Condition": { "ForAllValues:StringEquals": { "|" } } }] }',
      'aws:TagKeys',
      '{ "Statement": [{ "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": [""] } } }] }',
    ],
    [
      '{ "Statement": [{ "Condition": { "StringEquals": { "|" } } }] }',
      'kms:EncryptionContext:',
      '{ "Statement": [{ "Condition": { "StringEquals": { "kms:EncryptionContext:name": "" } } }] }',
    ],
    [
      '{ "Statement": [{ "Principal": | }] }',
      'Service',
      '{ "Statement": [{ "Principal": { "Service": "" } }] }',
    ],
  ])('%s: %s', (marked, label, result) => {
    expect(ask('key', marked).accept(label)).toBe(result);
  });
});
