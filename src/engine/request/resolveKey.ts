import type { ActionInfo } from '../catalog/actions.ts';
import type { IdentifierForm } from '../catalog/operation.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import { type Caller, callerAccount, callerPartition } from './caller.ts';
import type { NotFound } from './reading.ts';

/** How a request named a key, and the alias name in it, if any (the value of `kms:RequestAlias`). */
export interface KeyIdentifier {
  readonly text: string;
  readonly form: IdentifierForm;
  readonly alias: string | undefined;
}

export type ResolvedKey =
  | { readonly key: KeyInWorld; readonly identifier: KeyIdentifier }
  /** KMS answers `NotFoundException`; one clause says where it looked. */
  | NotFound;

export function readKeyIdentifier(text: string): KeyIdentifier {
  if (text.startsWith('alias/')) return { text, form: 'aliasName', alias: text };
  const resource = splitArn(text)?.resource;
  if (resource === undefined) return { text, form: 'keyId', alias: undefined };
  if (resource.startsWith('alias/')) return { text, form: 'aliasArn', alias: resource };
  return { text, form: 'keyArn', alias: undefined };
}

/**
 * Finds the key a request names, as KMS resolves identifiers (KMS-031…034): ARNs in the account and Region they name, bare
 * key ids and alias names in the caller's account, except that Decrypt and ReEncrypt of symmetric ciphertext also take a
 * foreign key id.
 *
 * @param action tells which forms the operation accepts.
 */
export function resolveKey(text: string, action: ActionInfo, caller: Caller, world: World): ResolvedKey {
  const identifier = readKeyIdentifier(text);
  const keyParameter = action.keyParameter ?? 'KeyId';
  if (action.identifiers.length > 0 && !accepts(action, identifier.form)) {
    return {
      notFound: `\`${action.name}\` takes ${formsInWords(action.identifiers)} as \`${keyParameter}\`, and \`${text}\` is ${formInWords[identifier.form]}`,
    };
  }
  const partition = callerPartition(caller);
  const named = world.keys.filter((candidate) => isNamed(candidate, identifier, action, caller));
  const key = named.find((candidate) => partition === undefined || candidate.partition === partition);
  if (key !== undefined) return { key, identifier };
  const [elsewhere] = named;
  if (elsewhere !== undefined && partition !== undefined)
    return { notFound: otherPartition(elsewhere, partition), rule: 'IAM-019' };
  return notThere(identifier, caller);
}

function otherPartition(key: KeyInWorld, partition: string): string {
  return `the caller is of partition \`${partition}\`, and from there no request reaches the key of partition \`${key.partition}\``;
}

/** Across accounts a key that is not there and one that is refused are not told apart reliably (KMS-253). */
function notThere(identifier: KeyIdentifier, caller: Caller): NotFound {
  const where = `${whereLooked(identifier, caller)} there is no key \`${identifier.text}\``;
  const owner = splitArn(identifier.text)?.account;
  const account = callerAccount(caller);
  return owner === undefined || account === undefined || owner === account
    ? { notFound: where }
    : {
        notFound: `${where}, which would be another account's, so that KMS may also answer \`AccessDeniedException\``,
        rule: 'KMS-253',
      };
}

/** CreateAlias and its kin name the key by id or ARN in `TargetKeyId`; their own identifier column is about the alias. */
function accepts(action: ActionInfo, form: IdentifierForm): boolean {
  return (
    action.identifiers.includes(form) ||
    (action.authorizedOn === 'alias+key' && (form === 'keyId' || form === 'keyArn'))
  );
}

function isNamed(key: KeyInWorld, identifier: KeyIdentifier, action: ActionInfo, caller: Caller): boolean {
  switch (identifier.form) {
    case 'keyArn':
      return key.arn === identifier.text;
    case 'aliasArn':
      return isPlaceOf(key, identifier.text) && hasAlias(key, identifier);
    case 'keyId':
      return (
        key.id === identifier.text &&
        (isOwn(key, caller) || (action.foreignKeyId && key.spec === 'SYMMETRIC_DEFAULT'))
      );
    case 'aliasName':
      return hasAlias(key, identifier) && isOwn(key, caller);
    default:
      return identifier.form satisfies never;
  }
}

function isPlaceOf(key: KeyInWorld, text: string): boolean {
  const arn = splitArn(text);
  return arn?.partition === key.partition && arn.region === key.region && arn.account === key.account;
}

function hasAlias(key: KeyInWorld, identifier: KeyIdentifier): boolean {
  return identifier.alias !== undefined && key.aliases.includes(identifier.alias);
}

/** A caller without an account (a service principal) names keys by ARN in practice; a bare id is then taken as the key meant. */
export function isOwn(key: KeyInWorld, caller: Caller): boolean {
  const account = callerAccount(caller);
  return account === undefined || account === key.account;
}

function whereLooked(identifier: KeyIdentifier, caller: Caller): string {
  const account = callerAccount(caller);
  const inCallersAccount = identifier.form === 'keyId' || identifier.form === 'aliasName';
  return inCallersAccount && account !== undefined
    ? `in the caller's account \`${account}\``
    : 'in this scenario';
}

const formInWords: Readonly<Record<IdentifierForm, string>> = {
  keyId: 'a key ID',
  keyArn: 'a key ARN',
  aliasName: 'an alias name',
  aliasArn: 'an alias ARN',
};

function formsInWords(forms: readonly IdentifierForm[]): string {
  return forms.map((form) => formInWords[form]).join(' or ');
}
