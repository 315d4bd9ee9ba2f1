import { policyElements, principalKinds } from '#engine/catalog/elements.data.ts';
import { POLICY_ELEMENTS, RULES_OF, STATEMENT_ELEMENTS } from '#engine/policy/elements.ts';
import type { PolicyType } from '#engine/policy/policy.ts';
import type { PlaceContext } from '../languageContext.ts';
import type { Completion } from './completion.ts';
import { memberOffer } from './insertion.ts';

/** What a new element begins with, written as a completion's `insert`. */
const beginnings: Readonly<Record<string, string>> = {
  Version: '"2012-10-17"',
  Id: '"$1"',
  Statement: '[\n  {\n    $1\n  }\n]',
  Sid: '"$1"',
  Effect: '"$1"',
  Principal: '{ "AWS": "$1" }',
  NotPrincipal: '{ "AWS": "$1" }',
  Action: '["$1"]',
  NotAction: '["$1"]',
  Resource: '"$1"',
  NotResource: '"$1"',
  Condition: '{\n  "$1"\n}',
};

const rowOf = new Map(policyElements.map((row) => [row.name, row]));

/** The elements a document of this type can have and does not have yet (IAM-009, IAM-010). */
export function completeDocumentElements(context: PlaceContext, type: PolicyType): readonly Completion[] {
  return offers(
    context,
    POLICY_ELEMENTS.filter((name) => name !== 'Id' || RULES_OF[type].id),
  );
}

/** The elements a statement of this type can have and does not have yet; of two that exclude each other only one (IAM-011). */
export function completeStatementElements(context: PlaceContext, type: PolicyType): readonly Completion[] {
  return offers(
    context,
    STATEMENT_ELEMENTS.filter((name) => isAllowed(name, type) && !isExcluded(name, context.around.siblings)),
    type,
  );
}

function isAllowed(name: string, type: PolicyType): boolean {
  const { principal, resource } = RULES_OF[type];
  if (type === 'rcp' && (name === 'NotAction' || name === 'NotPrincipal')) return false;
  if (type === 'trust' && name === 'NotPrincipal') return false;
  if (name.endsWith('Principal')) return principal !== 'forbidden';
  if (type === 'key' && name === 'NotResource') return false;
  return !name.endsWith('Resource') || resource !== 'forbidden';
}

function isExcluded(name: string, siblings: readonly string[]): boolean {
  return siblings.includes(name.startsWith('Not') ? name.slice('Not'.length) : `Not${name}`);
}

function offers(
  { position, around }: PlaceContext,
  names: readonly string[],
  type?: PolicyType,
): readonly Completion[] {
  const taken = new Set(around.siblings);
  return names.flatMap((name) => {
    const row = rowOf.get(name);
    if (row === undefined || taken.has(name)) return [];
    return memberOffer(position, 'element', { name, meaning: row.meaning, value: beginning(name, type) });
  });
}

function beginning(name: string, type: PolicyType | undefined): string {
  if (name === 'Resource' && type === 'key') return '"*"';
  if (name === 'Principal' && type === 'rcp') return '"*"';
  return beginnings[name] ?? '"$1"';
}

/** `AWS`, `Service` and so on: those that can match somebody in this type of policy first. */
export function completePrincipalKinds({ position, around, document }: PlaceContext): readonly Completion[] {
  const taken = new Set(around.siblings);
  return principalKinds
    .filter(({ name }) => !taken.has(name) && matchesSomebody(name, document.kind))
    .map(({ name, meaning }) => memberOffer(position, 'element', { name, meaning, value: '"$1"' }));
}

/** A federated principal is for role trust policies, a canonical user for Amazon S3 (IAM-035, KMS-180). */
function matchesSomebody(kind: string, type: string): boolean {
  if (kind === 'Federated') return type === 'trust';
  return kind !== 'CanonicalUser' || type === 'resource';
}
