import { grantsDocument, policyDocument } from './documentSource.ts';
import { keyMetadata } from './keyMetadata.ts';
import { requestShape } from './requestShape.ts';
import { flag, invalid, listOf, mapOf, oneOf, optional, record, required, text, where } from './shape.ts';
import { quoted } from '../source/quote.ts';
import type { Reader } from './shape.ts';

const account = record({
  id: required(text),
  name: optional(text),
  organization: optional(text),
  path: optional(listOf(text)),
  managementAccount: optional(flag),
});

const organizationPolicy = record({
  type: required(oneOf(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'])),
  name: optional(text),
  targets: optional(listOf(text)),
  document: required(policyDocument),
});

const key = record({
  arn: required(text),
  metadata: optional(keyMetadata),
  aliases: optional(listOf(text)),
  tags: optional(mapOf(text)),
  policy: required(policyDocument),
  grants: optional(grantsDocument),
});

const resource = record({
  arn: required(text),
  account: optional(text),
  policy: optional(policyDocument),
  encryption: optional(record({ kmsKey: required(text), bucketKey: optional(flag) })),
});

const namedPolicy = record({ name: optional(text), document: required(policyDocument) });

const identity = record({
  arn: required(text),
  id: optional(text),
  tags: optional(mapOf(text)),
  groups: optional(listOf(text)),
  policies: optional(listOf(namedPolicy)),
  permissionsBoundary: optional(namedPolicy),
});

const vpcEndpoint = record({ id: required(text), vpc: optional(text), policy: optional(policyDocument) });

const suppression = record({ code: required(text), about: required(text), reason: required(text) });

/** The version of the format. */
const formatVersion: Reader<1> = (at) => {
  if (at.node.kind !== 'number') return invalid(at, 'the number 1');
  if (at.node.lexeme === '1') return 1;
  const message = `${where(at.pointer)} is ${quoted(at.node.lexeme)}, and only version 1 of the scenario format is understood.`;
  at.problems.add('UNSUPPORTED_FORMAT_VERSION', 'error', at.node.span, message);
  return undefined;
};

/** The scenario document, version 1, with its texts still unnamed. */
export const scenarioShape = record({
  keyway: required(formatVersion),
  title: optional(text),
  description: optional(text),
  accounts: optional(listOf(account)),
  organizationPolicies: optional(listOf(organizationPolicy)),
  keys: optional(listOf(key)),
  resources: optional(listOf(resource)),
  identities: optional(listOf(identity)),
  vpcEndpoints: optional(listOf(vpcEndpoint)),
  requests: optional(listOf(requestShape)),
  suppressions: optional(listOf(suppression)),
});
