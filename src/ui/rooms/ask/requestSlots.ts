import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Study, Suggestions } from '#engine/study.ts';
import { accountOf, isAccountId, splitArn } from '#engine/vocabulary/arn.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import { encryptionContextsOf } from './parameterForms.ts';
import { rowsOfPairs } from './pairRows.ts';

/** A slot of the sentence. `text` is what it says at rest, `value` what is edited. */
export interface Slot {
  readonly text: string;
  readonly value: string;
}

export interface EncryptionContextSlot {
  readonly parameter: string;
  /** "source", "destination", or nothing where there is only one. */
  readonly which: string;
  /** `tenant = a1`, or null where none is given. */
  readonly text: string | null;
  /** How many pairs `text` leaves out. */
  readonly more: number;
}

/** The request as a sentence: *Can … in … do … with … , via … , with encryption context …?* */
export interface RequestSlots {
  readonly principal: Slot;
  /** The account the principal's ARN says, where it says one. */
  readonly account: string | null;
  readonly operation: Slot;
  /** Null: this key, by its ARN. */
  readonly resource: Slot | null;
  /** Null: neither given nor looked at by any policy, so the sentence does without it. */
  readonly via: Slot | null;
  readonly encryptionContexts: readonly EncryptionContextSlot[];
}

export function requestSlots(
  request: ScenarioRequest,
  scenario: Scenario,
  suggestions: Suggestions | null,
): RequestSlots {
  const principal = principalSlot(request.principal);
  const via = request.viaService;
  return {
    principal: { text: principal.text, value: request.principal },
    account: principal.account,
    operation: { text: request.action, value: request.action },
    resource:
      request.resource === undefined ? null : { text: keyText(request.resource), value: request.resource },
    via:
      via !== undefined || policiesMention(scenario, 'kms:ViaService')
        ? { text: serviceText(via ?? ''), value: via ?? '' }
        : null,
    encryptionContexts: encryptionContextSlots(request, suggestions),
  };
}

/** The principal as short as it is still clear, and apart from it the account. */
export function principalSlot(value: string): { readonly text: string; readonly account: string | null } {
  const text = value.trim();
  if (isAccountId(text)) return { text: 'root', account: text };
  const arn = splitArn(text);
  const account = accountOf(text);
  if (arn === undefined || arn.resource === '' || account === undefined) return { text, account: null };
  return { text: arn.resource, account };
}

/** `s3.us-east-1.amazonaws.com` → `s3.us-east-1`: the domain is the same for every service. */
export function serviceText(service: string): string {
  return service.endsWith('.amazonaws.com') ? service.slice(0, -'.amazonaws.com'.length) : service;
}

/** A key or alias ARN by its last part; anything else as it is. */
export function keyText(identifier: string): string {
  const arn = splitArn(identifier.trim());
  return arn === undefined || arn.resource === '' ? identifier : arn.resource;
}

export function encryptionContextSlots(
  request: ScenarioRequest,
  suggestions: Suggestions | null,
): readonly EncryptionContextSlot[] {
  const isLookedAt = (suggestions?.encryptionContext.length ?? 0) > 0;
  return encryptionContextsOf(request.action)
    .map((parameter) => encryptionContextSlot(request, parameter))
    .filter(({ text }) => text !== null || isLookedAt);
}

/** "3 context values and 1 parameter set": what the request says beyond the sentence. Null for nothing. */
export function beyondTheSentence(request: ScenarioRequest): string | null {
  const context = Object.keys(request.context ?? {}).length;
  const inSentence = new Set(encryptionContextsOf(request.action));
  const parameters = Object.keys(request.parameters ?? {}).filter((name) => !inSentence.has(name)).length;
  const session = sessionDetails(request);
  const parts = [
    counted(context, 'context value'),
    counted(parameters, 'parameter'),
    counted(session, 'session detail'),
    request.ciphertext === undefined ? null : 'the ciphertext',
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `${joined(parts)} set`;
}

/** Which fields about the session make sense for this principal; what is set is always shown. */
export interface SessionFieldsShown {
  /** What the issuer is called, or null for a principal that has none. */
  readonly issuer: string | null;
  readonly hasTags: boolean;
  readonly hasPolicies: boolean;
}

export function sessionFieldsOf({ principal, session = {} }: ScenarioRequest): SessionFieldsShown {
  const kind = readIdentityArn(principal.trim())?.kind ?? 'other';
  const isSession = ['session', 'federatedUser', 'role'].includes(kind);
  const issuer = kind === 'federatedUser' ? 'User who federated' : 'Role of the session, with its path';
  return {
    issuer: isSession || session.issuer !== undefined ? issuer : null,
    hasTags: isSession || session.tags !== undefined,
    hasPolicies: isSession || session.policies !== undefined,
  };
}

export type RequestProblem = Study['requestProblems'][number];

/** The problems about one field of the request, or about something inside it (`parameters.EncryptionContext`). */
export function problemsAt(problems: readonly RequestProblem[], field: string): readonly RequestProblem[] {
  return problems.filter(
    (problem) =>
      problem.field === field ||
      problem.field.startsWith(`${field}.`) ||
      problem.field.startsWith(`${field}[`),
  );
}

/** Whether a key policy or IAM policy writes this condition key. A look at the text: it only decides what is offered. */
export function policiesMention(scenario: Scenario, key: string): boolean {
  const documents = [
    ...scenario.keys.map(({ policy }) => policy),
    ...scenario.identities.flatMap(({ policies = [] }) => policies.map(({ document }) => document)),
  ];
  return documents.some(({ text }) => text.toLowerCase().includes(`"${key.toLowerCase()}"`));
}

/** "Encryption context", "Source encryption context". */
export function encryptionContextName(parameter: string): string {
  const which = parameter.slice(0, -'EncryptionContext'.length);
  return which === '' ? 'Encryption context' : `${which} encryption context`;
}

function encryptionContextSlot(request: ScenarioRequest, parameter: string): EncryptionContextSlot {
  const rows = rowsOfPairs(request.parameters?.[parameter]);
  const [first] = rows;
  return {
    parameter,
    which: parameter.slice(0, -'EncryptionContext'.length).toLowerCase(),
    text: first === undefined ? null : `${first.key} = ${first.value}`,
    more: Math.max(0, rows.length - 1),
  };
}

function sessionDetails({ session }: ScenarioRequest): number {
  if (session === undefined) return 0;
  return (
    (session.policies?.length ?? 0) +
    Object.keys(session.tags ?? {}).length +
    (session.mfaAuthenticated === undefined ? 0 : 1) +
    (session.issuer === undefined ? 0 : 1)
  );
}

function counted(count: number, one: string, many = `${one}s`): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
