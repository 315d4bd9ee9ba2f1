import { describe, expect, it } from 'vitest';
import { codesOf, parse, statementOf, withStatement } from './testing/oneStatement.ts';

describe('principals', () => {
  it.each<[object, readonly string[]]>([
    [{ AWS: '*' }, []],
    [{ AWS: 'AROAEXAMPLEID' }, []],
    [{ AWS: 'arn:aws:iam::Your_account_ID:root' }, []],
    [{ AWS: 'arn:aws:iam::111122223333:role/*' }, ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL']],
    [{ Service: '*.amazonaws.com' }, ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL']],
    [{ AWS: 'arn:aws:iam::111122223333:group/G' }, ['INEFFECTIVE_PRINCIPAL']],
    [{ AWS: 'arn:aws:iam::111122223333:instance-profile/P' }, ['INEFFECTIVE_PRINCIPAL']],
    [
      { AWS: 'arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-ab12-11111111' },
      ['INEFFECTIVE_PRINCIPAL'],
    ],
    [{ CanonicalUser: '79a5' }, ['INEFFECTIVE_PRINCIPAL']],
    [{ Federated: 'accounts.google.com' }, ['FEDERATED_PRINCIPAL_NOT_SUPPORTED']],
    [{ AWS: '${aws:PrincipalArn}' }, ['VARIABLE_UNSUPPORTED_IN_ELEMENT']],
  ])('%j', (Principal, codes) => {
    expect(codesOf(withStatement({ Principal }))).toEqual(codes);
    expect(statementOf({ Principal }).principal?.entries).toHaveLength(1);
  });

  it('may be federated in a trust policy', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { Federated: 'accounts.google.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
    };
    expect(codesOf(parse(JSON.stringify({ Version: '2012-10-17', Statement: statement }), 'trust'))).toEqual(
      [],
    );
  });

  it('of a template are named as such', () => {
    const { diagnostics } = withStatement({ Principal: { AWS: { 'Fn::Sub': 'x' } } });
    expect(diagnostics[0]?.message).toContain('the template function `Fn::Sub` stands in its place');
  });
});
