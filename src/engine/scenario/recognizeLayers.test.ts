import { describe, expect, it } from 'vitest';
import { recognize } from './recognize.ts';

const pretty = (value: unknown) => JSON.stringify(value, undefined, 2);

describe('what a policy is for', () => {
  const statement = (fields: object) => ({ Version: '2012-10-17', Statement: [fields] });
  const everyone = { Principal: '*', Action: 'kms:*', Resource: '*' };
  const s3 = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::bucket/reports/*',
  };

  it.each([
    [
      'a policy that only denies, to whom it is attached',
      statement({ Effect: 'Deny', Action: 'kms:*', Resource: '*' }),
      { kind: 'serviceControlPolicy', otherwise: ['identityPolicy', 'permissionsBoundary'] },
    ],
    [
      'a policy that only denies, to everyone',
      statement({ Effect: 'Deny', ...everyone }),
      { kind: 'resourceControlPolicy', otherwise: ['keyPolicy', 'endpointPolicy'] },
    ],
    [
      'the same with the long form of everyone',
      statement({ Effect: 'Deny', ...everyone, Principal: { AWS: ['*'] } }),
      { kind: 'resourceControlPolicy' },
    ],
    [
      'a policy that allows everyone',
      statement({ Effect: 'Allow', ...everyone }),
      { kind: 'keyPolicy', otherwise: ['endpointPolicy', 'resourceControlPolicy'] },
    ],
    [
      'a bucket policy',
      statement(s3),
      {
        kind: 'resourcePolicy',
        resource: 'arn:aws:s3:::bucket/*',
        otherwise: ['endpointPolicy', 'keyPolicy'],
      },
    ],
    [
      'a policy of a queue',
      statement({ ...s3, Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-east-1:111122223333:q' }),
      { kind: 'resourcePolicy', resource: 'arn:aws:sqs:us-east-1:111122223333:q' },
    ],
    [
      'a policy about KMS and another service',
      statement({ ...s3, Action: ['s3:*', 'kms:*'] }),
      { kind: 'keyPolicy' },
    ],
  ])('is seen in %s', (_, policy, expected) => {
    expect(recognize(pretty(policy))).toMatchObject(expected);
  });

  it('is not asked about a role trust policy, which decides nothing here', () => {
    const trust = statement({
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    });
    expect(recognize(pretty(trust))).toMatchObject({
      kind: 'unknown',
      because: expect.stringMatching(/^This is a role trust policy: /),
    });
  });

  it.each([
    ['get-role-policy', { RoleName: 'App', PolicyName: 'P' }, { kind: 'role', name: 'App' }],
    ['get-user-policy', { UserName: 'Ana', PolicyName: 'P' }, { kind: 'user', name: 'Ana' }],
    ['get-group-policy', { GroupName: 'Devs', PolicyName: 'P' }, { kind: 'group', name: 'Devs' }],
  ])('is said by %s, with whose it is', (_, facts, owner) => {
    const deny = statement({ Effect: 'Deny', Action: 'kms:*', Resource: '*' });
    expect(recognize(pretty({ ...facts, PolicyDocument: deny }))).toEqual({
      kind: 'identityPolicy',
      text: pretty(deny),
      note: 'The policy was taken out of `PolicyDocument`.',
      name: 'P',
      owner,
    });
  });

  it('is said by get-key-policy, and by get-bucket-policy with its content', () => {
    expect(recognize(JSON.stringify({ Policy: pretty(statement(s3)), PolicyName: 'default' }))).toMatchObject(
      {
        kind: 'keyPolicy',
        note: 'The policy was taken out of the output of `get-key-policy`.',
      },
    );
    expect(recognize(JSON.stringify({ Policy: JSON.stringify(statement(s3)) }))).toMatchObject({
      kind: 'resourcePolicy',
      text: pretty(statement(s3)),
      note: 'The policy was taken out of the output of `get-bucket-policy`.',
      resource: 'arn:aws:s3:::bucket/*',
    });
  });
});

describe('the output of commands about the layers above a key', () => {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'kms:*', Resource: '*' }] };
  const summary = (Type: string, Name: string) => ({ Id: `p-${Name}`, Name, Type, AwsManaged: false });

  it.each(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'])('is describe-policy of a %s', (type) => {
    const output = { Policy: { PolicySummary: summary(type, 'X'), Content: JSON.stringify(document) } };
    expect(recognize(pretty(output))).toEqual({
      kind: 'organizationPolicies',
      policies: [{ type, name: 'X', text: pretty(document) }],
    });
  });

  it('is describe-policy with a broken document, which stays as it is', () => {
    const output = {
      Policy: { PolicySummary: summary('SERVICE_CONTROL_POLICY', 'X'), Content: '{ "Statement":' },
    };
    expect(recognize(pretty(output))).toMatchObject({ policies: [{ text: '{ "Statement":' }] });
  });

  it('is a policy of another type, which decides no request', () => {
    const output = { Policy: { PolicySummary: summary('TAG_POLICY', 'X'), Content: '{}' } };
    expect(recognize(pretty(output))).toMatchObject({
      kind: 'unknown',
      because: expect.stringContaining('`TAG_POLICY` decides no request'),
    });
    expect(recognize(pretty({ Policies: [summary('BACKUP_POLICY', 'X')] })).kind).toBe('unknown');
  });

  it('is list-policies-for-target, names without documents', () => {
    const output = { Policies: [summary('SERVICE_CONTROL_POLICY', 'A'), summary('TAG_POLICY', 'B')] };
    expect(recognize(pretty(output))).toEqual({
      kind: 'organizationPolicies',
      policies: [{ type: 'SERVICE_CONTROL_POLICY', name: 'A' }],
    });
  });

  it('is describe-vpc-endpoints', () => {
    const output = {
      VpcEndpoints: [
        { VpcEndpointId: 'vpce-1', VpcId: 'vpc-1', PolicyDocument: JSON.stringify(document) },
        { VpcEndpointId: 'vpce-2' },
      ],
    };
    expect(recognize(pretty(output))).toEqual({
      kind: 'vpcEndpoints',
      endpoints: [{ id: 'vpce-1', vpc: 'vpc-1', policy: pretty(document) }, { id: 'vpce-2' }],
    });
  });

  it('is get-role, with its path, tags and the name of its boundary', () => {
    const arn = 'arn:aws:iam::111122223333:role/service/App';
    const Role = {
      Path: '/service/',
      RoleName: 'App',
      RoleId: 'AROAEXAMPLEID',
      Arn: arn,
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: '*' }],
      },
      PermissionsBoundary: {
        PermissionsBoundaryType: 'Policy',
        PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/B',
      },
      Tags: [{ Key: 'Team', Value: 'pay' }],
    };
    const recognized = recognize(pretty({ Role }));
    expect(recognized).toMatchObject({
      kind: 'identity',
      arn,
      id: 'AROAEXAMPLEID',
      boundary: 'arn:aws:iam::111122223333:policy/B',
    });
    expect('tags' in recognized && { ...recognized.tags }).toEqual({ Team: 'pay' });
    const user = 'arn:aws:iam::111122223333:user/Ana';
    expect(recognize(pretty({ User: { UserName: 'Ana', UserId: 'AIDA', Arn: user } }))).toEqual({
      kind: 'identity',
      arn: user,
      id: 'AIDA',
    });
  });
});
