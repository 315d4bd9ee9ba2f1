import { findAction, kmsActions } from './actions.ts';
import type {
  ConditionKeyInfo,
  ConditionKeyRow,
  ConditionValueType,
  GeneratedConditionKey,
} from './conditionKey.ts';
import { conditionKeyRows } from './conditionKeys.data.ts';
import { generatedGlobalConditionKeys } from './globalConditionKeys.generated.data.ts';
import { generatedKmsConditionKeys } from './kmsConditionKeys.generated.data.ts';
import { generatedMultivaluedKeys } from './multivaluedKeys.generated.data.ts';

const valueTypes: Readonly<Record<string, ConditionValueType>> = {
  String: 'string',
  ARN: 'arn',
  Bool: 'bool',
  Numeric: 'numeric',
  Date: 'date',
  IPAddress: 'ip',
};

const operationsByKey = new Map<string, string[]>();
for (const action of kmsActions) {
  for (const key of action.conditionKeys) {
    const operations = operationsByKey.get(key);
    if (operations === undefined) operationsByKey.set(key, [action.name]);
    else operations.push(action.name);
  }
}

function scopeOf(key: string): ConditionKeyInfo['scope'] {
  if (key.startsWith('kms:')) return 'kms';
  return key.startsWith('aws:') ? 'global' : 'session';
}

function info(row: ConditionKeyRow, [key, type, count]: GeneratedConditionKey): ConditionKeyInfo {
  const placeholder = key.indexOf('${');
  const scope = scopeOf(key);
  return {
    name: key,
    prefix: placeholder === -1 ? undefined : key.slice(0, placeholder),
    count,
    type: valueTypes[type.replace('ArrayOf', '')] ?? 'string',
    alsoUsableAs: row.alsoUsableAs ?? [],
    multivalued: type.startsWith('ArrayOf'),
    scope,
    inKeyPolicy: row.iamOnly !== true,
    operations: operationsByKey.get(key) ?? (scope === 'kms' ? [] : 'any'),
    values: row.values,
    absentWhenOmitted: row.absentWhenOmitted ?? false,
    replacedBy: row.replacedBy,
    sensitive: row.sensitive ?? false,
    meaning: row.meaning,
    source: row.source,
  };
}

const generated = new Map(
  [...generatedKmsConditionKeys, ...generatedGlobalConditionKeys].map((entry) => [entry[0], entry]),
);

/** Every condition key of KMS, then the global ones, then those other services set on sessions; a family is one entry. */
export const conditionKeys: readonly ConditionKeyInfo[] = conditionKeyRows.flatMap((row) => {
  const entry = generated.get(row.key);
  return entry === undefined ? [] : [info(row, entry)];
});

const byName = new Map(conditionKeys.map((key) => [key.name.toLowerCase(), key]));
const families = conditionKeys.flatMap((key) =>
  key.prefix === undefined ? [] : [{ key, prefix: key.prefix.toLowerCase() }],
);

function fits(family: ConditionKeyInfo, variable: string): boolean {
  if (family.count === undefined) return variable !== '';
  return /^(0|[1-9]\d?)$/.test(variable) && Number(variable) < family.count;
}

/**
 * Looks a condition key up, ignoring case throughout (IAM-072). A key with a variable part is found as its family:
 * everything after `kms:EncryptionContext:`, `aws:PrincipalTag/`, `aws:RequestTag/` and `aws:ResourceTag/` is the variable
 * part, whatever characters it has; registers (`kms:RecipientAttestation:PCR3`) must exist.
 *
 * @param name as written in a policy or request, without `${}`
 * @returns undefined for an unknown key, and for a family without a variable part (`aws:PrincipalTag/`)
 */
export function findConditionKey(name: string): ConditionKeyInfo | undefined {
  const lower = name.toLowerCase();
  const exact = byName.get(lower);
  if (exact !== undefined) return exact;
  return families.find(({ key, prefix }) => lower.startsWith(prefix) && fits(key, lower.slice(prefix.length)))
    ?.key;
}

/**
 * The variable part of a key that belongs to a family, as written: `aws:s3:arn` of `kms:EncryptionContext:aws:s3:arn`.
 *
 * @returns undefined for any other key
 */
export function variablePart(name: string): string | undefined {
  const prefix = findConditionKey(name)?.prefix;
  return prefix === undefined ? undefined : name.slice(prefix.length);
}

const multivalued = new Set<string>();
const multivaluedPrefixes: string[] = [];
for (const line of generatedMultivaluedKeys.trim().toLowerCase().split('\n')) {
  const placeholder = line.indexOf('${');
  if (placeholder === -1) multivalued.add(line);
  else multivaluedPrefixes.push(line.slice(0, placeholder));
}

/** A slash ends the variable part: `events:Metadata/${MetadataKey}/Matcher` is another key, with one value. */
function inMultivaluedFamily(lower: string): boolean {
  return multivaluedPrefixes.some(
    (prefix) => lower.startsWith(prefix) && lower !== prefix && !lower.includes('/', prefix.length),
  );
}

/**
 * Whether a request can carry several values for the key (IAM-095).
 *
 * @returns undefined for a key the catalog does not know. Of other services it knows only the multivalued keys, so their
 *   single-valued keys are undefined too.
 */
export function isMultivalued(name: string): boolean | undefined {
  const known = findConditionKey(name);
  if (known !== undefined) return known.multivalued;
  const lower = name.toLowerCase();
  return multivalued.has(lower) || inMultivaluedFamily(lower) ? true : undefined;
}

/**
 * The condition keys a request for an operation can carry that not every request can: those of KMS, and the tag keys.
 * Global keys (`operations: 'any'`) come on top.
 *
 * @param action with or without `kms:`, any case; nothing for an unknown one
 */
export function conditionKeysFor(action: string): readonly ConditionKeyInfo[] {
  const keys = findAction(action)?.conditionKeys ?? [];
  return keys.flatMap((key) => byName.get(key.toLowerCase()) ?? []);
}
