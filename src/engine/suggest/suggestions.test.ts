import { describe, expect, test } from 'vitest';
import { kmsActions } from '../catalog/actions.ts';
import { parameterValues } from '../catalog/parameterValues.data.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { suggestionsFor } from './suggestions.ts';

const arn = (region: string): string =>
  `arn:aws:kms:${region}:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab`;

function offered(operation: string): ReadonlyMap<string, readonly string[]> {
  const policy = { Version: '2012-10-17', Statement: [] };
  const { scenarios } = readScenario(
    JSON.stringify({
      keyway: 1,
      keys: [
        {
          arn: arn('us-west-2'),
          aliases: ['alias/orders'],
          policy,
          grants: [{ GrantId: 'g-1', GranteePrincipal: 'x', Operations: ['Decrypt'] }],
        },
        { arn: arn('eu-west-1'), policy },
      ],
    }),
  );
  const [scenario] = scenarios;
  if (scenario === undefined) throw new Error('No scenario.');
  const { parameters } = suggestionsFor(buildWorld(scenario), operation);
  return new Map(parameters.map(({ name, values }) => [name, values]));
}

const operations = kmsActions.filter(({ kind, class: of }) => kind !== 'permission' && of !== 'internal');

describe('values of enumerated parameters', () => {
  test.each(operations.map((action) => [action.name, action] as const))('%s', (name, action) => {
    const values = offered(name);
    for (const parameter of action.parameters) {
      if (parameter.values === undefined || !values.has(parameter.name)) continue;
      expect([parameter.name, values.get(parameter.name)]).toEqual([parameter.name, parameter.values]);
    }
  });

  test('each is offered somewhere', () => {
    const all = new Set(
      operations.flatMap(({ name }) =>
        [...offered(name)].flatMap(([key, values]) => (values.length > 0 ? [key] : [])),
      ),
    );
    expect(Object.keys(parameterValues).filter((name) => !all.has(name))).toEqual([]);
  });

  test.each([
    ['kms:CreateGrant', 'Operations', 'GenerateDataKeyWithoutPlaintext'],
    ['kms:GenerateDataKeyPair', 'KeyPairSpec', 'ECC_NIST_P384'],
    ['kms:GenerateDataKey', 'KeySpec', 'AES_256'],
    ['kms:CreateKey', 'KeySpec', 'RSA_4096'],
    ['kms:Sign', 'MessageType', 'DIGEST'],
    ['kms:Decrypt', 'DryRun', 'true'],
    ['kms:DeriveSharedSecret', 'KeyAgreementAlgorithm', 'ECDH'],
    ['kms:RevokeGrant', 'GrantId', 'g-1'],
    ['kms:ReEncrypt', 'DestinationKeyId', arn('eu-west-1')],
    ['kms:DeleteAlias', 'AliasName', 'alias/orders'],
    ['kms:UpdatePrimaryRegion', 'PrimaryRegion', 'eu-west-1'],
  ])('%s %s', (operation, parameter, value) => {
    expect(offered(operation).get(parameter)).toContain(value);
  });
});
