import type { Rule } from './rule.ts';
import { allowWithNotPrincipal } from './rules/allow-with-not-principal/rule.ts';
import { arnWithStringLike } from './rules/arn-with-string-like/rule.ts';
import { awsManagedKey } from './rules/aws-managed-key/rule.ts';
import { callerLockout } from './rules/caller-lockout/rule.ts';
import { callerSuppliedKeys } from './rules/caller-supplied-keys/rule.ts';
import { conditionGrammar } from './rules/condition-grammar/rule.ts';
import { conditionKeyForAction } from './rules/condition-key-for-action/rule.ts';
import { conditionValues } from './rules/condition-values/rule.ts';
import { crossAccountActions } from './rules/cross-account-actions/rule.ts';
import { crossAccountHalves } from './rules/cross-account-halves/rule.ts';
import { decryptAnyKey } from './rules/decrypt-any-key/rule.ts';
import { denyNotPrincipal } from './rules/deny-not-principal/rule.ts';
import { denyThroughServices } from './rules/deny-through-services/rule.ts';
import { emptyParts } from './rules/empty-parts/rule.ts';
import { encryptionContextCase } from './rules/encryption-context-case/rule.ts';
import { endpointKeys } from './rules/endpoint-keys/rule.ts';
import { foreignServiceLinkedRole } from './rules/foreign-service-linked-role/rule.ts';
import { grantGrantee } from './rules/grant-grantee/rule.ts';
import { grantList } from './rules/grant-list/rule.ts';
import { iamResources } from './rules/iam-resources/rule.ts';
import { ipRanges } from './rules/ip-ranges/rule.ts';
import { jsonText } from './rules/json-text/rule.ts';
import { keyPolicyActions } from './rules/key-policy-actions/rule.ts';
import { keyPolicyResource } from './rules/key-policy-resource/rule.ts';
import { missingDelegation } from './rules/missing-delegation/rule.ts';
import { missingServicePermission } from './rules/missing-service-permission/rule.ts';
import { neverAPrincipal } from './rules/never-a-principal/rule.ts';
import { newAccess } from './rules/new-access/rule.ts';
import { organizationPolicies } from './rules/organization-policies/rule.ts';
import { outsideOrganization } from './rules/outside-organization/rule.ts';
import { pairedConditionKeys } from './rules/paired-condition-keys/rule.ts';
import { partialDelegation } from './rules/partial-delegation/rule.ts';
import { partialWildcardPrincipal } from './rules/partial-wildcard-principal/rule.ts';
import { policyElements } from './rules/policy-elements/rule.ts';
import { policyLockout } from './rules/policy-lockout/rule.ts';
import { policySize } from './rules/policy-size/rule.ts';
import { policyVariables } from './rules/policy-variables/rule.ts';
import { policyVersion } from './rules/policy-version/rule.ts';
import { principalForm } from './rules/principal-form/rule.ts';
import { publicAccess } from './rules/public-access/rule.ts';
import { rcpServiceExemption } from './rules/rcp-service-exemption/rule.ts';
import { redundantParts } from './rules/redundant-parts/rule.ts';
import { roleTrustPolicies } from './rules/role-trust-policies/rule.ts';
import { rootUserDelegation } from './rules/root-user-delegation/rule.ts';
import { s3BucketKeyContext } from './rules/s3-bucket-key-context/rule.ts';
import { secretInEncryptionContext } from './rules/secret-in-encryption-context/rule.ts';
import { separationOfDuties } from './rules/separation-of-duties/rule.ts';
import { servicePrincipalForm } from './rules/service-principal-form/rule.ts';
import { servicePrincipalKeys } from './rules/service-principal-keys/rule.ts';
import { serviceRegion } from './rules/service-region/rule.ts';
import { serviceWildcard } from './rules/service-wildcard/rule.ts';
import { sessionPrincipal } from './rules/session-principal/rule.ts';
import { setOperators } from './rules/set-operators/rule.ts';
import { singleAdministrator } from './rules/single-administrator/rule.ts';
import { statementDoesNothing } from './rules/statement-does-nothing/rule.ts';
import { statementIds } from './rules/statement-ids/rule.ts';
import { templatePlaceholder } from './rules/template-placeholder/rule.ts';
import { unboundServicePrincipal } from './rules/unbound-service-principal/rule.ts';
import { unconstrainedCreateGrant } from './rules/unconstrained-create-grant/rule.ts';
import { uniqueIdPrincipal } from './rules/unique-id-principal/rule.ts';
import { unknownAction } from './rules/unknown-action/rule.ts';
import { unknownConditionKey } from './rules/unknown-condition-key/rule.ts';
import { valueTypes } from './rules/value-types/rule.ts';
import { wildcardConditions } from './rules/wildcard-conditions/rule.ts';
import { wildcardWithoutLike } from './rules/wildcard-without-like/rule.ts';

/** All rules. The texts of their pages are in `pages.ts`, which is loaded only where someone reads them. */
export const rules: readonly Rule[] = [
  allowWithNotPrincipal,
  arnWithStringLike,
  awsManagedKey,
  callerLockout,
  callerSuppliedKeys,
  conditionGrammar,
  conditionKeyForAction,
  conditionValues,
  crossAccountActions,
  crossAccountHalves,
  decryptAnyKey,
  denyNotPrincipal,
  denyThroughServices,
  emptyParts,
  encryptionContextCase,
  endpointKeys,
  foreignServiceLinkedRole,
  grantGrantee,
  grantList,
  iamResources,
  ipRanges,
  jsonText,
  keyPolicyActions,
  keyPolicyResource,
  missingDelegation,
  missingServicePermission,
  neverAPrincipal,
  newAccess,
  organizationPolicies,
  outsideOrganization,
  pairedConditionKeys,
  partialDelegation,
  partialWildcardPrincipal,
  policyElements,
  policyLockout,
  policySize,
  policyVariables,
  policyVersion,
  principalForm,
  publicAccess,
  rcpServiceExemption,
  redundantParts,
  roleTrustPolicies,
  rootUserDelegation,
  s3BucketKeyContext,
  secretInEncryptionContext,
  separationOfDuties,
  servicePrincipalForm,
  servicePrincipalKeys,
  serviceRegion,
  serviceWildcard,
  sessionPrincipal,
  setOperators,
  singleAdministrator,
  statementDoesNothing,
  statementIds,
  templatePlaceholder,
  unboundServicePrincipal,
  unconstrainedCreateGrant,
  uniqueIdPrincipal,
  unknownAction,
  unknownConditionKey,
  valueTypes,
  wildcardConditions,
  wildcardWithoutLike,
];

const byCode = new Map(rules.flatMap((rule) => Object.keys(rule.codes).map((code) => [code, rule])));

/** The rule that explains a code. */
export function ruleOfCode(code: string): Rule | undefined {
  return byCode.get(code);
}
