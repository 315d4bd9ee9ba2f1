import type { Reply, Study } from '#engine/study.ts';
import type { PolicyKind } from '#engine/scenario/recognize.ts';
import type { Scenario, ScenarioIdentity, ScenarioKey, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Addition } from '#engine/whatIf/additions.ts';
import type { Edit } from '#engine/whatIf/edit.ts';
import type { WhatIf } from '#engine/whatIf/whatIf.ts';
import type { SourceSpan, TextId } from '#engine/source/span.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { AcceptedStore } from './accepted.ts';
import type { AddressStore } from './address.ts';
import type { ChangesStore } from './changes.ts';
import type { LanguageService } from './language.ts';
import type { ImportingStore } from './importing.ts';
import type { Placed } from './placed.ts';
import type { ProofsStore } from './proofs.ts';
import type { RecipesStore } from './recipes.ts';
import type { ShownStore } from './shown.ts';

/** The documents and the request: what the user decided. `revision` grows by one with every change. */
export interface WorkspaceState {
  readonly revision: number;
  readonly scenario: Scenario;
  /** The request being asked; saved into `scenario.requests` when the scenario is downloaded. */
  readonly request: ScenarioRequest;
  /** True while the built-in example is untouched. */
  readonly isExample: boolean;
  /** What the last import replaced, for one click back. */
  readonly previous: Snapshot | null;
  /** What earlier imports replaced, newest first; comes up one by one when `previous` is taken back. */
  readonly older?: readonly Snapshot[];
  /** The text id of the policy of the key that Write and See show; the first key without it. */
  readonly shownKey?: TextId | null;
}

/** Work as it was at one moment. */
export interface Snapshot {
  readonly scenario: Scenario;
  readonly request: ScenarioRequest;
  /** The other tab of the browser that had it, where it was not replaced in this one. */
  readonly tab?: string | undefined;
}

export interface WorkspaceActions {
  readonly setText: (id: TextId, text: string) => void;
  readonly setRequest: (request: ScenarioRequest) => void;
  readonly setTitle: (title: string) => void;
  /** Changes the scenario by a pure function of `state/*Edits.ts`. */
  readonly edit: (change: (scenario: Scenario) => Scenario) => void;
  /** Shows another key in Write and See. */
  readonly showKey: (policy: TextId) => void;
  /** Changes the facts of the key that is shown. */
  readonly updateKey: (change: Partial<Omit<ScenarioKey, 'policy' | 'grants'>>) => void;
  readonly addIdentity: (identity: { readonly arn: string }) => void;
  readonly updateIdentity: (
    arn: string,
    change: Partial<Pick<ScenarioIdentity, 'arn' | 'id' | 'tags' | 'groups'>>,
  ) => void;
  readonly removeIdentity: (arn: string) => void;
  readonly addIdentityPolicy: (arn: string, name: string) => void;
  readonly removeIdentityPolicy: (arn: string, name: string) => void;
  /** Makes a change that was offered for the workspace as it is; a request that is changed is a new question. */
  readonly applyEdits: (edits: readonly Edit[]) => void;
  /** Puts documents and request back as they were. */
  readonly restore: (before: Snapshot) => void;
  /** Replaces everything; the old work becomes `previous`. */
  readonly open: (scenario: Scenario) => void;
  /**
   * Takes `previous` back; the present work goes behind everything else that was replaced, so that nothing is lost. Where
   * `previous` is another tab's, the two change places.
   */
  readonly undoOpen: () => void;
  /** Goes on with this tab's work: what another tab has is one of the earlier versions now. */
  readonly settleTabs: () => void;
  /** Starts over with the built-in example. */
  readonly openExample: () => void;
}

/** The engine's answers, each stamped with the revision it belongs to: the reply comes first, the whole study a moment later. */
export interface ResultsState {
  readonly status: 'starting' | 'working' | 'ready' | 'restarting' | 'failed';
  /** The last answer with the findings it rests on. */
  readonly reply: Reply | null;
  /** Revision of the workspace that `reply` answers; compare with the workspace's own to know whether it is current. */
  readonly revision: number;
  /** The last study that is complete, access table included: a reply and an overview of one and the same revision. */
  readonly study: Study | null;
  /** Revision of the workspace that `study` is about: `revision`, or an earlier one. */
  readonly studied: number;
  /** How often the engine had to be replaced, and a calm sentence about the last time. */
  readonly restarts: number;
  readonly notice: string | null;
  /** What the engine itself said when it was last lost or failed, for a report to the project; not a sentence for readers. */
  readonly fault?: string | null;
}

