import type { RulePage } from './page.ts';
import { page as allowWithNotPrincipal } from './rules/allow-with-not-principal/page.ts';
import { page as arnWithStringLike } from './rules/arn-with-string-like/page.ts';
import { page as awsManagedKey } from './rules/aws-managed-key/page.ts';
import { page as callerLockout } from './rules/caller-lockout/page.ts';
import { page as callerSuppliedKeys } from './rules/caller-supplied-keys/page.ts';
import { page as conditionGrammar } from './rules/condition-grammar/page.ts';
import { page as conditionKeyForAction } from './rules/condition-key-for-action/page.ts';
import { page as conditionValues } from './rules/condition-values/page.ts';
import { page as crossAccountActions } from './rules/cross-account-actions/page.ts';
import { page as crossAccountHalves } from './rules/cross-account-halves/page.ts';
import { page as decryptAnyKey } from './rules/decrypt-any-key/page.ts';
import { page as denyNotPrincipal } from './rules/deny-not-principal/page.ts';
import { page as denyThroughServices } from './rules/deny-through-services/page.ts';
import { page as emptyParts } from './rules/empty-parts/page.ts';
import { page as encryptionContextCase } from './rules/encryption-context-case/page.ts';
import { page as endpointKeys } from './rules/endpoint-keys/page.ts';
import { page as foreignServiceLinkedRole } from './rules/foreign-service-linked-role/page.ts';
import { page as grantGrantee } from './rules/grant-grantee/page.ts';
import { page as grantList } from './rules/grant-list/page.ts';
import { page as iamResources } from './rules/iam-resources/page.ts';
import { page as ipRanges } from './rules/ip-ranges/page.ts';
import { page as jsonText } from './rules/json-text/page.ts';
import { page as keyPolicyActions } from './rules/key-policy-actions/page.ts';
import { page as keyPolicyResource } from './rules/key-policy-resource/page.ts';
import { page as missingDelegation } from './rules/missing-delegation/page.ts';
import { page as missingServicePermission } from './rules/missing-service-permission/page.ts';
import { page as neverAPrincipal } from './rules/never-a-principal/page.ts';
import { page as newAccess } from './rules/new-access/page.ts';
import { page as organizationPolicies } from './rules/organization-policies/page.ts';
import { page as outsideOrganization } from './rules/outside-organization/page.ts';
import { page as pairedConditionKeys } from './rules/paired-condition-keys/page.ts';
import { page as partialDelegation } from './rules/partial-delegation/page.ts';
import { page as partialWildcardPrincipal } from './rules/partial-wildcard-principal/page.ts';
import { page as policyElements } from './rules/policy-elements/page.ts';
import { page as policyLockout } from './rules/policy-lockout/page.ts';
import { page as policySize } from './rules/policy-size/page.ts';
import { page as policyVariables } from './rules/policy-variables/page.ts';
import { page as policyVersion } from './rules/policy-version/page.ts';
import { page as principalForm } from './rules/principal-form/page.ts';
import { page as publicAccess } from './rules/public-access/page.ts';
import { page as rcpServiceExemption } from './rules/rcp-service-exemption/page.ts';
import { page as redundantParts } from './rules/redundant-parts/page.ts';
import { page as roleTrustPolicies } from './rules/role-trust-policies/page.ts';
import { page as rootUserDelegation } from './rules/root-user-delegation/page.ts';
import { page as s3BucketKeyContext } from './rules/s3-bucket-key-context/page.ts';
import { page as secretInEncryptionContext } from './rules/secret-in-encryption-context/page.ts';
import { page as separationOfDuties } from './rules/separation-of-duties/page.ts';
import { page as servicePrincipalForm } from './rules/service-principal-form/page.ts';
import { page as servicePrincipalKeys } from './rules/service-principal-keys/page.ts';
import { page as serviceRegion } from './rules/service-region/page.ts';
import { page as serviceWildcard } from './rules/service-wildcard/page.ts';
import { page as sessionPrincipal } from './rules/session-principal/page.ts';
import { page as setOperators } from './rules/set-operators/page.ts';
import { page as singleAdministrator } from './rules/single-administrator/page.ts';
import { page as statementDoesNothing } from './rules/statement-does-nothing/page.ts';
import { page as statementIds } from './rules/statement-ids/page.ts';
import { page as templatePlaceholder } from './rules/template-placeholder/page.ts';
import { page as unboundServicePrincipal } from './rules/unbound-service-principal/page.ts';
import { page as unconstrainedCreateGrant } from './rules/unconstrained-create-grant/page.ts';
import { page as uniqueIdPrincipal } from './rules/unique-id-principal/page.ts';
import { page as unknownAction } from './rules/unknown-action/page.ts';
import { page as unknownConditionKey } from './rules/unknown-condition-key/page.ts';
import { page as valueTypes } from './rules/value-types/page.ts';
import { page as wildcardConditions } from './rules/wildcard-conditions/page.ts';
import { page as wildcardWithoutLike } from './rules/wildcard-without-like/page.ts';

