import { findAction } from '../catalog/actions.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import {
  asArray,
  asObject,
  asSourced,
  kindInWords,
  memberValue,
  type SourcedText,
  stringList,
} from '../source/read.ts';
import type { TextId } from '../source/span.ts';
import type { Grant, PairsConstraint } from './grant.ts';

/** `grants` is absent when the text is no list of grants; the diagnostics then say why. */
export interface ParsedGrants {
  readonly grants: readonly Grant[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a list of grants: an array of entries of `ListGrants.Grants`, the whole output of `list-grants`, or one grant.
 * An empty text is an empty list. Never throws.
 */
export function parseGrants(text: string, id: TextId): ParsedGrants {
  if (text.trim() === '') return { grants: [], diagnostics: [] };
  const { root, diagnostics, wellFormed } = parseJson(text, id);
  if (!wellFormed || root === undefined) return { grants: undefined, diagnostics };
  const list = asArray(root) ?? asArray(memberValue(root, 'Grants'));
  const items = list?.items ?? (memberValue(root, 'Operations') === undefined ? undefined : [root]);
  if (items === undefined) {
    const problem =
      'This is no list of grants: an array of grants or the output of `aws kms list-grants` is expected.';
    return { grants: undefined, diagnostics: [...diagnostics, error('INVALID_GRANT_LIST', problem, root)] };
  }
  const found: Diagnostic[] = [...diagnostics];
  const grants = items.flatMap((item, index) => readGrant(item, index, found) ?? []);
  return { grants, diagnostics: found };
}

function readGrant(node: JsonNode, index: number, problems: Diagnostic[]): Grant | undefined {
  if (asObject(node) === undefined) {
    problems.push(
      error('DATA_TYPE_MISMATCH', `A grant is an object, and this is ${kindInWords(node)}.`, node),
    );
    return undefined;
  }
  const text = (key: string): SourcedText | undefined => asSourced(memberValue(node, key));
  const id = text('GrantId')?.value ?? `#${index + 1}`;
  const operations = memberValue(node, 'Operations');
  const constraints = memberValue(node, 'Constraints');
  const equals = readPairs(memberValue(constraints, 'EncryptionContextEquals'), problems);
  const subset = readPairs(memberValue(constraints, 'EncryptionContextSubset'), problems);
  // A constraint that cannot be read must not widen the grant: better no grant than an unconstrained one.
  if (equals === 'unreadable' || subset === 'unreadable') return undefined;
  const grant: Grant = {
    id,
    ref: `grant:${id}`,
    name: text('Name')?.value,
    keyId: text('KeyId')?.value,
    grantee: text('GranteePrincipal'),
    granteeService: text('GranteeServicePrincipal'),
    retiring: text('RetiringPrincipal'),
    retiringService: text('RetiringServicePrincipal'),
    issuingAccount: text('IssuingAccount')?.value,
    operations: stringList(operations),
    operationsSpan: operations?.span ?? node.span,
    equals,
    subset,
    sourceArn: asSourced(memberValue(constraints, 'SourceArn')),
    span: node.span,
  };
  problems.push(...missingParts(grant, node));
  return grant;
}

function missingParts(grant: Grant, node: JsonNode): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (grant.grantee === undefined && grant.granteeService === undefined) {
    found.push(
      error('MISSING_GRANTEE', 'The grant names no `GranteePrincipal`, so it allows nobody anything.', node),
    );
  }
  if (grant.operations.length === 0)
    found.push(error('MISSING_OPERATIONS', 'The grant lists no `Operations`, so it allows nothing.', node));
  for (const { value, span } of grant.operations) {
    const info = findAction(value);
    if (info?.name === `kms:${value}` && info.grantOperation) continue;
    const message = `A grant cannot allow \`${value}\`: it is not one of the grant operations, and counts for nothing.`;
    found.push({ code: 'INVALID_GRANT_OPERATION', severity: 'error', message, span });
  }
  return found;
}

function readPairs(
  node: JsonNode | undefined,
  problems: Diagnostic[],
): PairsConstraint | 'unreadable' | undefined {
  if (node === undefined) return undefined;
  const object = asObject(node);
  if (object === undefined) {
    const problem = `An encryption context constraint is an object of pairs, and this is ${kindInWords(node)}.`;
    problems.push(error('DATA_TYPE_MISMATCH', problem, node));
    return 'unreadable';
  }
  const pairs = new Map<string, string>();
  for (const member of object.members) {
    const value = asSourced(member.value)?.value;
    if (value === undefined) {
      const problem = `The value of \`${member.key}\` is ${kindInWords(member.value)}, and an encryption context holds texts.`;
      problems.push(error('DATA_TYPE_MISMATCH', problem, member.value));
      return 'unreadable';
    }
    pairs.set(member.key, value);
  }
  return { pairs, span: node.span };
}

function error(code: string, message: string, node: JsonNode): Diagnostic {
  return { code, severity: 'error', message, span: node.span };
}