/** What every room highlights. There is exactly one focus in the app. */
export interface Focus {
  /** In words, for the status bar and screen readers: "DenyOutsideOrg". */
  readonly label: string;
  readonly spans: readonly SourceSpan[];
  /** The room that set it: it does not scroll itself. */
  readonly from: 'write' | 'see' | 'ask' | 'prove' | 'status';
  readonly pinned: boolean;
}

export interface FocusState {
  readonly focus: Focus | null;
}

export interface FocusActions {
  readonly pin: (focus: Omit<Focus, 'pinned'>) => void;
  readonly hover: (focus: Omit<Focus, 'pinned'> | null) => void;
  readonly clear: () => void;
}

export type Pane = 'write' | 'see' | 'ask';
export type WriteTab = 'keyPolicy' | 'identities' | 'grants' | 'organization' | 'resources' | 'key';

/** The tabs of Write that list things: each shows its list, or one document of it. */
export type ListTab = 'identities' | 'organization' | 'resources';

export type OpenDocuments = Readonly<Record<ListTab, TextId | null>>;

export interface PreferencesState {
  readonly theme: 'system' | 'light' | 'dark';
  readonly seeView: 'graph' | 'table';
  readonly writeTab: WriteTab;
  /** The pane shown where only one or two fit. */
  readonly pane: Pane;
  readonly statementNotes: boolean;
  readonly plainEditor: boolean;
  /** The document open in each list of Write. */
  readonly openDocuments: OpenDocuments;
}

export interface PreferencesActions {
  /** Opens a document in a tab of Write and shows the tab; null goes back to the tab's list. */
  readonly open: (tab: ListTab, id: TextId | null) => void;
  readonly set: (change: Partial<PreferencesState>) => void;
}

/** What came of pasting or opening something: one sentence, and where it went. */
export interface PlacementState {
  readonly message: string | null;
  readonly tone: 'done' | 'problem';
  /** The text that could not be placed, verbatim, until the next one is. */
  readonly unplaced?: string | null;
  /** What the text just placed might be instead, where its shape does not tell. */
  readonly choices?: readonly PlacementChoice[];
}

/** Another reading of the text that was just placed. */
export interface PlacementChoice {
  readonly kind: PolicyKind;
  /** "Service control policy". */
  readonly label: string;
}

export interface PlacementActions {
  /** Recognises a pasted or opened text and puts it where it belongs. Never loses the text it was given or the one it replaces. */
  readonly place: (text: string, name?: string) => Promise<void>;
  /** Places the last text again, as another kind of policy. */
  readonly placeAs: (kind: PolicyKind) => void;
  readonly dismiss: () => void;
  /** Makes a change that was prepared elsewhere, and says what was done. */
  readonly show: (placed: Placed) => void;
}

/** What would turn the answer, stamped with the revision it is about. It comes a moment after the answer. */
export interface WhatIfState {
  readonly revision: number;
  readonly whatIf: WhatIf | null;
}

export interface WhatIfActions {
  /** Makes an offered change; nothing happens where the workspace is no longer the one it was offered for. */
  readonly apply: (addition: Addition) => void;
}

/** Everything the rooms need. Rooms receive it as the prop `app` and read it with zustand's `useStore(app.workspace, selector)`. */
export interface App {
  readonly workspace: StoreApi<WorkspaceState & WorkspaceActions>;
  /** The workspace as the page speaks of it: a moment behind what is being typed. What edits starts from `workspace`. */
  readonly shown: ShownStore;
  readonly results: StoreApi<ResultsState>;
  readonly focus: StoreApi<FocusState & FocusActions>;
  readonly preferences: StoreApi<PreferencesState & PreferencesActions>;
  readonly placement: StoreApi<PlacementState & PlacementActions>;
  readonly whatIf: StoreApi<WhatIfState & WhatIfActions>;
  readonly changes: ChangesStore;
  readonly recipes: RecipesStore;
  readonly address: AddressStore;
  readonly accepted: AcceptedStore;
  readonly proofs: ProofsStore;
  /** What an editor asks about a text of the workspace. */
  readonly language: LanguageService;
  readonly importing: ImportingStore;
  /** The current scenario as a scenario document, for downloading. */
  readonly print: () => string;
}
