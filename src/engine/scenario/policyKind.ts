import type { JsonNode } from '../source/json.ts';
import { asString, member, memberValue, oneOrMany, stringList } from '../source/read.ts';
import { splitArn } from '../vocabulary/arn.ts';

/** What a policy document is for, in the words of the scenario format. */
export type PolicyKind =
  | 'keyPolicy'
  | 'identityPolicy'
  | 'permissionsBoundary'
  | 'sessionPolicy'
  | 'serviceControlPolicy'
  | 'resourceControlPolicy'
  | 'endpointPolicy'
  | 'resourcePolicy';

/** What a policy is by its shape, and what it could be just as well. */
export interface GuessedKind {
  readonly kind: PolicyKind;
  readonly otherwise: readonly PolicyKind[];
}

/**
 * Guesses what a policy document is for. Only policies on resources name principals (IAM-010). A policy that only denies is
 * an organization policy rather than one of the others, which it would leave without any permission.
 *
 * @returns undefined for a role trust policy, which decides who becomes a role and no request to KMS
 */
export function guessKind(root: JsonNode): GuessedKind | undefined {
  const statements = oneOrMany(memberValue(root, 'Statement'));
  if (statements.length > 0 && statements.every(isTrust)) return undefined;
  return namesPrincipals(root) ? onResource(statements) : onIdentity(statements);
}

/** Only policies on resources name principals. */
export function namesPrincipals(root: JsonNode): boolean {
  return oneOrMany(memberValue(root, 'Statement')).some(
    (statement) =>
      member(statement, 'Principal') !== undefined || member(statement, 'NotPrincipal') !== undefined,
  );
}

function onIdentity(statements: readonly JsonNode[]): GuessedKind {
  return onlyDenies(statements)
    ? { kind: 'serviceControlPolicy', otherwise: ['identityPolicy', 'permissionsBoundary'] }
    : {
        kind: 'identityPolicy',
        otherwise: ['permissionsBoundary', 'sessionPolicy', 'serviceControlPolicy'],
      };
}

function onResource(statements: readonly JsonNode[]): GuessedKind {
  if (resourceOfOtherService(statements) !== undefined)
    return { kind: 'resourcePolicy', otherwise: ['endpointPolicy', 'keyPolicy'] };
  if (!statements.every(isAboutEveryone)) return { kind: 'keyPolicy', otherwise: [] };
  return onlyDenies(statements)
    ? { kind: 'resourceControlPolicy', otherwise: ['keyPolicy', 'endpointPolicy'] }
    : { kind: 'keyPolicy', otherwise: ['endpointPolicy', 'resourceControlPolicy'] };
}

function onlyDenies(statements: readonly JsonNode[]): boolean {
  return (
    statements.length > 0 &&
    statements.every((statement) => asString(memberValue(statement, 'Effect')) === 'Deny')
  );
}

function isAboutEveryone(statement: JsonNode): boolean {
  const principal = memberValue(statement, 'Principal');
  const names = stringList(principal?.kind === 'object' ? memberValue(principal, 'AWS') : principal);
  return names.length === 1 && names[0]?.value === '*';
}

/** Whether a statement says who may become a role: actions of STS, and no resource. */
function isTrust(statement: JsonNode): boolean {
  const actions = stringList(memberValue(statement, 'Action'));
  return (
    actions.length > 0 &&
    member(statement, 'Resource') === undefined &&
    actions.every(({ value }) => value.toLowerCase().startsWith('sts:'))
  );
}

/**
 * The resource a policy is attached to, where every statement is about one service that is not KMS: an S3 bucket as its
 * objects, `arn:aws:s3:::bucket/*`, since reading them is what calls KMS; otherwise the first ARN.
 */
export function resourceOfOtherService(statements: readonly JsonNode[]): string | undefined {
  const actions = statements.flatMap((statement) => stringList(memberValue(statement, 'Action')));
  const isOther = ({ value }: { readonly value: string }) => /^(?!kms:|\*)[a-z0-9-]+:/i.test(value);
  if (actions.length === 0 || !actions.every(isOther)) return undefined;
  const resources = statements.flatMap((statement) => stringList(memberValue(statement, 'Resource')));
  const arn = resources.map(({ value }) => value).find((value) => splitArn(value) !== undefined);
  if (arn === undefined) return undefined;
  const parts = splitArn(arn);
  if (parts?.service !== 's3') return arn;
  const slash = parts.resource.indexOf('/');
  const bucket = slash < 0 ? parts.resource : parts.resource.slice(0, slash);
  return `arn:${parts.partition}:s3:::${bucket}/*`;
}

/** The same for a whole document. */
export function resourceOfPolicy(root: JsonNode): string | undefined {
  return resourceOfOtherService(oneOrMany(memberValue(root, 'Statement')));
}
