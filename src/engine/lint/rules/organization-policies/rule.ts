import { GUARDRAIL_TYPES, type Rule } from '#engine/lint/rule.ts';

/** What SCPs and RCPs cannot have (IAM-012). Found while the document is read. */
export const organizationPolicies: Rule = {
  name: 'organization-policies',
  codes: {
    SCP_SYNTAX_ERROR_PRINCIPAL: 'error',
    RCP_SYNTAX_ERROR_PRINCIPAL: 'error',
    RCP_SYNTAX_ERROR_ALLOW: 'error',
    RCP_SYNTAX_ERROR_ACTION: 'error',
    RCP_SYNTAX_ERROR_NOTACTION: 'error',
  },
  types: GUARDRAIL_TYPES,
};
