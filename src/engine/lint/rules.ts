import type { Rule } from './rule.ts';
import { arnWithStringLike } from './rules/arn-with-string-like/rule.ts';
import { conditionKeyForAction } from './rules/condition-key-for-action/rule.ts';
import { conditionValues } from './rules/condition-values/rule.ts';
import { crossAccountActions } from './rules/cross-account-actions/rule.ts';
import { encryptionContextCase } from './rules/encryption-context-case/rule.ts';
import { foreignServiceLinkedRole } from './rules/foreign-service-linked-role/rule.ts';
import { keyPolicyActions } from './rules/key-policy-actions/rule.ts';
import { missingDelegation } from './rules/missing-delegation/rule.ts';
import { partialDelegation } from './rules/partial-delegation/rule.ts';
import { partialWildcardPrincipal } from './rules/partial-wildcard-principal/rule.ts';
import { policyLockout } from './rules/policy-lockout/rule.ts';
import { principalForm } from './rules/principal-form/rule.ts';
import { publicAccess } from './rules/public-access/rule.ts';
import { redundantParts } from './rules/redundant-parts/rule.ts';
import { rootUserDelegation } from './rules/root-user-delegation/rule.ts';
import { s3BucketKeyContext } from './rules/s3-bucket-key-context/rule.ts';
import { secretInEncryptionContext } from './rules/secret-in-encryption-context/rule.ts';
import { separationOfDuties } from './rules/separation-of-duties/rule.ts';
import { servicePrincipalForm } from './rules/service-principal-form/rule.ts';
import { servicePrincipalKeys } from './rules/service-principal-keys/rule.ts';
import { serviceRegion } from './rules/service-region/rule.ts';
import { sessionPrincipal } from './rules/session-principal/rule.ts';
import { setOperators } from './rules/set-operators/rule.ts';
import { singleAdministrator } from './rules/single-administrator/rule.ts';
import { unboundServicePrincipal } from './rules/unbound-service-principal/rule.ts';
import { unconstrainedCreateGrant } from './rules/unconstrained-create-grant/rule.ts';
import { uniqueIdPrincipal } from './rules/unique-id-principal/rule.ts';
import { unknownAction } from './rules/unknown-action/rule.ts';
import { unknownConditionKey } from './rules/unknown-condition-key/rule.ts';
import { valueTypes } from './rules/value-types/rule.ts';
import { wildcardWithoutLike } from './rules/wildcard-without-like/rule.ts';

/** All rules. The texts of their pages are in `pages.ts`, which is loaded only where someone reads them. */
export const rules: readonly Rule[] = [
  arnWithStringLike,
  conditionKeyForAction,
  conditionValues,
  crossAccountActions,
  encryptionContextCase,
  foreignServiceLinkedRole,
  keyPolicyActions,
  missingDelegation,
  partialDelegation,
  partialWildcardPrincipal,
  policyLockout,
  principalForm,
  publicAccess,
  redundantParts,
  rootUserDelegation,
  s3BucketKeyContext,
  secretInEncryptionContext,
  separationOfDuties,
  servicePrincipalForm,
  servicePrincipalKeys,
  serviceRegion,
  sessionPrincipal,
  setOperators,
  singleAdministrator,
  unboundServicePrincipal,
  unconstrainedCreateGrant,
  uniqueIdPrincipal,
  unknownAction,
  unknownConditionKey,
  valueTypes,
  wildcardWithoutLike,
];

const byCode = new Map(rules.flatMap((rule) => Object.keys(rule.codes).map((code) => [code, rule])));

/** The rule that explains a code. */
export function ruleOfCode(code: string): Rule | undefined {
  return byCode.get(code);
}
