import type { RulePage } from './page.ts';
import { page as arnWithStringLike } from './rules/arn-with-string-like/page.ts';
import { page as conditionKeyForAction } from './rules/condition-key-for-action/page.ts';
import { page as conditionValues } from './rules/condition-values/page.ts';
import { page as crossAccountActions } from './rules/cross-account-actions/page.ts';
import { page as encryptionContextCase } from './rules/encryption-context-case/page.ts';
import { page as foreignServiceLinkedRole } from './rules/foreign-service-linked-role/page.ts';
import { page as keyPolicyActions } from './rules/key-policy-actions/page.ts';
import { page as missingDelegation } from './rules/missing-delegation/page.ts';
import { page as partialDelegation } from './rules/partial-delegation/page.ts';
import { page as partialWildcardPrincipal } from './rules/partial-wildcard-principal/page.ts';
import { page as policyLockout } from './rules/policy-lockout/page.ts';
import { page as principalForm } from './rules/principal-form/page.ts';
import { page as publicAccess } from './rules/public-access/page.ts';
import { page as redundantParts } from './rules/redundant-parts/page.ts';
import { page as rootUserDelegation } from './rules/root-user-delegation/page.ts';
import { page as s3BucketKeyContext } from './rules/s3-bucket-key-context/page.ts';
import { page as secretInEncryptionContext } from './rules/secret-in-encryption-context/page.ts';
import { page as separationOfDuties } from './rules/separation-of-duties/page.ts';
import { page as servicePrincipalForm } from './rules/service-principal-form/page.ts';
import { page as servicePrincipalKeys } from './rules/service-principal-keys/page.ts';
import { page as serviceRegion } from './rules/service-region/page.ts';
import { page as sessionPrincipal } from './rules/session-principal/page.ts';
import { page as setOperators } from './rules/set-operators/page.ts';
import { page as singleAdministrator } from './rules/single-administrator/page.ts';
import { page as unboundServicePrincipal } from './rules/unbound-service-principal/page.ts';
import { page as unconstrainedCreateGrant } from './rules/unconstrained-create-grant/page.ts';
import { page as uniqueIdPrincipal } from './rules/unique-id-principal/page.ts';
import { page as unknownAction } from './rules/unknown-action/page.ts';
import { page as unknownConditionKey } from './rules/unknown-condition-key/page.ts';
import { page as valueTypes } from './rules/value-types/page.ts';
import { page as wildcardWithoutLike } from './rules/wildcard-without-like/page.ts';

/** The pages of all rules, by name. */
export const pages: Readonly<Record<string, RulePage>> = {
  'arn-with-string-like': arnWithStringLike,
  'condition-key-for-action': conditionKeyForAction,
  'condition-values': conditionValues,
  'cross-account-actions': crossAccountActions,
  'encryption-context-case': encryptionContextCase,
  'foreign-service-linked-role': foreignServiceLinkedRole,
  'key-policy-actions': keyPolicyActions,
  'missing-delegation': missingDelegation,
  'partial-delegation': partialDelegation,
  'partial-wildcard-principal': partialWildcardPrincipal,
  'policy-lockout': policyLockout,
  'principal-form': principalForm,
  'public-access': publicAccess,
  'redundant-parts': redundantParts,
  'root-user-delegation': rootUserDelegation,
  's3-bucket-key-context': s3BucketKeyContext,
  'secret-in-encryption-context': secretInEncryptionContext,
  'separation-of-duties': separationOfDuties,
  'service-principal-form': servicePrincipalForm,
  'service-principal-keys': servicePrincipalKeys,
  'service-region': serviceRegion,
  'session-principal': sessionPrincipal,
  'set-operators': setOperators,
  'single-administrator': singleAdministrator,
  'unbound-service-principal': unboundServicePrincipal,
  'unconstrained-create-grant': unconstrainedCreateGrant,
  'unique-id-principal': uniqueIdPrincipal,
  'unknown-action': unknownAction,
  'unknown-condition-key': unknownConditionKey,
  'value-types': valueTypes,
  'wildcard-without-like': wildcardWithoutLike,
};
