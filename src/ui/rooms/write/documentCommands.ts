import type { DocumentReport } from '#engine/study.ts';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { findWritable } from './documents.ts';
import { formatted } from './formatText.ts';

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
  const text = findWritable(app.workspace.getState().scenario, id)?.document.text;
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
  const { openIdentityPolicy, set } = app.preferences.getState();
  if (openIdentityPolicy === old.id) set({ openIdentityPolicy: added.id });
}

/** Adds a policy to an identity and opens it. */
export function addPolicy(app: App, arn: string, name: string): void {
  app.workspace.getState().addIdentityPolicy(arn, name);
  const identity = app.workspace.getState().scenario.identities.find((each) => each.arn === arn);
  const added = identity?.policies?.at(-1);
  if (added !== undefined) app.preferences.getState().set({ openIdentityPolicy: added.document.id });
}
