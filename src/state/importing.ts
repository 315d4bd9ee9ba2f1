import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImportReading } from '#engine/exchange/readImport.ts';
import type { Import } from '#engine/exchange/piece.ts';
import { suggestedAnswer } from '#engine/exchange/placeholder.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { ImportUnderWay } from '#worker/importClient.ts';
import type { ImportSource } from '#worker/protocol.ts';
import type { Choices, ImportPlan } from './importPlan.ts';
import type * as ImportPlanning from './importPlan.ts';
import type { PreferencesStore } from './preferences.ts';
import { ONE_CLICK, type Origin, type Placed } from './placed.ts';
import type { WorkspaceStore } from './workspace.ts';

/** Importing, from the text to the choice of what goes where. */
export interface ImportingState {
  readonly isOpen: boolean;
  /** What is being read: the name of the file, and how much of it has been; null where nothing is. */
  readonly underWay: { readonly name: string | null; readonly fraction: number } | null;
  /** The text, where it was given as one. */
  readonly text: string;
  readonly name: string | null;
  readonly read: Import | null;
  /** Why nothing came of the text, one sentence. */
  readonly refusal: string | null;
  readonly answers: ReadonlyMap<string, string>;
  readonly excluded: ReadonlySet<string>;
  readonly targets: ReadonlyMap<string, string>;
}

export interface ImportingActions {
  /** Shows an empty import. */
  readonly open: () => void;
  /** Ends reading and forgets everything. */
  readonly close: () => void;
  /** Goes back to the text. */
  readonly back: () => void;
  readonly readText: (text: string, name?: string) => Promise<void>;
  readonly readFile: (file: Blob, name: string) => Promise<void>;
  /**
   * Reads a text that nothing else recognised. What leaves nothing to decide is placed at once, everything else is shown.
   * @returns false where it is nothing that can be imported
   */
  readonly takeOver: (text: string, name?: string) => Promise<boolean>;
  readonly answer: (name: string, value: string) => void;
  readonly include: (ids: readonly string[], isIncluded: boolean) => void;
  readonly become: (id: string, target: string) => void;
  /** What importing would do now. */
  readonly plan: () => ImportPlan | null;
  /** Imports what is chosen. */
  readonly apply: () => void;
}

export type ImportingStore = StoreApi<ImportingState & ImportingActions>;

export interface ImportingOptions {
  readonly workspace: WorkspaceStore;
  readonly preferences: PreferencesStore;
  readonly example: Scenario;
  readonly start: (source: ImportSource, onProgress: (fraction: number) => void) => ImportUnderWay;
  /** Shows what came of it. */
  readonly settle: (placed: Placed) => void;
}

const NOTHING = {
  isOpen: false,
  underWay: null,
  text: '',
  name: null,
  read: null,
  refusal: null,
  answers: new Map<string, string>(),
  excluded: new Set<string>(),
  targets: new Map<string, string>(),
} satisfies ImportingState;

const CANNOT_READ = 'The engine could not read this. It is kept: try again in a moment.';

type Planner = Pick<typeof ImportPlanning, 'planImport' | 'surroundings'>;

