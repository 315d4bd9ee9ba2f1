import type { DocumentReport } from '#engine/study.ts';
import { formatted } from '#engine/language/format.ts';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import {
  withBoundary,
  withoutBoundary,
  withoutSessionPolicy,
  withSessionPolicy,
} from '#state/identityEdits.ts';
import { FULL_AWS_ACCESS } from '#state/policyTexts.ts';
import { findWritable } from './documents.ts';

/** Pins a statement as the focus of the page; pinning it again lets go. */
export function pinStatement(
  app: App,
  { label, span }: Pick<DocumentReport['statements'][number], 'label' | 'span'>,
): void {
  const { focus, pin, clear } = app.focus.getState();
  const first = focus?.spans[0];
  const isPinned =
    focus?.pinned === true &&
    focus.spans.length === 1 &&
    first?.text === span.text &&
    first.from === span.from &&
    first.to === span.to;
  if (isPinned) clear();
  else pin({ label, spans: [span], from: 'write' });
}

/** Prints a text evenly. A text that cannot be read stays as it is. */
export function formatDocument(app: App, id: TextId): void {
  const text = findWritable(app.workspace.getState(), id)?.document.text;
  if (text !== undefined) app.workspace.getState().setText(id, formatted(text));
}

/** Gives a policy of an identity another name; its text comes along and stays open. */
export function renamePolicy(app: App, arn: string, from: string, to: string): void {
  const policiesOf = () =>
    app.workspace.getState().scenario.identities.find((identity) => identity.arn === arn)?.policies ?? [];
  const old = policiesOf().find((policy) => policy.name === from)?.document;
  if (old === undefined) return;
  const { addIdentityPolicy, setText, removeIdentityPolicy } = app.workspace.getState();
  addIdentityPolicy(arn, to);
  const added = policiesOf().find((policy) => policy.name === to)?.document;
  if (added === undefined) return;
  setText(added.id, old.text);
  removeIdentityPolicy(arn, from);
  const { openDocuments, open } = app.preferences.getState();
  if (openDocuments.identities === old.id) open('identities', added.id);
}

/** Adds a policy to an identity and opens it. */
export function addPolicy(app: App, arn: string, name: string): void {
  app.workspace.getState().addIdentityPolicy(arn, name);
  const identity = app.workspace.getState().scenario.identities.find((each) => each.arn === arn);
  const added = identity?.policies?.at(-1);
  if (added !== undefined) app.preferences.getState().open('identities', added.document.id);
}

/** Gives an identity a permissions boundary and opens it. It allows everything at first: nothing is limited by surprise. */
export function addBoundary(app: App, arn: string, name: string): void {
  app.workspace.getState().edit((scenario) => withBoundary(scenario, arn, name, FULL_AWS_ACCESS).scenario);
  const { identities } = app.workspace.getState().scenario;
  const boundary = identities.find((each) => each.arn === arn)?.permissionsBoundary;
  if (boundary !== undefined) app.preferences.getState().open('identities', boundary.document.id);
}

export function removeBoundary(app: App, arn: string): void {
  app.workspace.getState().edit((scenario) => withoutBoundary(scenario, arn));
}

/** Passes one more session policy with the request and opens it. It allows everything at first, like a new boundary. */
export function addSessionPolicy(app: App): void {
  const { request: before, setRequest } = app.workspace.getState();
  const { request, id } = withSessionPolicy(before, FULL_AWS_ACCESS);
  setRequest(request);
  app.preferences.getState().open('identities', id);
}

export function removeSessionPolicy(app: App, id: TextId): void {
  const { request, setRequest } = app.workspace.getState();
  setRequest(withoutSessionPolicy(request, id));
}
