import type { TracedCheck } from '../authorize/trace.ts';
import type { ApiErrorAnswer, Decision } from '../explain/answer.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code } from '../explain/words.ts';
import type { Caller } from '../request/caller.ts';
import type { CallOfService } from '../request/reading.ts';
import { regionOf } from '../request/prepare.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import type { World } from '../world/world.ts';
import { type AwsMessage, messageText, observed } from './awsMessage.ts';
import { refusingLayers } from './blockers.ts';
import { denialText, namesNoKey, olderDecryptText } from './denialText.ts';
import { errorText, foreignKeyText } from './errorText.ts';
import { leftOut } from './leftOut.ts';

/** A request with its answer, as far as the message depends on it. */
export interface AnsweredCall {
  readonly world: World;
  readonly request: ScenarioRequest;
  readonly caller: Caller;
  readonly operation: string;
  readonly checks: readonly TracedCheck[];
  readonly decision: Decision;
  readonly error: ApiErrorAnswer | null;
  /** The calls to KMS that a service makes for it. */
  readonly serviceCalls?: readonly CallOfService[];
}

const RULE = 'KMS-255';

/**
 * The error the caller would get, in AWS's own words, next to what these leave out (KMS-255).
 *
 * @returns null where the call works. Never throws on user input.
 */
export function messageOf(call: AnsweredCall): AwsMessage | null {
  if (call.error !== null) return ofError(call, call.error);
  return call.decision === 'allowed' ? null : ofDenial(call);
}

function ofError(call: AnsweredCall, error: ApiErrorAnswer): AwsMessage {
  const target = call.checks.find(({ check }) => check.target.kind === 'key')?.check.target;
  const key = target?.kind === 'key' ? target.key : undefined;
  const refused = { ...call, error, key, region: key?.region ?? regionOf(call.world) };
  const parts = errorText(refused);
  const instead = foreignKeyText(refused);
  return {
    code: error.name,
    parts,
    alternatives: instead === undefined ? [] : [instead],
    leavesOut: [...silence(parts.length === 0, error.name), ...unknownKey(error)],
    rule: RULE,
  };
}

function silence(isSilent: boolean, name: string): readonly Phrase[] {
  if (!isSilent) return [];
  return name === 'InvalidCiphertextException'
    ? [['Everything: KMS sends this error without a text.']]
    : [['The text itself: no page or report that is known here quotes what KMS says in this case.']];
}

/** Across accounts a key that is not there and one that is refused are not told apart (KMS-253). */
function unknownKey({ name, rule }: ApiErrorAnswer): readonly Phrase[] {
  if (name === 'AccessDeniedException')
    return [['Which of the three reasons it is. Here the key does not exist, as far as this scenario goes.']];
  return rule === 'KMS-253'
    ? [
        [
          'Whether the key exists: of a key of another account KMS may say ',
          code('AccessDeniedException'),
          ' instead.',
        ],
      ]
    : [];
}

function ofDenial(call: AnsweredCall): AwsMessage {
  const denied = call.checks.filter(({ outcome }) => outcome.decision === call.decision);
  const [first, ...others] = denied;
  if (call.caller.kind === 'anonymous') return unsigned;
  if (call.caller.kind === 'service' || first?.outcome.bar !== undefined || first === undefined)
    return unpublished(call.caller.kind === 'service');
  const request = requestBehind(call, first);
  const blockers = refusingLayers(first);
  const texts = blockers.map((blocker) => denialText(first, request, blocker));
  const parts = texts[0] ?? denialText(first, request, undefined);
  const older = namesNoKey(first, request) ? [olderDecryptText] : [];
  const own = messageText({ parts });
  const alternatives = [...texts.slice(1).flatMap((one) => messageText({ parts: one }) ?? []), ...older];
  return {
    code: isKms(call) ? 'AccessDeniedException' : 'AccessDenied',
    parts,
    alternatives: [...new Set(alternatives)].filter((text) => text !== own),
    leavesOut: leftOut({
      traced: first,
      request,
      blockers,
      otherActions: [...new Set(others.map(({ check }) => check.action))].filter(
        (action) => action !== first.check.action,
      ),
    }),
    rule: RULE,
  };
}

/** The request that a check belongs to: the caller's, or the one that a service makes for it. */
function requestBehind(
  { request, serviceCalls = [] }: AnsweredCall,
  { check }: TracedCheck,
): ScenarioRequest {
  return serviceCalls.find(({ checks }) => checks.includes(check))?.request ?? request;
}

function isKms({ operation }: AnsweredCall): boolean {
  return operation.toLowerCase().startsWith('kms:');
}

const unsigned: AwsMessage = {
  code: 'MissingAuthenticationTokenException',
  parts: [observed('Missing Authentication Token')],
  alternatives: [],
  leavesOut: [['That no policy could change it: KMS takes signed requests only.']],
  rule: RULE,
};

function unpublished(isService: boolean): AwsMessage {
  return {
    code: 'AccessDeniedException',
    parts: [],
    alternatives: [],
    leavesOut: isService
      ? [['The text itself: KMS tells it to the service, and the service shows people an error of its own.']]
      : [
          [
            'The text itself: no page or report that is known here quotes it for an operation that does not work across accounts.',
          ],
        ],
    rule: RULE,
  };
}
