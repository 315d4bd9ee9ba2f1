import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecipePreview } from '#engine/recipes/preview.ts';
import type { RecipeOffer } from '#engine/recipes/recipeBook.ts';
import { textIds } from '#engine/scenario/textIds.ts';
import type { StudyInput } from '#engine/study.ts';
import type { Edit } from '#engine/whatIf/edit.ts';
import type { RecipeClient } from '#worker/recipeClient.ts';
import type { ChangesStore } from './changes.ts';
import type { FocusStore } from './focus.ts';
import type { PreferencesStore } from './preferences.ts';
import type { WorkspaceStore } from './workspace.ts';

/** What was entered, by the parameter's name. */
export type Entries = Readonly<Record<string, readonly string[]>>;

/** Adding from a recipe: closed, or at the list, or at the form of one recipe. */
export interface RecipesState {
  readonly isOpen: boolean;
  /** Null until the engine has said; empty where there is no key to add to. */
  readonly offers: readonly RecipeOffer[] | null;
  readonly chosen: RecipeOffer | null;
  readonly entered: Entries;
  /** What applying would do; null until the engine has said. That of the entries before stays until then. */
  readonly preview: RecipePreview | null;
  /** The revision of the workspace that `preview` is about. */
  readonly revision: number;
  /** `preview` is about what is entered, and the workspace as it is. */
  readonly isCurrent: boolean;
}

export interface RecipesActions {
  /** Opens the list, or the form of one recipe. */
  readonly open: (id?: string) => void;
  readonly close: () => void;
  /** Goes on to a recipe, or back to the list. */
  readonly choose: (offer: RecipeOffer | null) => void;
  readonly enter: (parameter: string, values: readonly string[]) => void;
  /** Makes the previewed change and closes. */
  readonly apply: () => void;
  /** Asks what there is, for who lists it elsewhere; the engine loads its book for that, so that opening it asks the network for nothing. */
  readonly fetchAhead: () => void;
}

export type RecipesStore = StoreApi<RecipesState & RecipesActions>;

export interface RecipesOptions {
  readonly workspace: WorkspaceStore;
  readonly changes: ChangesStore;
  readonly focus: FocusStore;
  readonly preferences: PreferencesStore;
  /** The workspace, and the key that is shown, as the engine is given them. */
  readonly input: () => StudyInput;
  readonly client: RecipeClient;
}

const CLOSED = {
  isOpen: false,
  chosen: null,
  entered: {},
  preview: null,
  revision: 0,
  isCurrent: false,
} satisfies Partial<RecipesState>;

const NO_ANSWER: RecipePreview = {
  kind: 'obstacle',
  message: 'The engine gave no answer about this recipe. Change a value to ask again.',
};

/** Adds statements from recipes: what is entered is tried out by the engine with every keystroke. */
export function createRecipes(options: RecipesOptions): RecipesStore {
  const { workspace, changes, focus, preferences, input, client } = options;
  const store = createStore<RecipesState & RecipesActions>()((set, get) => ({
    ...CLOSED,
    offers: null,
    open(id) {
      set({ ...CLOSED, isOpen: true, offers: null });
      void offer(id);
    },
    close: () => set(CLOSED),
    choose(chosen) {
      const entered = Object.fromEntries(
        (chosen?.parameters ?? []).map(({ name, offered }) => [name, [offered.start]]),
      );
      set({ chosen, entered, preview: null, isCurrent: false });
      void look();
    },
    enter(parameter, values) {
      set(({ entered }) => ({ entered: { ...entered, [parameter]: values }, isCurrent: false }));
      void look();
    },
    apply() {
      const { preview, revision, isCurrent } = get();
      if (preview?.kind !== 'ready' || !isCurrent) return;
      const { sentence, edits } = preview;
      changes.getState().apply({ sentence, from: 'write', edits }, revision);
      show(edits);
      set(CLOSED);
    },
    fetchAhead() {
      client.offer(input()).then(
        (offers) => {
          if (offers !== null && !get().isOpen) set({ offers });
        },
        // What cannot be fetched says so when somebody asks for it.
        () => {},
      );
    },
  }));

  /** Lights up what came into the texts that were there, or opens the first policy that is new. */
  function show(edits: readonly Edit[]): void {
    const spans = edits.flatMap((edit) =>
      edit.kind === 'text'
        ? [{ text: edit.document, from: edit.offset, to: edit.offset + edit.replacement.length }]
        : [],
    );
    const [first] = edits;
    if (spans.length > 0) focus.getState().pin({ label: 'What was added', spans, from: 'status' });
    else if (first?.kind === 'identityPolicy')
      preferences.getState().open('identities', textIds.identityPolicy(first.arn, first.name));
  }

  async function offer(id: string | undefined): Promise<void> {
    const offers = (await client.offer(input()).catch(() => null)) ?? [];
    if (!store.getState().isOpen) return;
    store.setState({ offers });
    const wanted = offers.find((one) => one.id === id);
    if (wanted !== undefined) store.getState().choose(wanted);
  }

  /** Asks what applying would do; an answer to what is entered no more is forgotten. */
  async function look(): Promise<void> {
    const { chosen, entered } = store.getState();
    if (chosen === null) return;
    const { revision } = workspace.getState();
    const isWanted = () => store.getState().entered === entered && store.getState().chosen === chosen;
    const preview = await client.ask({ ...input(), recipe: chosen.id, entered }).catch(() => NO_ANSWER);
    if (!isWanted()) return;
    const isCurrent = workspace.getState().revision === revision;
    store.setState({ preview: preview ?? NO_ANSWER, revision, isCurrent });
    if (!isCurrent) void look();
  }

  workspace.subscribe(({ revision }, before) => {
    if (revision === before.revision || store.getState().chosen === null) return;
    store.setState({ isCurrent: false });
    void look();
  });
  return store;
}
