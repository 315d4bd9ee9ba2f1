import {
  grantConstraints,
  grantFields,
  policyElements,
  principalKinds,
  type ElementRow,
} from '#engine/catalog/elements.data.ts';
import { RULES_OF } from '#engine/policy/elements.ts';
import type { DocumentKind } from '../documentKind.ts';
import { awsPage } from './awsPage.ts';
import type { About } from './hoverCard.ts';

/** What an element of a policy is, and whether it can stand in this kind of document. */
export function aboutElement(name: string, kind: DocumentKind): About | undefined {
  return aboutRow(policyElements, name, kind === 'grants' ? [] : remarks(name, kind));
}

export function aboutPrincipalKind(name: string): About | undefined {
  return aboutRow(principalKinds, name);
}

export function aboutGrantField(name: string): About | undefined {
  return aboutRow(grantFields, name);
}

export function aboutConstraint(name: string): About | undefined {
  return aboutRow(grantConstraints, name);
}

function aboutRow(
  rows: readonly ElementRow[],
  name: string,
  more: readonly string[] = [],
): About | undefined {
  const row = rows.find((each) => each.name === name);
  return row && { title: row.name, lines: [row.meaning, ...more], page: awsPage(row.source) };
}

/** IAM-010, IAM-012, KMS-020. */
function remarks(name: string, kind: Exclude<DocumentKind, 'grants'>): readonly string[] {
  const { inWords, principal } = RULES_OF[kind];
  if (name.endsWith('Principal') && principal === 'forbidden') {
    return [`It cannot stand in ${inWords}: the principal is the one the policy is attached to.`];
  }
  if (name === 'Resource' && kind === 'key') return ['In a key policy `*` is this key and nothing else.'];
  if (name === 'Principal' && kind === 'rcp') return ['In a resource control policy it can only be `*`.'];
  if (name === 'Effect' && kind === 'rcp') {
    return ['A resource control policy of your own can only deny.'];
  }
  return [];
}

/** The values of elements that have few. */
export function aboutElementValue(element: string, value: string): About | undefined {
  const line = elementValues.get(`${element} ${value}`);
  return line === undefined ? undefined : { title: value, lines: [line], page: pageOf(element) };
}

function pageOf(element: string): About['page'] {
  const row = policyElements.find(({ name }) => name === element);
  return row && awsPage(row.source);
}

const elementValues: ReadonlyMap<string, string> = new Map([
  ['Effect Allow', 'The statement allows, unless a Deny anywhere applies.'],
  ['Effect Deny', 'The statement denies, whatever else allows.'],
  ['Version 2012-10-17', 'The current version of the policy language: `${…}` is a policy variable.'],
  ['Version 2008-10-17', 'The earlier version of the policy language: `${…}` is plain text.'],
]);
