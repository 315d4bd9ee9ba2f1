import type { PolicyKind, RecognizedPolicy } from '#engine/scenario/recognize.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import type { WorkspaceState, WriteTab } from './app.ts';

/** What placing a recognised text comes to. */
export type Placing = Placed | NotPlaced;

export interface Placed {
  readonly placed: true;
  readonly step: Partial<WorkspaceState>;
  /** What was done, without a full stop: a count may follow. */
  readonly done: string;
  /** Further sentences. */
  readonly more: readonly string[];
  /** The text whose statements or grants are worth counting. */
  readonly count: { readonly id: TextId; readonly noun: string } | null;
  /** Whether the request may no longer fit the documents. */
  readonly askAnew: boolean;
  /** Where in Write it can be seen. */
  readonly show: { readonly tab: WriteTab; readonly document?: TextId } | null;
  /** What the text could be just as well. */
  readonly otherwise?: readonly PolicyKind[];
}

interface NotPlaced {
  readonly placed: false;
  /** Why, and what to do. */
  readonly because: string;
}

/** Where things come from: the built-in example, the name of the file that was opened, and the tab being looked at. */
export interface Origin {
  readonly example: Scenario;
  readonly name: string | undefined;
  readonly tab?: WriteTab;
}

export const ONE_CLICK = 'Previous version is one click away.';

export const NOTHING_ELSE = { more: [], count: null, askAnew: false, show: null } as const;

export function already(done: string, show: Placed['show']): Placing {
  return { ...NOTHING_ELSE, placed: true, step: {}, done, show };
}

/** What is to be said about how the policy was read. */
export function readingNotes(policy: RecognizedPolicy): readonly string[] {
  const error = policy.diagnostics?.find(({ severity }) => severity === 'error');
  return [
    ...(error === undefined ? [] : [`It cannot be used yet: ${error.message}`]),
    ...(policy.note === undefined ? [] : [policy.note]),
  ];
}

/** A policy name made of a file's name: without its ending, and only with characters IAM allows in one. */
export function policyName(file: string | undefined): string {
  const name = (file ?? '')
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .split(/[^\w+=,.@-]+/)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 128);
  return name === '' ? 'PastedPolicy' : name;
}

/** "`a`, `b` and 3 more": names in a sentence. */
export function inWords(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
