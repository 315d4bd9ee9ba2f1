import type { PolicyType } from './policy.ts';

/** What a policy type asks of its elements (IAM-010, IAM-012). */
export interface ElementRules {
  /** The type in a sentence: "a key policy". */
  readonly inWords: string;
  readonly principal: 'required' | 'forbidden';
  readonly resource: 'required' | 'optional' | 'forbidden';
  /** Whether the document may carry an `Id` (IAM-009). */
  readonly id: boolean;
  /** Whether a Sid may hold only letters and digits, and must be unique. */
  readonly strictSids: boolean;
  /** Whether the document must say `Version: 2012-10-17` (IAM-008). */
  readonly mustBe2012: boolean;
}

const IAM: Omit<ElementRules, 'inWords'> = {
  principal: 'forbidden',
  resource: 'required',
  id: false,
  strictSids: true,
  mustBe2012: false,
};
const ON_RESOURCE: Omit<ElementRules, 'inWords'> = {
  principal: 'required',
  resource: 'required',
  id: true,
  strictSids: false,
  mustBe2012: false,
};

export const RULES_OF: Readonly<Record<PolicyType, ElementRules>> = {
  key: { ...ON_RESOURCE, inWords: 'a key policy' },
  identity: { ...IAM, inWords: 'an identity-based policy' },
  boundary: { ...IAM, inWords: 'a permissions boundary' },
  session: { ...IAM, inWords: 'a session policy' },
  scp: { ...IAM, id: true, mustBe2012: true, inWords: 'a service control policy' },
  rcp: { ...ON_RESOURCE, strictSids: true, mustBe2012: true, inWords: 'a resource control policy' },
  endpoint: { ...ON_RESOURCE, inWords: 'a VPC endpoint policy' },
  resource: { ...ON_RESOURCE, resource: 'optional', inWords: 'a resource-based policy' },
  trust: { ...ON_RESOURCE, resource: 'forbidden', strictSids: true, inWords: 'a role trust policy' },
};

export const POLICY_ELEMENTS: readonly string[] = ['Version', 'Id', 'Statement'];
export const STATEMENT_ELEMENTS: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
