import type { Json, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';

export type SuggestedParameter = Suggestions['parameters'][number];

/**
 * How a request parameter is filled in: `pairs` a map of texts, `constraints` those of a grant, `several` any of a known
 * set, `list` texts one by one, `flag` true or false, `choice` one of a known set, `open` any text, some known,
 * `json` whatever it is as JSON.
 */
export type ParameterForm =
  | 'pairs'
  | 'constraints'
  | 'several'
  | 'list'
  | 'tags'
  | 'flag'
  | 'number'
  | 'choice'
  | 'open'
  | 'json'
  | 'text';

/** Parameters whose shape their values don't tell, as the KMS API defines them. */
const formsByName: Readonly<Record<string, ParameterForm>> = {
  EncryptionContext: 'pairs',
  SourceEncryptionContext: 'pairs',
  DestinationEncryptionContext: 'pairs',
  Constraints: 'constraints',
  Operations: 'several',
  DryRunModifiers: 'several',
  GrantTokens: 'list',
  TagKeys: 'list',
  Tags: 'tags',
  GrantId: 'open',
  DestinationKeyId: 'open',
  AliasName: 'open',
  ReplicaRegion: 'open',
  PrimaryRegion: 'open',
  NumberOfBytes: 'number',
  PendingWindowInDays: 'number',
  RotationPeriodInDays: 'number',
  Policy: 'json',
  Recipient: 'json',
};

/** Operations that take an encryption context, and what they call it (KMS-100). */
const contextsOfOperations: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'kms:encrypt': ['EncryptionContext'],
    'kms:decrypt': ['EncryptionContext'],
    'kms:generatedatakey': ['EncryptionContext'],
    'kms:generatedatakeywithoutplaintext': ['EncryptionContext'],
    'kms:generatedatakeypair': ['EncryptionContext'],
    'kms:generatedatakeypairwithoutplaintext': ['EncryptionContext'],
    'kms:reencrypt': ['SourceEncryptionContext', 'DestinationEncryptionContext'],
  }),
);

/** The key is a slot of the sentence, so the parameter that names it is not asked for twice. */
const namesTheKey: ReadonlySet<string> = new Set(['KeyId', 'SourceKeyId']);

export function parameterForm({ name, values }: SuggestedParameter): ParameterForm {
  const known = Object.hasOwn(formsByName, name) ? formsByName[name] : undefined;
  // Without a known set there is nothing to tick, so the values are written one by one.
  if (known === 'several' && values.length === 0) return 'list';
  if (known !== undefined) return known;
  if (values.length === 2 && values.includes('true') && values.includes('false')) return 'flag';
  return values.length > 0 ? 'choice' : 'text';
}

/** The encryption contexts an operation takes, by parameter. */
export function encryptionContextsOf(action: string): readonly string[] {
  return contextsOfOperations.get(action.toLowerCase()) ?? [];
}

/** The parameters to ask for besides the key and encryption contexts. */
export function otherParameters(suggestions: Suggestions): readonly SuggestedParameter[] {
  return suggestions.parameters.filter(
    (parameter) => parameterForm(parameter) !== 'pairs' && !namesTheKey.has(parameter.name),
  );
}

/** Parameters the request has that have no field of their own: shown, so that nothing is sent unseen. */
export function strayParameters(request: ScenarioRequest, suggestions: Suggestions): readonly string[] {
  const known = new Set([
    ...otherParameters(suggestions).map(({ name }) => name),
    ...encryptionContextsOf(request.action),
  ]);
  return Object.keys(request.parameters ?? {}).filter((name) => !known.has(name));
}

export function defaultWords({ default: preset }: SuggestedParameter): string {
  return preset === null ? 'Not sent' : `Default: ${preset}`;
}

export function textOfParameter(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a typed text sends: whole numbers as numbers where the API wants one, anything else as it stands. */
export function parameterOfText(text: string, form: ParameterForm): Json | undefined {
  if (text === '') return undefined;
  if (form === 'flag') return text === 'true';
  if (form === 'number' && /^\d{1,9}$/.test(text)) return Number(text);
  return form === 'json' ? jsonOrText(text) : text;
}

export function listOfParameter(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((item: Json) => textOfParameter(item)) : [];
}

export function parameterOfList(values: readonly string[]): Json | undefined {
  const filled = values.filter((value) => value !== '');
  return filled.length === 0 ? undefined : filled;
}

/** Half-typed JSON is kept as the text it is; the engine says what is wrong with it. */
function jsonOrText(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : text;
  } catch {
    return text;
  }
}

function isJson(value: unknown): value is Json {
  return value !== undefined;
}
