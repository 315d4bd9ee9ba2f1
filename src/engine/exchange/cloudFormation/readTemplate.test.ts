import { describe, expect, it } from 'vitest';
import { suggestedAnswer } from '../placeholder.ts';
import { settle } from '../settle.ts';
import { readTemplate } from './readTemplate.ts';

const AROUND = {
  account: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
  keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k',
};

function settled(text: string, given: Record<string, string> = {}) {
  const read = readTemplate(text);
  const suggested = (read?.placeholders ?? []).map(
    (each) => [each.name, suggestedAnswer(each, AROUND)] as const,
  );
  const answers = new Map([...suggested, ...Object.entries(given)]);
  return (read?.pieces ?? []).map((piece) => settle(piece, answers));
}

/** The `Statement` of a key whose template has it as given. */
function statementOf(yaml: string, given: Record<string, string> = {}): unknown {
  const [key] = settled(template(yaml), given);
  return key?.kind === 'key' && key.policy !== undefined ? JSON.parse(key.policy.text).Statement : undefined;
}

const template = (statement: string) => `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Org: { Type: String, Default: o-1, Description: The organization. }
  Roles: { Type: CommaDelimitedList, Default: 'a,b' }
Mappings:
  Env: { prod: { role: ProdRole } }
Conditions:
  IsOne: !Equals [!Ref Org, o-1]
  IsTwo: !Not [{ Condition: IsOne }]
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { RoleName: orders-app, Path: /service/ } }
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement: ${statement}
`;

describe('intrinsic functions', () => {
  it.each<[string, string, unknown]>([
    ['Ref of a pseudo parameter', '!Ref AWS::AccountId', '111122223333'],
    ['Ref of a parameter', '!Ref Org', 'o-1'],
    ['Ref of a list', '!Ref Roles', ['a', 'b']],
    ['Ref of a role', '{ Ref: Role }', 'orders-app'],
    ['GetAtt, short', '!GetAtt Role.Arn', 'arn:aws:iam::111122223333:role/service/orders-app'],
    ['GetAtt, long', '{ "Fn::GetAtt": [Role, Arn] }', 'arn:aws:iam::111122223333:role/service/orders-app'],
    ['Sub', '!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"', 'arn:aws:iam::111122223333:root'],
    ['Sub with variables', '!Sub ["${A}/${Org}", { A: x }]', 'x/o-1'],
    [
      'Sub that leaves a policy variable',
      '!Sub "${!aws:username} ${AWS::Region}"',
      '${aws:username} eu-west-1',
    ],
    ['Join', '!Join [":", [a, !Ref Org, b]]', 'a:o-1:b'],
    ['Join of a list that is filled in', '!Join [",", !Ref Roles]', 'a,b'],
    ['Select', '!Select [1, [a, b]]', 'b'],
    ['Split', '!Split [",", "a,b"]', ['a', 'b']],
    ['FindInMap', '!FindInMap [Env, prod, role]', 'ProdRole'],
    ['If, as the defaults have it', '!If [IsOne, yes, no]', 'yes'],
    ['If the other way', '!If [IsTwo, yes, no]', 'no'],
    ['NoValue', '[a, !If [IsTwo, b, !Ref "AWS::NoValue"]]', ['a']],
    ['an account id as a number', '{ AWS: [111122223333], a: 5 }', { AWS: ['111122223333'], a: 5 }],
    ['a date', '2012-10-17', '2012-10-17'],
    ['an anchor', '[&one { a: 1 }, *one]', [{ a: 1 }, { a: 1 }]],
  ])('%s', (_, yaml, expected) => {
    expect(statementOf(yaml)).toEqual(expected);
  });

  it('leave open what only a deployment tells', () => {
    const read = readTemplate(template('[!ImportValue shared, !Ref Org, !GetAtt Other.Arn]'));
    expect(read?.placeholders).toMatchObject([
      { name: 'Fn::ImportValue shared', takes: 'text' },
      { name: 'Org', standard: 'o-1', description: 'The organization.' },
      { name: 'Other.Arn' },
    ]);
    expect(statementOf('!ImportValue shared', { 'Fn::ImportValue shared': 'x' })).toBe('x');
  });

  it('are the same in JSON', () => {
    const json = JSON.stringify({
      Resources: {
        K: {
          Type: 'AWS::KMS::Key',
          Properties: { KeyPolicy: { Statement: { 'Fn::Sub': 'a${AWS::AccountId}' } } },
        },
      },
    });
    expect(settled(json)).toMatchObject([{ policy: { text: expect.stringContaining('"a111122223333"') } }]);
  });
});

describe('a template', () => {
  it('gives keys their facts, tags and aliases', () => {
    const text = `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      Description: Orders
      KeySpec: RSA_2048
      MultiRegion: true
      Tags: [{ Key: Team, Value: pay }]
  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/orders, TargetKeyId: !Ref Key } }
  Bucket: { Type: AWS::S3::Bucket }
`;
    const [key, ...others] = settled(text);
    expect(others).toEqual([]);
    expect(key).toMatchObject({
      metadata: { Description: 'Orders', KeySpec: 'RSA_2048', MultiRegion: true },
      tags: { Team: 'pay' },
      aliases: ['alias/orders'],
    });
  });

  it('gives identities their policies', () => {
    const document = '{ Statement: [{ Effect: Allow, Action: kms:Decrypt, Resource: "*" }] }';
    const text = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app
      Policies: [{ PolicyName: inline, PolicyDocument: ${document} }]
  More:
    Type: AWS::IAM::ManagedPolicy
    Properties: { PolicyDocument: ${document}, Roles: [!Ref Role] }
`;
    expect(settled(text)).toMatchObject([
      { recognized: { kind: 'identityPolicy', name: 'inline', owner: { kind: 'role', name: 'app' } } },
      { recognized: { kind: 'identityPolicy', name: 'More', owner: { kind: 'role', name: 'app' } } },
    ]);
  });

  it('is no other YAML or JSON', () => {
    expect(readTemplate('a: 1')).toBeUndefined();
    expect(readTemplate('{"Statement": []}')).toBeUndefined();
    expect(readTemplate('hello')).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  const header = 'Resources:\n  K:\n    Type: AWS::KMS::Key\n';
  it.each<[string, string, number, string]>([
    ['wrong indentation', `${header}   Properties: 1\n`, 4, 'no YAML'],
    ['an open bracket', `${header}    Properties: { A: [1\n`, 4, 'no YAML'],
    ['an open text', `${header}    Properties: "x\n`, 4, 'no YAML'],
    ['too much nesting', `${header}    Properties: ${'['.repeat(100_000)}`, 4, 'levels deep'],
    [
      'aliases that multiply',
      `${header}    A0: &a0 [x]\n${Array.from({ length: 30 }, (_, at) => `    A${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n')}`,
      4,
      'more of this text',
    ],
  ])('says where: %s', (_, text, line, message) => {
    const problems = readTemplate(text)?.problems ?? [];
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(line);
  });

  it('takes a name of JavaScript for a name like any other', () => {
    expect(statementOf('{ __proto__: x, a: !Ref constructor }')).toMatchObject({ a: '${constructor}' });
  });
});
