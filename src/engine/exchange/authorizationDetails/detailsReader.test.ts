import { describe, expect, it } from 'vitest';
import { DetailsReader, looksLikeDetails } from './detailsReader.ts';

const document = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});
const DETAILS = {
  UserDetailList: [
    {
      Path: '/',
      UserName: 'Ana',
      UserId: 'AIDA1',
      Arn: 'arn:aws:iam::111122223333:user/Ana',
      GroupList: ['Admins'],
      UserPolicyList: [{ PolicyName: 'inline', PolicyDocument: document('kms:Decrypt') }],
      Tags: [{ Key: 'Team', Value: 'pay "[{' }],
    },
  ],
  GroupDetailList: [
    {
      GroupName: 'Admins',
      GroupId: 'AGPA1',
      Arn: 'arn:aws:iam::111122223333:group/ops/Admins',
      GroupPolicyList: [
        { PolicyName: 'all', PolicyDocument: encodeURIComponent(JSON.stringify(document('*'))) },
      ],
    },
  ],
  RoleDetailList: [
    {
      RoleName: 'App',
      RoleId: 'AROA1',
      Arn: 'arn:aws:iam::111122223333:role/App',
      AssumeRolePolicyDocument: document('sts:AssumeRole'),
      AttachedManagedPolicies: [{ PolicyName: 'Use', PolicyArn: 'arn:aws:iam::111122223333:policy/Use' }],
      PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Edge' },
    },
    {
      RoleName: 'Web',
      Arn: 'arn:aws:iam::111122223333:role/Web',
      RolePolicyList: [{ PolicyName: 's3', PolicyDocument: document('s3:*') }],
    },
  ],
  Policies: [
    {
      PolicyName: 'Use',
      Arn: 'arn:aws:iam::111122223333:policy/Use',
      PolicyVersionList: [
        { VersionId: 'v2', IsDefaultVersion: true, Document: document('kms:Encrypt') },
        { VersionId: 'v1', IsDefaultVersion: false, Document: document('kms:Sign') },
      ],
    },
    {
      PolicyName: 'Edge',
      Arn: 'arn:aws:iam::111122223333:policy/Edge',
      PolicyVersionList: [{ IsDefaultVersion: true, Document: document('kms:*') }],
    },
  ],
  IsTruncated: false,
};

/** Read in chunks of a size. */
function read(text: string, size: number) {
  const reader = new DetailsReader();
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
  return reader.end();
}

describe('the output of get-account-authorization-details', () => {
  const text = JSON.stringify(DETAILS, undefined, 2);
  const whole = read(text, text.length);

  it('gives identities with their policies, groups, tags and boundaries', () => {
    expect(looksLikeDetails(text)).toBe(true);
    expect(whole.problems).toEqual([]);
    const identities = whole.pieces.map(({ content }) => content.kind === 'identity' && content.identity);
    expect(identities).toMatchObject([
      {
        arn: 'arn:aws:iam::111122223333:user/Ana',
        id: 'AIDA1',
        tags: { Team: 'pay "[{' },
        groups: ['arn:aws:iam::111122223333:group/ops/Admins'],
        policies: [{ name: 'inline' }],
      },
      { policies: [{ name: 'all', document: { text: expect.stringContaining('"Action": "*"') } }] },
      {
        policies: [{ name: 'Use', document: { text: expect.stringContaining('kms:Encrypt') } }],
        permissionsBoundary: { name: 'Edge', document: { text: expect.stringContaining('kms:*') } },
      },
      { arn: 'arn:aws:iam::111122223333:role/Web' },
    ]);
  });

  it('leaves aside who has no policy about KMS, and says where each stands', () => {
    expect(whole.pieces.map(({ aside }) => aside !== undefined)).toEqual([false, false, false, true]);
    expect(whole.pieces.map(({ line }) => text.split('\n')[line - 1]?.trim())).toEqual(['{', '{', '{', '{']);
  });

  it.each([1, 7, 1000])('is the same in chunks of %i', (size) => {
    expect(read(text, size)).toEqual(whole);
  });

  it('that is cut off gives what there was, and says so', () => {
    const cut = read(text.slice(0, text.indexOf('"RoleDetailList"') + 40), 100);
    expect(cut.pieces).toHaveLength(2);
    expect(cut.problems).toMatchObject([{ message: expect.stringContaining('too early') }]);
  });

  it('with a broken entry gives the others', () => {
    const broken = read(text.replace('"UserId": "AIDA1",', '"UserId": ,'), 100);
    expect(broken.pieces).toHaveLength(3);
    expect(broken.problems).toMatchObject([
      { line: 3, message: expect.stringContaining('`UserDetailList`') },
    ]);
  });

  it('with brackets without end stops', () => {
    expect(read(`{"RoleDetailList":[${'{'.repeat(5_000_000)}`, 65_536).problems).toMatchObject([
      { message: expect.stringContaining('too long') },
    ]);
    expect(read('{"RoleDetailList":[]}]]', 5).problems).toHaveLength(1);
  });

  it('takes in fifty without asking, and the others when they are wanted', () => {
    const [role] = DETAILS.RoleDetailList;
    const RoleDetailList = Array.from({ length: 150 }, (_, at) => ({
      ...role,
      Arn: `arn:aws:iam::111122223333:role/R${at}`,
    }));
    const { pieces } = read(JSON.stringify({ ...DETAILS, RoleDetailList }), 10_000);
    expect(pieces).toHaveLength(152);
    expect(pieces.filter(({ aside }) => aside === undefined)).toHaveLength(50);
  });

  it('offers a thousand, those about KMS first, and counts the others', () => {
    const web = DETAILS.RoleDetailList[1];
    const RoleDetailList = [
      ...Array.from({ length: 1200 }, (_, at) => ({ ...web, Arn: `arn:aws:iam::111122223333:role/W${at}` })),
      DETAILS.RoleDetailList[0],
    ];
    const { pieces, skipped } = read(JSON.stringify({ ...DETAILS, RoleDetailList }), 100_000);
    expect(pieces).toHaveLength(1000);
    expect(pieces.slice(0, 4).map(({ title }) => title)).toEqual([
      'user/Ana',
      'group/ops/Admins',
      'role/App',
      'role/W0',
    ]);
    expect(skipped).toMatchObject([
      { what: '203 identities', because: expect.stringContaining('about KMS') },
    ]);
  });
});
