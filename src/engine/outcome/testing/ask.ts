import type { ApiErrorAnswer } from '#engine/explain/answer.ts';
import { answerRequest } from '#engine/explain/answerRequest.ts';
import { plain } from '#engine/explain/phrase.ts';
import { readScenario } from '#engine/scenario/readScenario.ts';
import type { Json } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';

type Fields = Readonly<Record<string, Json>>;

export const ACCOUNT = '111122223333';
export const KEY = `arn:aws:kms:us-west-2:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const OTHER_KEY = `arn:aws:kms:us-west-2:${ACCOUNT}:key/0987dcba-09fe-87dc-65ba-ab0987654321`;
export const APP = `arn:aws:sts::${ACCOUNT}:assumed-role/App/session`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/App`;
export const TARGET = `arn:aws:iam::${ACCOUNT}:role/Target`;

/** A statement that allows something with the key. */
export function allowing(principal: Json, action: Json = 'kms:*', more: Fields = {}): Fields {
  return { Effect: 'Allow', Principal: principal, Action: action, Resource: '*', ...more };
}

export function policyOf(...Statement: readonly Json[]): Fields {
  return { Version: '2012-10-17', Statement };
}

/** The role App may do everything, with this key by its policy and without a key by its IAM policy. */
export const openPolicy = policyOf(allowing({ AWS: [ACCOUNT, ROLE] }));

export interface Situation {
  /** KeyMetadata of the first key. */
  readonly metadata?: Fields;
  /** Further fields of the first key. */
  readonly key?: Fields;
  readonly otherKeys?: readonly Fields[];
  /** IAM policies of the role App; everything if omitted. */
  readonly iam?: Json;
}

/** Asks the whole engine: App's request about a key that it may do everything with, unless the situation says otherwise. */
export function ask(request: Fields, situation: Situation = {}): { decision: string; error: Asked | null } {
  const { metadata = {}, key = {}, otherKeys = [], iam } = situation;
  const document = iam ?? policyOf({ Effect: 'Allow', Action: '*', Resource: '*' });
  const scenario = {
    keyway: 1,
    keys: [
      { arn: KEY, policy: openPolicy, metadata, ...key },
      ...otherKeys.map((other) => ({ arn: OTHER_KEY, policy: openPolicy, ...other })),
    ],
    identities: [{ arn: ROLE, policies: [{ name: 'own', document }] }],
    requests: [{ principal: APP, ...request }],
  };
  const { scenarios, diagnostics } = readScenario(JSON.stringify(scenario));
  const [read] = scenarios;
  const [first] = read?.requests ?? [];
  if (read === undefined || first === undefined) throw new Error(JSON.stringify(diagnostics));
  const answered = answerRequest(buildWorld(read), first);
  if ('problems' in answered) throw new Error(JSON.stringify(answered.problems));
  const { decision, error } = answered.answer;
  return { decision, error: error && asked(error) };
}

export interface Asked {
  readonly name: string;
  readonly rule: string;
  readonly text: string;
}

function asked({ name, rule, text }: ApiErrorAnswer): Asked {
  return { name, rule, text: plain(text) };
}

/** One row of a table test: what is asked, and the error (`name rule`) or null. */
export type Row = readonly [what: string, request: Fields, situation: Situation, expected: string | null];

/** Error and rule of a row's request, which must be allowed: all of this comes after authorization. */
export function outcome([, request, situation]: Row): string | null {
  const { decision, error } = ask(request, situation);
  if (decision !== 'allowed') throw new Error(`The request is not allowed but ${decision}.`);
  return error && `${error.name} ${error.rule}`;
}
