import { study } from '#engine/index.ts';
import type { Scenario, ScenarioIdentity } from '#engine/scenario/scenario.ts';
import type { Work } from './documents.ts';
import type { DocumentReport, Study } from '#engine/study.ts';

// What the tests of this room stand on: a policy that denies its own reader, studied by the real engine.

export const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
export const READER = 'arn:aws:iam::111122223333:role/Reader';

export const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Root",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
      "Action": "kms:*",
      "Resource": "*"
    },
    {
      "Sid": "ReaderUse",
      "Effect": "Allow",
      "Principal": { "AWS": "${READER}" },
      "Action": ["kms:Decrypt", "kms:DescribeKey"],
      "Resource": "*"
    },
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "kms:Decrypt",
      "Resource": "*",
      "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
    }
  ]
}`;

export const GRANTS = `[
  {
    "GrantId": "g1",
    "GranteePrincipal": "${READER}",
    "Operations": ["Encrypt"]
  }
]`;

export const IDENTITY_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [{ "Sid": "UseKey", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }]
}`;

export interface ScenarioTexts {
  readonly policy?: string;
  /** The last usable policy. */
  readonly fallback?: string;
  readonly grants?: string;
  readonly identities?: readonly ScenarioIdentity[];
}

export const reader: ScenarioIdentity = {
  arn: READER,
  policies: [
    { name: 'UseKey', document: { id: `identity/${READER}/UseKey`, text: IDENTITY_POLICY } },
    { name: 'Draft', document: { id: `identity/${READER}/Draft`, text: '{ "Version": "2012-10-17", ' } },
  ],
  permissionsBoundary: { name: 'Boundary', document: { id: `boundary/${READER}`, text: IDENTITY_POLICY } },
};

export function scenarioOf({
  policy = POLICY,
  fallback,
  grants,
  identities = [],
}: ScenarioTexts = {}): Scenario {
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [
      {
        arn: KEY_ARN,
        policy: { id: 'key', text: policy, ...(fallback === undefined ? {} : { fallback }) },
        ...(grants === undefined ? {} : { grants: { id: 'grants', text: grants } }),
      },
    ],
    resources: [],
    identities,
    vpcEndpoints: [],
    requests: [],
  };
}

/** The scenario with the request that `studyOf` asks. */
export function workOf(scenario: Scenario): Work {
  return { scenario, request: { principal: READER, action: 'kms:Decrypt' } };
}

/** What the engine says about a scenario when the reader asks to decrypt. */
export function studyOf(scenario: Scenario): Study {
  return study({ scenario, request: { principal: READER, action: 'kms:Decrypt' } });
}

export function reportOf(studied: Study, id = 'key'): DocumentReport {
  const report = studied.documents.find((each) => each.id === id);
  if (report === undefined) throw new Error(`no report of ${id}`);
  return report;
}
