import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Groups, organizations, federated and canonical users as principals (IAM-031, IAM-036, KMS-181). Found while the document is read. */
export const neverAPrincipal: Rule = {
  name: 'never-a-principal',
  codes: {
    INEFFECTIVE_PRINCIPAL: 'error',
    FEDERATED_PRINCIPAL_NOT_SUPPORTED: 'error',
  },
  types: ANY_TYPE,
};
