import { study } from '#engine/index.ts';
import type { Answer } from '#engine/explain/answer.ts';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Study } from '#engine/study.ts';

const KEY_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "EnableIamPolicies",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "kms:*",
      "Resource": "*"
    },
    {
      "Sid": "OrdersAppUse",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/OrdersApp" },
      "Action": "kms:Decrypt",
      "Resource": "*",
      "Condition": { "StringEquals": { "kms:EncryptionContext:Tenant": "a1" } }
    },
    {
      "Sid": "DenyOthers",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "kms:*",
      "Resource": "*",
      "Condition": { "StringNotEquals": { "kms:CallerAccount": "111122223333" } }
    }
  ]
}`;

/** A small scenario for this room's tests; the engine that answers is the real one. */
export const testScenario: Scenario = {
  accounts: [],
  organizationPolicies: [],
  keys: [
    {
      arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      aliases: ['alias/orders'],
      policy: { id: 'key', text: KEY_POLICY },
    },
  ],
  resources: [],
  identities: [],
  vpcEndpoints: [],
  requests: [],
};

export const appRequest: ScenarioRequest = {
  principal: 'arn:aws:sts::111122223333:assumed-role/OrdersApp/i-0abc',
  action: 'kms:Decrypt',
  parameters: { EncryptionContext: { Tenant: 'a1' } },
};

export const outsiderRequest: ScenarioRequest = {
  principal: 'arn:aws:sts::444455556666:assumed-role/Reader/reports',
  action: 'kms:Decrypt',
};

export function studied(request: ScenarioRequest, scenario: Scenario = testScenario): Study {
  return study({ scenario, request });
}

export function answered(request: ScenarioRequest, scenario: Scenario = testScenario): Answer {
  const { answer, requestProblems } = studied(request, scenario);
  if (answer === null) throw new Error(JSON.stringify(requestProblems));
  return answer;
}

/** The place of a piece of the key policy. */
export function placeOf(piece: string): {
  readonly text: string;
  readonly from: number;
  readonly to: number;
} {
  const from = KEY_POLICY.indexOf(piece);
  if (from === -1) throw new Error(`No ${piece} in the key policy`);
  return { text: 'key', from, to: from + piece.length };
}
