import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** What role trust policies cannot have (IAM-012). Found while the document is read. */
export const roleTrustPolicies: Rule = {
  name: 'role-trust-policies',
  codes: {
    ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL: 'error',
    ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: 'error',
    ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL: 'error',
  },
  types: ANY_TYPE,
};
