import { interned } from '../vocabulary/interned.ts';
import { generatedActions, keyResourceConditionKeys } from './kmsActions.generated.data.ts';
import type {
  ActionGroupName,
  AuthorizedOn,
  GeneratedAction,
  IdentifierForm,
  KeyPolicySay,
  KeyRequirement,
  OperationRow,
  PermissionClass,
} from './operation.ts';
import { operationRows } from './operations.data.ts';
import { dataKeySpecs, parameterValues } from './parameterValues.data.ts';

/** A request parameter; `default` is what KMS takes when it is omitted. */
export interface ActionParameter {
  readonly name: string;
  readonly required: boolean;
  readonly default: string | undefined;
  /** All values there are, where they can be listed. */
  readonly values: readonly string[] | undefined;
}

/** What is known about one operation or permission of KMS. See `OperationRow` for the meaning of the shared fields. */
export interface ActionInfo {
  /** Canonical spelling with prefix: `kms:Decrypt`. */
  readonly name: string;
  readonly kind: 'operation' | 'permission' | 'both';
  readonly class: PermissionClass;
  readonly group: ActionGroupName | null;
  /** As in the Service Authorization Reference; an action can have two. */
  readonly accessLevels: readonly string[];
  readonly authorizedOn: AuthorizedOn;
  readonly keyPolicy: KeyPolicySay;
  /** False also for operations that are about no key. */
  readonly crossAccount: boolean;
  readonly grantOperation: boolean;
  /** Takes `DryRun`, which answers with an error even if the call would succeed. */
  readonly dryRun: boolean;
  /** The parameter that names the key, and the forms it accepts; none where the operation is about no key. */
  readonly keyParameter: string | undefined;
  readonly identifiers: readonly IdentifierForm[];
  /** A bare key ID also finds a key of another account, through the ciphertext (KMS-032). */
  readonly foreignKeyId: boolean;
  readonly keyRequirement: KeyRequirement;
  readonly parameters: readonly ActionParameter[];
  /** The permissions one call needs on keys it names; what a call needs besides is KMS-160 to KMS-164. */
  readonly permissions: readonly string[];
  /** Condition keys of KMS and tag keys that can be present; families in their general form, global keys left out. */
  readonly conditionKeys: readonly string[];
  readonly meaning: string;
  readonly source: string;
}

const identifierForms: Readonly<Record<NonNullable<OperationRow['identifier']>, readonly IdentifierForm[]>> =
  {
    key: ['keyId', 'keyArn'],
    keyOrAlias: ['keyId', 'keyArn', 'aliasName', 'aliasArn'],
    keyArn: ['keyArn'],
    alias: ['aliasName'],
    none: [],
  };

const generatedByName = new Map(generatedActions.map((action) => [action.name, action]));

function parameter(text: string, operation: string): ActionParameter {
  const [named = '', value] = text.split('=');
  const name = named.replace('!', '');
  const ofDataKey = name === 'KeySpec' && operation.startsWith('GenerateDataKey');
  return {
    name,
    required: named.endsWith('!'),
    default: value,
    values: ofDataKey ? dataKeySpecs : parameterValues[name],
  };
}

/** The deprecated pair works wherever the keys that replaced it do, though the reference attaches it to no action. */
const replaced: readonly (readonly [string, string])[] = [
  ['kms:KeySpec', 'kms:CustomerMasterKeySpec'],
  ['kms:KeyUsage', 'kms:CustomerMasterKeyUsage'],
];

function conditionKeysOf(row: OperationRow, generated: GeneratedAction | undefined): readonly string[] {
  const keys = new Set(row.conditionKeys ?? generated?.conditionKeys);
  if (row.on !== 'none') for (const key of keyResourceConditionKeys) keys.add(key);
  for (const [key, old] of replaced) if (keys.has(key)) keys.add(old);
  return [...keys].toSorted();
}

/** What an omitted field of a row means. */
const usual = {
  kind: 'both',
  on: 'key',
  keyPolicy: 'yes',
  crossAccount: false,
  grant: false,
  keyParameter: 'KeyId',
  identifier: 'key',
  foreignKeyId: false,
  key: {},
} as const;

function info(row: OperationRow): ActionInfo {
  // `kms:ReEncrypt` is no action (KMS-113); what is known of it is what is known of its two permissions.
  const generated = generatedByName.get(row.kind === 'operation' ? `${row.name}From` : row.name);
  const facts = { ...usual, ...row };
  const parameters =
    row.parameters === '' ? [] : row.parameters.split(' ').map((text) => parameter(text, row.name));
  const identifiers = identifierForms[facts.identifier];
  return {
    name: interned(`kms:${row.name}`),
    kind: facts.kind,
    class: row.class,
    group: row.group,
    accessLevels: row.accessLevels ?? generated?.accessLevels ?? [],
    authorizedOn: facts.on,
    keyPolicy: facts.keyPolicy,
    crossAccount: facts.crossAccount,
    grantOperation: facts.grant,
    dryRun: parameters.some(({ name }) => name === 'DryRun'),
    keyParameter: identifiers.length > 0 ? facts.keyParameter : undefined,
    identifiers,
    foreignKeyId: facts.foreignKeyId,
    keyRequirement: facts.key,
    parameters,
    permissions: row.permissions ?? [`kms:${row.name}`],
    conditionKeys: conditionKeysOf(row, generated),
    meaning: row.meaning,
    source: row.source,
  };
}

/** Every operation and permission, by name. */
export const kmsActions: readonly ActionInfo[] = operationRows.map(info);

const bySpelling = new Map(kmsActions.map((action) => [action.name, action]));
const byName = new Map(kmsActions.map((action) => [action.name.toLowerCase(), action]));

/**
 * Looks an operation or permission up, with or without `kms:`, ignoring case (KMS-168).
 *
 * @returns undefined for anything else, patterns and actions of other services included. `kms:ReEncrypt` is found with
 *   `kind: 'operation'`: it can be called, but as an action of a policy it matches nothing (KMS-113).
 */
export function findAction(name: string): ActionInfo | undefined {
  const known = bySpelling.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  return byName.get(lower.startsWith('kms:') ? lower : `kms:${lower}`);
}

/** What policies can name, in canonical spelling, sorted. */
export const kmsActionNames: readonly string[] = kmsActions
  .filter((action) => action.kind !== 'operation')
  .map((action) => action.name);

/** What a request can ask for, in canonical spelling, sorted: `kms:ReEncrypt` instead of its two permissions. */
export const kmsOperationNames: readonly string[] = kmsActions
  .filter((action) => action.kind !== 'permission')
  .map((action) => action.name);

/** A column of the access table with the permissions it counts. */
export interface ActionGroup {
  readonly name: ActionGroupName;
  /** One line for the column's heading. */
  readonly meaning: string;
  readonly actions: readonly string[];
}

const groupMeanings: readonly (readonly [ActionGroupName, string])[] = [
  ['Use', 'Encrypt, decrypt, sign and the like with the key.'],
  ['Read about', 'See the key’s properties, policy, grants and tags.'],
  ['Manage', 'Change how the key works: rotation, import, aliases, tags, replicas.'],
  ['Delegate', 'Decide who else may do something: key policy and grants.'],
  ['Destroy', 'Make the key unusable, for a while or for good.'],
];

/** The groups in display order. Permissions that are about no key, and KMS’s internal one, are in none. */
export const actionGroups: readonly ActionGroup[] = groupMeanings.map(([name, meaning]) => ({
  name,
  meaning,
  actions: kmsActions
    .filter((action) => action.group === name && action.kind !== 'operation')
    .map((action) => action.name),
}));
