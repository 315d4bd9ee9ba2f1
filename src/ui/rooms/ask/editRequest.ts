import type { App } from '#state/app.ts';
import { asNewQuestion } from './requestEdits.ts';
import type { RequestEdit } from './requestEdits.ts';
import { sameJson } from './sameJson.ts';

/** Applies one change to the request as it is now. A change that changes nothing leaves its name and expectation alone. */
export function editRequest(app: App, edit: RequestEdit): void {
  const workspace = app.workspace.getState();
  const next = edit(workspace.request);
  if (!sameJson(next, workspace.request)) workspace.setRequest(asNewQuestion(next));
}
