import type { NaiveCaller } from './caller.ts';
import { conditionHolds, type Heard } from './conditions.ts';
import type { NaiveContext } from './context.ts';
import { type Glob, globFits, globOf, globTextFits } from './glob.ts';
import {
  type Json,
  type JsonObject,
  documentOf,
  isObject,
  listed,
  memberOf,
  type PlainIdentity,
  textsOf,
} from './plain.ts';
import { classesOf, type NaiveClass } from './principals.ts';
import { substituted } from './variables.ts';

export type PolicyKind =
  | 'key'
  | 'resource'
  | 'identity'
  | 'boundary'
  | 'session'
  | 'scp'
  | 'rcp'
  | 'endpoint';

/** What the policies of one kind say. */
export interface NaiveAnswer {
  readonly denies: boolean;
  /** The classes in which an Allow names the caller; `ANY` for policies that name nobody. */
  readonly allows: ReadonlySet<NaiveClass>;
}

/** What a statement is asked. */
export interface Question {
  readonly action: string;
  /** ARN, or `*` for an action without a resource. */
  readonly resource: string;
  /** Where a KMS action without a resource takes place: `arn:aws:kms:us-east-1:111122223333:`. */
  readonly place: string | undefined;
  readonly caller: NaiveCaller;
  readonly identities: readonly PlainIdentity[];
  readonly context: NaiveContext;
  /** The caller has a permissions boundary (IAM-042). */
  readonly bounded: boolean;
  readonly listen?: StatementListener | undefined;
}

/** Hears about every condition that is evaluated, and in what kind of statement. */
export type StatementListener = (heard: Heard, kind: PolicyKind, effect: 'Allow' | 'Deny') => void;

/** IAM-002, IAM-120: every statement of every document for itself. */
export function policiesAnswer(
  kind: PolicyKind,
  documents: readonly Json[],
  question: Question,
): NaiveAnswer {
  const applying = documents.map(documentOf).flatMap((document) => {
    const variables = memberOf(document, 'Version') === '2012-10-17';
    return listed(memberOf(document, 'Statement'))
      .filter(isObject)
      .map((statement) => ({
        isDeny: statement['Effect'] === 'Deny',
        classes: statementClasses(kind, statement, question, variables),
      }));
  });
  return {
    denies: applying.some(({ isDeny, classes }) => isDeny && classes.length > 0),
    allows: new Set(applying.flatMap(({ isDeny, classes }) => (isDeny ? [] : classes))),
  };
}

/** The classes in which a statement applies; none if it does not. */
function statementClasses(
  kind: PolicyKind,
  statement: JsonObject,
  question: Question,
  variables: boolean,
): readonly NaiveClass[] {
  if (isInert(kind, statement)) return [];
  const classes = principalPart(kind, statement, question);
  if (classes.length === 0 || !actionFits(statement, question.action)) return [];
  if (!resourceFits(kind, statement, question, variables)) return [];
  const context = kind === 'key' ? asSeenByKeyPolicy(question.context) : question.context;
  const effect = statement['Effect'] === 'Deny' ? 'Deny' : 'Allow';
  const listen = question.listen && ((heard: Heard) => question.listen?.(heard, kind, effect));
  return conditionHolds(statement['Condition'], { context, variables, listen }) ? classes : [];
}

const named: readonly PolicyKind[] = ['key', 'resource', 'rcp', 'endpoint'];
const isEmpty = (value: Json | undefined): boolean =>
  value !== undefined && (isObject(value) ? Object.values(value).every(isEmpty) : listed(value).length === 0);

/** Statements that a policy of this type cannot hold, or that say nothing (IAM-007, IAM-011 to IAM-013, IAM-015, KMS-019). */
function isInert(kind: PolicyKind, statement: JsonObject): boolean {
  const count = (...names: readonly string[]): number =>
    names.filter((name) => statement[name] !== undefined).length;
  const effect = statement['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') return true;
  // IAM-125: RCPs of one's own only deny.
  if (kind === 'rcp' && effect === 'Allow') return true;
  if (count('Action', 'NotAction') !== 1) return true;
  if (count('Principal', 'NotPrincipal') !== (named.includes(kind) ? 1 : 0)) return true;
  const resources = count('Resource', 'NotResource');
  if (resources > 1 || (resources === 0 && kind !== 'resource')) return true;
  return elements.some((name) => isEmpty(statement[name]));
}

const elements = ['Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal'];

/** IAM-021, IAM-040 to IAM-042. */
function principalPart(kind: PolicyKind, statement: JsonObject, question: Question): readonly NaiveClass[] {
  if (!named.includes(kind)) return ['ANY'];
  const { caller, identities } = question;
  const { Principal: principal, NotPrincipal: notPrincipal } = statement;
  if (principal !== undefined) return [...classesOf(principal, caller, identities)];
  if (notPrincipal === undefined) return [];
  // IAM-042 speaks of users and roles, not of a user's federated sessions.
  const isUserOrRole = caller.kind === 'user' || caller.kind === 'session';
  const trapped = question.bounded && isUserOrRole && statement['Effect'] === 'Deny';
  return trapped || classesOf(notPrincipal, caller, identities).size === 0 ? ['ANY'] : [];
}

/** IAM-050 to IAM-053: ignoring case; a pattern without a colon only if it is `*`. */
function actionFits(statement: JsonObject, action: string): boolean {
  const fits = (pattern: string): boolean =>
    pattern === '*' || (pattern.includes(':') && globTextFits(pattern.toLowerCase(), action.toLowerCase()));
  const { Action: actions, NotAction: notActions } = statement;
  return actions === undefined ? !textsOf(notActions).some(fits) : textsOf(actions).some(fits);
}

/** IAM-060 to IAM-067. */
function resourceFits(
  kind: PolicyKind,
  statement: JsonObject,
  question: Question,
  variables: boolean,
): boolean {
  const covers = (text: string): boolean => resourceCovers(completed(kind, text), question, variables);
  const { Resource: resources, NotResource: notResources } = statement;
  if (resources !== undefined) return textsOf(resources).some(covers);
  // IAM-066: without either, another service's resource policy means its resource.
  return notResources === undefined || !textsOf(notResources).some(covers);
}

/** IAM-062: in identity policies, missing fields at the end count as `*`. */
function completed(kind: PolicyKind, text: string): string {
  const missing = 6 - text.split(':').length;
  const completes = (kind === 'identity' || kind === 'boundary') && text.startsWith('arn:') && missing > 0;
  return completes ? text + ':*'.repeat(missing) : text;
}

function resourceCovers(text: string, { resource, place, context }: Question, variables: boolean): boolean {
  if (resource === '*') {
    // KMS-023, IAM-055: `*`, or for KMS a pattern of everything in the account and Region.
    return text === '*' || (place !== undefined && text.endsWith('*') && globTextFits(text, place));
  }
  const glob = resourceGlob(text, context, variables);
  return glob !== undefined && globFits(glob, resource);
}

/** Variables work after the fifth colon (IAM-110). */
function resourceGlob(text: string, context: NaiveContext, variables: boolean): Glob | undefined {
  const parts = text.split(':');
  if (!variables || parts.length < 6) return globOf(text);
  const tail = substituted(parts.slice(5).join(':'), context);
  return tail && [...globOf(`${parts.slice(0, 5).join(':')}:`), ...tail];
}

/** KMS-134: two kinds of keys work in IAM policies only. */
function asSeenByKeyPolicy(context: NaiveContext): NaiveContext {
  return new Map(
    [...context].filter(([name]) => name !== 'kms:resourcealiases' && !name.startsWith('aws:resourcetag/')),
  );
}
