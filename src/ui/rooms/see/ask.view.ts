import type { AccessPrincipal, AccessTable, GroupCell } from '#engine/access/table.ts';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import type { WorkspaceState } from '#state/app.ts';
import { shownKeyIndex } from '#state/keyEdits.ts';
import type { AccessGraph } from './graph.view.ts';
import type { Pointed } from './highlight.view.ts';
import { cellOf, entryOf } from './pointing.view.ts';
import { bareAction } from './words.view.ts';

/** A question that can be put to Ask, or why there is none. */
export type Question =
  | { readonly principal: string; readonly action: string; readonly because: null }
  | { readonly principal: null; readonly action: null; readonly because: string };

type Operations = Suggestions['operations'];

/** The question about one principal and one action of a policy. Actions that cannot be called by name ask the call that needs them. */
export function questionAbout(principal: AccessPrincipal, action: string, operations: Operations): Question {
  if (principal.ask === null) return none(notOnePrincipal(principal));
  const operation = operationOf(action, operations);
  if (operation === null)
    return none(`No request is made for \`${action}\` by itself, so there is nothing to ask.`);
  return { principal: principal.ask, action: operation, because: null };
}

/** Why a principal cannot be asked about. */
export function notOnePrincipal({ kind, label }: AccessPrincipal): string {
  if (kind === 'account') {
    return `${label} stands for its other principals here, not for one. Name one of them in Ask.`;
  }
  return `${label} is not one principal, so there is no request to ask. Name a principal in Ask.`;
}

/** The action that stands for a cell: the first that has the cell's own value. */
export function representativeAction(cell: GroupCell): string | null {
  const action = cell.actions.find((other) => other.value === cell.value) ?? cell.actions[0];
  return action?.action ?? null;
}

/** "Asks about kms:Decrypt, the first of 11 that depend." */
export function representativeWords(cell: GroupCell, action: string): string {
  const same = cell.actions.filter((other) => other.value === cell.value).length;
  return same < 2 ? `Asks about ${action}.` : `Asks about ${action}, the first of ${same} like it.`;
}

/**
 * The question about where one stands in the graph: a principal asks for itself with the request's own action, a group asks
 * its first action for the request's own principal, a pair asks the action that stands for it.
 */
export function questionStanding(
  graph: AccessGraph,
  at: Pointed,
  request: ScenarioRequest,
  operations: Operations,
): Question {
  const entry = entryOf(graph, at.principal);
  const cell = entry === null || at.group === null ? null : cellOf(entry, at.group);
  const action = cell === null ? firstAction(graph, at.group) : representativeAction(cell);
  if (entry === null) {
    const operation = action === null ? null : operationOf(action, operations);
    return operation === null
      ? none('There is nothing to ask about here.')
      : { principal: request.principal, action: operation, because: null };
  }
  const [member, ...others] = entry.members;
  if (member === undefined || others.length > 0) {
    return none(`${entry.label} stands for ${entry.members.length} principals. Open it and choose one.`);
  }
  if (action !== null) return questionAbout(member, action, operations);
  return member.ask === null
    ? none(notOnePrincipal(member))
    : { principal: member.ask, action: request.action, because: null };
}

function firstAction(graph: AccessGraph, group: string | null): string | null {
  return graph.groups.find((node) => node.group === group)?.actions[0] ?? null;
}

/** What was asked, or why nothing was. */
export function askedWords(question: Question): string {
  return question.principal === null
    ? question.because
    : `Asked: can ${question.principal} do ${question.action}?`;
}

/** The request with another principal and action; everything else the user said stays. */
export function asking(request: ScenarioRequest, question: Question): ScenarioRequest {
  if (question.principal === null) return request;
  return { ...request, principal: question.principal, action: question.action };
}

/** Whom of the table the request's principal is: itself, else its account, else anyone else. */
export function callerIn(table: AccessTable, principal: string): AccessPrincipal | null {
  const find = (test: (candidate: AccessPrincipal) => boolean) => table.principals.find(test);
  const account = principal.split(':')[4];
  return (
    find((candidate) => candidate.ask === principal || candidate.id === principal) ??
    find(
      ({ ask }) => ask !== null && sessionRole(ask) !== null && sessionRole(ask) === sessionRole(principal),
    ) ??
    find((candidate) => candidate.kind === 'account' && account !== '' && candidate.account === account) ??
    find((candidate) => candidate.kind === 'anyone') ??
    null
  );
}

/** The group a request's operation belongs to. */
export function groupOfOperation(table: AccessTable, operation: string): string | null {
  const wanted = operation === 'kms:ReEncrypt' ? 'kms:ReEncryptFrom' : operation;
  const same = (action: string) => action.toLowerCase() === wanted.toLowerCase();
  return table.groups.find((group) => group.actions.some(same))?.name ?? null;
}

/** `…:assumed-role/App/session` without the session's name: sessions of one role are one row. */
function sessionRole(arn: string): string | null {
  const [role, name, session] = arn.split('/');
  const isSession = role?.endsWith(':assumed-role') === true && session !== undefined;
  return isSession ? `${role}/${name}` : null;
}

const callsThatNeed: Readonly<Record<string, string>> = {
  ReEncryptFrom: 'ReEncrypt',
  ReEncryptTo: 'ReEncrypt',
};

function operationOf(action: string, operations: Operations): string | null {
  const name = bareAction(action);
  const call = callsThatNeed[name];
  if (call !== undefined) return `kms:${call}`;
  if (operations.length === 0) return action;
  return operations.some((operation) => bareAction(operation.name) === name) ? action : null;
}

function none(because: string): Question {
  return { principal: null, action: null, because };
}

/** The question, about the key that See shows: the first key needs no name, another one does. */
export function aboutShownKey(
  request: ScenarioRequest,
  { scenario, shownKey }: Pick<WorkspaceState, 'scenario' | 'shownKey'>,
): ScenarioRequest {
  const index = shownKeyIndex(scenario, shownKey);
  const arn = scenario.keys[index]?.arn;
  if (index > 0 && arn !== undefined) return { ...request, resource: arn };
  const { resource, ...rest } = request;
  return scenario.keys.slice(1).some((key) => key.arn === resource) ? rest : request;
}