/** The pages of all rules, by name. */
export const pages: Readonly<Record<string, RulePage>> = {
  'allow-with-not-principal': allowWithNotPrincipal,
  'arn-with-string-like': arnWithStringLike,
  'aws-managed-key': awsManagedKey,
  'caller-lockout': callerLockout,
  'caller-supplied-keys': callerSuppliedKeys,
  'condition-grammar': conditionGrammar,
  'condition-key-for-action': conditionKeyForAction,
  'condition-values': conditionValues,
  'cross-account-actions': crossAccountActions,
  'cross-account-halves': crossAccountHalves,
  'decrypt-any-key': decryptAnyKey,
  'deny-not-principal': denyNotPrincipal,
  'deny-through-services': denyThroughServices,
  'empty-parts': emptyParts,
  'encryption-context-case': encryptionContextCase,
  'endpoint-keys': endpointKeys,
  'foreign-service-linked-role': foreignServiceLinkedRole,
  'grant-grantee': grantGrantee,
  'grant-list': grantList,
  'iam-resources': iamResources,
  'ip-ranges': ipRanges,
  'json-text': jsonText,
  'key-policy-actions': keyPolicyActions,
  'key-policy-resource': keyPolicyResource,
  'missing-delegation': missingDelegation,
  'missing-service-permission': missingServicePermission,
  'never-a-principal': neverAPrincipal,
  'new-access': newAccess,
  'organization-policies': organizationPolicies,
  'outside-organization': outsideOrganization,
  'paired-condition-keys': pairedConditionKeys,
  'partial-delegation': partialDelegation,
  'partial-wildcard-principal': partialWildcardPrincipal,
  'policy-elements': policyElements,
  'policy-lockout': policyLockout,
  'policy-size': policySize,
  'policy-variables': policyVariables,
  'policy-version': policyVersion,
  'principal-form': principalForm,
  'public-access': publicAccess,
  'rcp-service-exemption': rcpServiceExemption,
  'redundant-parts': redundantParts,
  'role-trust-policies': roleTrustPolicies,
  'root-user-delegation': rootUserDelegation,
  's3-bucket-key-context': s3BucketKeyContext,
  'secret-in-encryption-context': secretInEncryptionContext,
  'separation-of-duties': separationOfDuties,
  'service-principal-form': servicePrincipalForm,
  'service-principal-keys': servicePrincipalKeys,
  'service-region': serviceRegion,
  'service-wildcard': serviceWildcard,
  'session-principal': sessionPrincipal,
  'set-operators': setOperators,
  'single-administrator': singleAdministrator,
  'statement-does-nothing': statementDoesNothing,
  'statement-ids': statementIds,
  'template-placeholder': templatePlaceholder,
  'unbound-service-principal': unboundServicePrincipal,
  'unconstrained-create-grant': unconstrainedCreateGrant,
  'unique-id-principal': uniqueIdPrincipal,
  'unknown-action': unknownAction,
  'unknown-condition-key': unknownConditionKey,
  'value-types': valueTypes,
  'wildcard-conditions': wildcardConditions,
  'wildcard-without-like': wildcardWithoutLike,
};
