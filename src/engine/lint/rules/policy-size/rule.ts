import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Policies that are longer than AWS takes (IAM-017, KMS-018). Found while the document is read. */
export const policySize: Rule = {
  name: 'policy-size',
  codes: {
    POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: 'warning',
    POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: 'warning',
    POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: 'warning',
    POLICY_SIZE_EXCEEDS_SCP_QUOTA: 'error',
    POLICY_SIZE_EXCEEDS_RCP_QUOTA: 'error',
  },
  types: ANY_TYPE,
};
