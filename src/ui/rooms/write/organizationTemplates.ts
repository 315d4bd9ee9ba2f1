import type { Scenario } from '#engine/scenario/scenario.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import { FULL_ACCESS_NAME, type OrganizationPolicyType } from '#state/organizationEdits.ts';
import { EMPTY_POLICY, FULL_AWS_ACCESS } from '#state/policyTexts.ts';

/** A policy to begin with. */
export interface OrganizationTemplate {
  readonly type: OrganizationPolicyType;
  readonly name: string;
  /** What it does, in a few words. */
  readonly meaning: string;
  readonly text: string;
}

/** The templates, filled with the organization and the Region the scenario is about. */
export function organizationTemplates(scenario: Scenario): readonly OrganizationTemplate[] {
  const organization = scenario.accounts.find((account) => account.organization)?.organization;
  const region = splitArn(scenario.keys[0]?.arn ?? '')?.region;
  const org = organization ?? 'o-a1b2c3d4e5';
  return [
    {
      type: 'SERVICE_CONTROL_POLICY',
      name: FULL_ACCESS_NAME,
      meaning: 'Allows everything: what AWS attaches',
      text: FULL_AWS_ACCESS,
    },
    {
      type: 'SERVICE_CONTROL_POLICY',
      name: 'DenyKeysOutsideOrganization',
      meaning: 'No use of keys of other organizations',
      text: denyOutside(org),
    },
    {
      type: 'SERVICE_CONTROL_POLICY',
      name: 'RegionLock',
      meaning: `KMS only in ${region ?? 'one Region'}`,
      text: regionLock(region === undefined || region === '' ? 'us-east-1' : region),
    },
    {
      type: 'SERVICE_CONTROL_POLICY',
      name: 'NewSCP',
      meaning: 'An SCP without statements',
      text: EMPTY_POLICY,
    },
    {
      type: 'RESOURCE_CONTROL_POLICY',
      name: 'DataPerimeter',
      meaning: 'Keys only for your organization and AWS services',
      text: dataPerimeter(org),
    },
    {
      type: 'RESOURCE_CONTROL_POLICY',
      name: 'NewRCP',
      meaning: 'An RCP without statements',
      text: EMPTY_POLICY,
    },
  ];
}

/** Service control policies bear on principals: this one keeps them to keys of their own organization. */
function denyOutside(organization: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "DenyKeysOutsideOrganization",
      "Effect": "Deny",
      "Action": "kms:*",
      "Resource": "*",
      "Condition": {
        "StringNotEqualsIfExists": { "aws:ResourceOrgID": "${organization}" }
      }
    }
  ]
}`;
}

function regionLock(region: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "DenyOtherRegions",
      "Effect": "Deny",
      "Action": "kms:*",
      "Resource": "*",
      "Condition": {
        "StringNotEquals": { "aws:RequestedRegion": ["${region}"] }
      }
    }
  ]
}`;
}

/** Resource control policies bear on keys: this one keeps everyone out but the organization's principals and AWS's services. */
function dataPerimeter(organization: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "DenyOutsideOrganization",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "kms:*",
      "Resource": "*",
      "Condition": {
        "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "${organization}" },
        "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }
      }
    }
  ]
}`;
}
