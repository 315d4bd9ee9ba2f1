/** What is kept by hand about a name that stands in a document. */
export interface ElementRow {
  readonly name: string;
  /** One line for completion and hover. */
  readonly meaning: string;
  /** Page tags as in docs/semantics.md. */
  readonly source: string;
}

/** Elements of a policy document and of its statements. */
export const policyElements: readonly ElementRow[] = [
  {
    name: 'Version',
    meaning: 'The version of the policy language; only 2012-10-17 has policy variables.',
    source: 'IAM:reference_policies_elements_version',
  },
  {
    name: 'Id',
    meaning: 'A name for the whole document; it decides nothing.',
    source: 'IAM:reference_policies_elements_id',
  },
  {
    name: 'Statement',
    meaning: 'The statements, of which each allows or denies by itself.',
    source: 'IAM:reference_policies_elements_statement',
  },
  {
    name: 'Sid',
    meaning: 'A name for the statement; it decides nothing.',
    source: 'IAM:reference_policies_elements_sid',
  },
  {
    name: 'Effect',
    meaning: 'Whether the statement allows or denies; a Deny always wins.',
    source: 'IAM:reference_policies_elements_effect',
  },
  {
    name: 'Principal',
    meaning: 'Whom the statement is about: accounts, users, roles, sessions, services, or everyone.',
    source: 'IAM26:reference_policies_elements_principal',
  },
  {
    name: 'NotPrincipal',
    meaning: 'Everyone but those listed; with Deny only, and a condition is easier to get right.',
    source: 'IAM26:reference_policies_elements_notprincipal',
  },
  {
    name: 'Action',
    meaning: 'What the statement allows or denies; * and ? are wildcards, case does not count.',
    source: 'IAM:reference_policies_elements_action',
  },
  {
    name: 'NotAction',
    meaning: 'Every action but those listed, those AWS adds later included.',
    source: 'IAM:reference_policies_elements_notaction',
  },
  {
    name: 'Resource',
    meaning: 'What the actions are done to, by ARN; * and ? are wildcards.',
    source: 'IAM:reference_policies_elements_resource',
  },
  {
    name: 'NotResource',
    meaning: 'Every resource but those listed.',
    source: 'IAM:reference_policies_elements_notresource',
  },
  {
    name: 'Condition',
    meaning: 'When the statement applies: every operator and every key in it must hold.',
    source: 'IAM:reference_policies_elements_condition',
  },
];

/** The kinds of principal in `Principal` and `NotPrincipal`. */
export const principalKinds: readonly ElementRow[] = [
  {
    name: 'AWS',
    meaning: 'Accounts, IAM users and roles, and their sessions, by ARN or account ID.',
    source: 'IAM26:reference_policies_elements_principal',
  },
  {
    name: 'Service',
    meaning: 'AWS services that call as themselves, such as logs.us-east-1.amazonaws.com.',
    source: 'IAM26:reference_policies_elements_principal',
  },
  {
    name: 'Federated',
    meaning: 'Identity providers, in role trust policies; in other policies it matches nobody.',
    source: 'IAM26:reference_policies_elements_principal',
  },
  {
    name: 'CanonicalUser',
    meaning: 'An identifier of Amazon S3 for an account; in a key policy it matches nobody.',
    source: 'IAM26:reference_policies_elements_principal',
  },
];

/** Fields of an entry of ListGrants. */
export const grantFields: readonly ElementRow[] = [
  { name: 'KeyId', meaning: 'ARN of the key the grant is on.', source: 'API:GrantListEntry' },
  {
    name: 'GrantId',
    meaning: 'The grant’s own identifier, for revoking and retiring it.',
    source: 'API:GrantListEntry',
  },
  { name: 'Name', meaning: 'A name given at creation; it decides nothing.', source: 'API:GrantListEntry' },
  {
    name: 'CreationDate',
    meaning: 'When the grant was created; it decides nothing.',
    source: 'API:GrantListEntry',
  },
  {
    name: 'GranteePrincipal',
    meaning: 'Who may use the key through the grant: a user, role, session or account.',
    source: 'API:CreateGrant',
  },
  {
    name: 'GranteeServicePrincipal',
    meaning: 'The AWS service that may use the key through the grant.',
    source: 'API:CreateGrant',
  },
  {
    name: 'RetiringPrincipal',
    meaning: 'Who else may retire the grant.',
    source: 'API:CreateGrant',
  },
  {
    name: 'RetiringServicePrincipal',
    meaning: 'The AWS service that may retire the grant.',
    source: 'API:CreateGrant',
  },
  {
    name: 'IssuingAccount',
    meaning: 'The account under which the grant was created.',
    source: 'API:GrantListEntry',
  },
  {
    name: 'Operations',
    meaning: 'What the grant allows, by the names of operations.',
    source: 'API:CreateGrant',
  },
  {
    name: 'Constraints',
    meaning: 'Limits to certain encryption contexts or to a source ARN.',
    source: 'API:GrantConstraints',
  },
];

/** What can stand in a grant's `Constraints`. */
export const grantConstraints: readonly ElementRow[] = [
  {
    name: 'EncryptionContextSubset',
    meaning: 'The request’s encryption context must have all these pairs, and may have more.',
    source: 'API:GrantConstraints',
  },
  {
    name: 'EncryptionContextEquals',
    meaning: 'The request’s encryption context must be exactly these pairs; case counts.',
    source: 'API:GrantConstraints',
  },
  {
    name: 'SourceArn',
    meaning: 'The service must act for this resource.',
    source: 'API:GrantConstraints',
  },
];
