import * as v from 'valibot';
import type {
  AccountFacts,
  DocumentText,
  Expectation,
  Json,
  KeyMetadata,
  NamedPolicy,
  OrganizationPolicy,
  Scenario,
  ScenarioIdentity,
  ScenarioKey,
  ScenarioRequest,
  ScenarioResource,
  Suppression,
  VpcEndpoint,
} from '#engine/scenario/scenario.ts';
import type { PreferencesState, Snapshot } from './app.ts';

/** Deeper values than this were not written by this app, and later code may not be able to walk them. */
const MAX_DEPTH = 100;

/** A value JSON can hold, not too deep. Checked as it is, so that no field name is special, `__proto__` included. */
function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > MAX_DEPTH) return false;
  return Object.values(value).every((item) => isJson(item, depth + 1));
}

function isJsonObject(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value);
}

function isStringMap(value: unknown): value is Record<string, string> {
  return isJsonObject(value) && Object.values(value).every((item) => typeof item === 'string');
}

const text = v.string();
const texts = v.array(text);
const jsonMap = v.custom<Record<string, Json>>(isJsonObject);
const stringMap = v.custom<Record<string, string>>(isStringMap);
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const document: v.GenericSchema<unknown, DocumentText> = v.strictObject({
  id: text,
  text,
  fallback: v.optional(text),
  offset: v.optional(offset),
  within: v.optional(v.strictObject({ from: offset, to: offset })),
});

const namedPolicy: v.GenericSchema<unknown, NamedPolicy> = v.strictObject({ name: text, document });

const account: v.GenericSchema<unknown, AccountFacts> = v.strictObject({
  id: text,
  name: v.optional(text),
  organization: v.optional(text),
  path: v.optional(texts),
  managementAccount: v.optional(v.boolean()),
});

const organizationPolicy: v.GenericSchema<unknown, OrganizationPolicy> = v.strictObject({
  type: v.picklist(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']),
  name: text,
  targets: texts,
  document,
});

const optionalText = v.optional(text);

/** The fields the engine reads have their types; the others are kept as they are. */
const metadata = v.pipe(
  jsonMap,
  v.check((value) =>
    v.is(
      v.object({
        KeySpec: optionalText,
        KeyUsage: optionalText,
        Origin: optionalText,
        KeyState: optionalText,
        KeyManager: optionalText,
        MultiRegion: v.optional(v.boolean()),
        MultiRegionConfiguration: v.optional(v.object({ MultiRegionKeyType: optionalText })),
        CustomKeyStoreId: optionalText,
      }),
      value,
    ),
  ),
  v.transform((value): KeyMetadata => value),
);

const key: v.GenericSchema<unknown, ScenarioKey> = v.strictObject({
  arn: text,
  metadata: v.optional(metadata),
  aliases: v.optional(texts),
  tags: v.optional(stringMap),
  policy: document,
  grants: v.optional(document),
});

const resource: v.GenericSchema<unknown, ScenarioResource> = v.strictObject({
  arn: text,
  account: optionalText,
  policy: v.optional(document),
  encryption: v.optional(v.strictObject({ kmsKey: text, bucketKey: v.optional(v.boolean()) })),
});

const identity: v.GenericSchema<unknown, ScenarioIdentity> = v.strictObject({
  arn: text,
  id: optionalText,
  tags: v.optional(stringMap),
  groups: v.optional(texts),
  policies: v.optional(v.array(namedPolicy)),
  permissionsBoundary: v.optional(namedPolicy),
});

const endpoint: v.GenericSchema<unknown, VpcEndpoint> = v.strictObject({
  id: text,
  vpc: optionalText,
  policy: v.optional(document),
});

const expectation: v.GenericSchema<unknown, Expectation> = v.strictObject({
  decision: v.optional(v.picklist(['allowed', 'explicitDeny', 'implicitDeny', 'denied'])),
  statements: v.optional(texts),
  error: v.optional(v.nullable(text)),
});

const request: v.GenericSchema<unknown, ScenarioRequest> = v.strictObject({
  name: optionalText,
  principal: text,
  action: text,
  resource: optionalText,
  parameters: v.optional(jsonMap),
  context: v.optional(jsonMap),
  session: v.optional(
    v.strictObject({
      policies: v.optional(v.array(document)),
      tags: v.optional(stringMap),
      mfaAuthenticated: v.optional(v.boolean()),
      issuer: optionalText,
    }),
  ),
  viaService: optionalText,
  ciphertext: v.optional(v.strictObject({ key: optionalText, encryptionContext: v.optional(stringMap) })),
  expect: v.optional(expectation),
});

const suppression: v.GenericSchema<unknown, Suppression> = v.strictObject({
  code: text,
  about: text,
  reason: text,
});

export const savedScenario: v.GenericSchema<unknown, Scenario> = v.strictObject({
  title: optionalText,
  description: optionalText,
  accounts: v.array(account),
  organizationPolicies: v.array(organizationPolicy),
  keys: v.array(key),
  resources: v.array(resource),
  identities: v.array(identity),
  vpcEndpoints: v.array(endpoint),
  requests: v.array(request),
  suppressions: v.optional(v.array(suppression)),
});

const snapshot: v.GenericSchema<unknown, Snapshot> = v.strictObject({
  scenario: savedScenario,
  request,
  tab: optionalText,
});

/** Work as it is saved: either one's own, or the untouched example, of which only the request is kept. */
export const savedWorkspace = v.strictObject({
  version: v.literal(1),
  /** The tab that saved it. */
  tab: optionalText,
  /** Absent while the example is untouched, so that a newer release shows its own. */
  scenario: v.optional(savedScenario),
  request,
  previous: v.nullable(snapshot),
  older: v.optional(v.pipe(v.array(snapshot), v.readonly())),
});

export type SavedWorkspaceFile = v.InferOutput<typeof savedWorkspace>;

/** Read field by field: a setting of another release, or a value no longer known, falls back to the default. */
const preferences: v.GenericSchema<unknown, Partial<PreferencesState>> = v.object({
  theme: lenient(v.picklist(['system', 'light', 'dark'])),
  seeView: lenient(v.picklist(['graph', 'table'])),
  writeTab: lenient(v.picklist(['keyPolicy', 'identities', 'grants', 'organization', 'resources', 'key'])),
  pane: lenient(v.picklist(['write', 'see', 'ask'])),
  statementNotes: lenient(v.boolean()),
  plainEditor: lenient(v.boolean()),
  openDocuments: lenient(
    v.object({
      identities: v.nullable(text),
      organization: v.nullable(text),
      resources: v.nullable(text),
    }),
  ),
});

export const savedPreferences = v.strictObject({ version: v.literal(1), preferences });

function lenient<T>(schema: v.GenericSchema<unknown, T>) {
  return v.fallback(v.optional(schema), undefined);
}
