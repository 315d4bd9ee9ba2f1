import { findAction } from '../catalog/actions.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import { type Caller, callerAccount } from '../request/caller.ts';
import { textParameter } from '../request/parameters.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyInWorld } from '../world/world.ts';
import { callerArn } from './callerArn.ts';
import { vagueReason } from './denialText.ts';
import { documented, inferred, type MessagePart, messageText, observed } from './awsMessage.ts';

/** A request that KMS refuses for another reason than policies. */
export interface Refused {
  readonly request: ScenarioRequest;
  readonly caller: Caller;
  readonly operation: string;
  readonly error: ApiErrorAnswer;
  /** The key it is about; undefined where KMS does not find one. */
  readonly key: KeyInWorld | undefined;
  /** Where the call is made, for keys that are named without a Region. */
  readonly region: string;
}

type Writer = (refused: Refused) => readonly MessagePart[];

/**
 * The texts of API errors as far as AWS documents them or public reports quote them (KMS-255). An error that is not here,
 * or a case of it, has no published text.
 */
const writers: Readonly<Record<string, Writer>> = {
  // The key of a ciphertext that is none of the caller's.
  AccessDeniedException: (refused) =>
    refusedText(refused, ' on the resource associated with this ciphertext'),
  DisabledException: ({ key }) => (key === undefined ? [] : [observed(`${key.arn} is disabled.`)]),
  KMSInvalidStateException: invalidState,
  InvalidKeyUsageException: wrongUsage,
  IncorrectKeyException: () => [
    documented('The key ID in the request does not identify a CMK that can perform this operation.'),
  ],
  NotFoundException: notFound,
  MalformedPolicyDocumentException: ({ error }) =>
    error.rule === 'KMS-016'
      ? [observed('The new key policy will not allow you to update the key policy in the future.')]
      : [],
  DryRunOperationException: () => [
    inferred('The request would have succeeded, but the DryRun option is set.'),
  ],
};

function refusedText({ caller, operation }: Refused, where: string): readonly MessagePart[] {
  const permission = findAction(operation)?.permissions[0] ?? operation;
  return [
    documented(`User: ${callerArn(caller)} is not authorized to perform: ${permission}`),
    observed(`${where}${vagueReason}`),
  ];
}

/** What KMS may say of another account's key instead of that it does not exist (KMS-253). */
export function foreignKeyText(refused: Refused): string | undefined {
  if (refused.error.rule !== 'KMS-253') return undefined;
  return messageText({ parts: refusedText(refused, ' on this resource') });
}

export function errorText(refused: Refused): readonly MessagePart[] {
  const { name } = refused.error;
  return Object.hasOwn(writers, name) ? (writers[name]?.(refused) ?? []) : [];
}

function invalidState({ key }: Refused): readonly MessagePart[] {
  switch (key?.state) {
    case 'PendingDeletion':
      return [observed(`${key.arn} is pending deletion.`)];
    case 'PendingImport':
      return [inferred(`${key.arn} is pending import.`)];
    default:
      return [];
  }
}

function wrongUsage({ key, operation }: Refused): readonly MessagePart[] {
  const needed = findAction(operation)?.keyRequirement.usage;
  if (key === undefined || needed === undefined || needed === key.usage) return [];
  const name = operation.slice('kms:'.length);
  return [inferred(`${key.arn} key usage is ${key.usage} which is not valid for ${name}.`)];
}

/** KMS spells a name out as the ARN it looked for. Grants that are not found have no published text. */
function notFound(refused: Refused): readonly MessagePart[] {
  const isAboutKeys = refused.error.rule === 'KMS-031' || refused.error.rule === 'KMS-253';
  const arn = isAboutKeys ? lookedFor(refused) : undefined;
  if (arn === undefined) return [];
  const isAlias = splitArn(arn)?.resource.startsWith('alias/') === true;
  return [observed(isAlias ? `Alias ${arn} is not found.` : `Key '${arn}' does not exist`)];
}

function lookedFor({ request, caller, operation, region }: Refused): string | undefined {
  const parameter = findAction(operation)?.keyParameter ?? 'KeyId';
  const text = request.resource ?? textParameter(request.parameters ?? {}, parameter) ?? '';
  if (splitArn(text) !== undefined) return text;
  const account = callerAccount(caller);
  if (text === '' || account === undefined || region === '') return undefined;
  return `arn:aws:kms:${region}:${account}:${text.startsWith('alias/') ? text : `key/${text}`}`;
}
