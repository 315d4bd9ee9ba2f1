import { readScenario } from '#engine/scenario/readScenario.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const document = {
  keyway: 1,
  accounts: [
    { id: '111122223333', name: 'Orders', organization: 'o-a1b2c3d4e5', path: ['r-ab12', 'ou-ab12-1'] },
    { id: '444455556666', name: 'Partner' },
  ],
  keys: [
    {
      arn: KEY,
      aliases: ['alias/orders'],
      tags: { team: 'orders' },
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'EnableIamPolicies',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'kms:*',
            Resource: '*',
          },
          {
            Sid: 'AppUse',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
            Action: 'kms:Decrypt',
            Resource: '*',
            Condition: { StringEquals: { 'kms:EncryptionContext:tenant': ['a1', 'b2'] } },
          },
        ],
      },
      grants: [
        {
          GrantId: 'g1',
          Name: 'export',
          GranteePrincipal: 'arn:aws:iam::111122223333:role/Export',
          Operations: ['Decrypt'],
          Constraints: { EncryptionContextSubset: { batch: 'nightly' } },
        },
      ],
    },
  ],
  identities: [
    {
      arn: 'arn:aws:iam::111122223333:role/App',
      tags: { project: 'shop' },
      policies: [
        { name: 'UseKey', document: { Version: '2012-10-17', Statement: [] } },
        { name: 'More', document: { Version: '2012-10-17', Statement: [] } },
      ],
      permissionsBoundary: { name: 'Limit', document: { Version: '2012-10-17', Statement: [] } },
    },
    { arn: 'arn:aws:iam::111122223333:user/Ana', policies: [] },
  ],
  vpcEndpoints: [{ id: 'vpce-1a2b3c', vpc: 'vpc-11aa' }],
  resources: [{ arn: 'arn:aws:s3:::amzn-s3-demo-bucket/*', account: '111122223333' }],
};

/** A scenario that knows a key, a grant, identities with tags, accounts in an organization, an endpoint and a bucket. */
export const orders: Scenario = scenarioOf(JSON.stringify(document, null, 2));

function scenarioOf(text: string): Scenario {
  const { scenarios, diagnostics } = readScenario(text);
  const [scenario] = scenarios;
  if (scenario === undefined) throw new Error(diagnostics[0]?.message ?? 'no scenario');
  return scenario;
}