/** The state of importing something: read aside, previewed, then placed in one change that can be taken back. */
export function createImporting({
  workspace,
  preferences,
  example,
  start,
  settle,
}: ImportingOptions): ImportingStore {
  return createStore<ImportingState & ImportingActions>()((set, get) => {
    let underWay: ImportUnderWay | null = null;
    /** What tries imports out: fetched with the first. */
    let planner: Planner | null = null;

    function stop(): void {
      underWay?.cancel();
      underWay = null;
    }

    async function read(source: ImportSource, name: string | null): Promise<ImportReading | null> {
      stop();
      set({ underWay: { name, fraction: 0 }, read: null, refusal: null, name });
      planner ??= await import('./importPlan.ts').catch(() => null);
      if (planner === null) return { format: 'unknown', because: CANNOT_READ };
      const own = start(source, (fraction) => {
        if (underWay === own) set({ underWay: { name, fraction } });
      });
      underWay = own;
      try {
        const reading = await own.reading;
        return underWay === own ? reading : null;
      } catch {
        return underWay === own ? { format: 'unknown', because: CANNOT_READ } : null;
      } finally {
        if (underWay === own) {
          underWay = null;
          set({ underWay: null });
        }
      }
    }

    function show(reading: ImportReading): void {
      if (reading.format === 'unknown' || planner === null) {
        set({ isOpen: true, read: null, refusal: 'because' in reading ? reading.because : CANNOT_READ });
        return;
      }
      const around = planner.surroundings(workspace.getState());
      const asides = reading.pieces.filter(({ aside }) => aside !== undefined).map(({ id }) => id);
      const answers = new Map(
        reading.placeholders.map((each) => [each.name, suggestedAnswer(each, around)] as const),
      );
      set({
        isOpen: true,
        read: reading,
        refusal: null,
        answers,
        excluded: new Set(asides),
        targets: new Map(),
      });
    }

    const origin = (): Origin => ({
      example,
      name: get().name ?? undefined,
      tab: preferences.getState().writeTab,
    });

    function plan(): ImportPlan | null {
      const { read: imported, answers, excluded, targets } = get();
      const choices: Choices = { answers, excluded, targets };
      return imported && planner && planner.planImport(workspace.getState(), imported, choices, origin());
    }

    function apply(): void {
      const planned = plan();
      if (planned?.first == null || planned.step === null) return;
      settle(summed(planned, planned.step, planned.first));
      set(NOTHING);
    }

    return {
      ...NOTHING,
      open() {
        stop();
        set({ ...NOTHING, isOpen: true });
      },
      close() {
        stop();
        set(NOTHING);
      },
      back() {
        stop();
        set({ read: null, refusal: null, underWay: null });
      },
      async readText(text, name) {
        set({ text, isOpen: true });
        if (text.trim() === '') {
          stop();
          set({ read: null, refusal: null, underWay: null });
          return;
        }
        const reading = await read({ text }, name ?? null);
        if (reading !== null) show(reading);
      },
      async readFile(file, name) {
        set({ ...NOTHING, isOpen: true });
        const reading = await read({ file }, name);
        if (reading !== null) show(reading);
      },
      async takeOver(text, name) {
        const reading = await read({ text }, name ?? null);
        if (reading === null) return true;
        if (reading.format === 'unknown') {
          set(NOTHING);
          return false;
        }
        show(reading);
        set({ text });
        if (isSimple(reading) && plan()?.step != null) apply();
        return true;
      },
      answer(name, value) {
        set({ answers: new Map([...get().answers, [name, value]]) });
      },
      include(ids, isIncluded) {
        const excluded = new Set(get().excluded);
        for (const id of ids)
          if (isIncluded) excluded.delete(id);
          else excluded.add(id);
        set({ excluded });
      },
      become(id, target) {
        set({ targets: new Map([...get().targets, [id, target]]) });
      },
      plan,
      apply,
    };
  });
}

/** One piece that leaves nothing open: nobody has to be asked. */
function isSimple({ pieces, placeholders, skipped, problems }: Import): boolean {
  return pieces.length === 1 && placeholders.length === 0 && skipped.length === 0 && problems.length === 0;
}

/** The whole import as one thing that was placed. */
function summed({ rows }: ImportPlan, step: Placed['step'], first: Placed): Placed {
  const changed = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'replaces');
  const [only] = changed;
  const title = only?.piece.title ?? '';
  const done = changed.length === 1 ? `Imported \`${title}\`` : `Imported ${changed.length} things`;
  return {
    ...first,
    step,
    done,
    more: [...(changed.length === 1 ? first.more.filter((note) => note !== ONE_CLICK) : []), ONE_CLICK],
    count: changed.length === 1 ? first.count : null,
  };
}
