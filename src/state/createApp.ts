import { printScenario } from '#engine/scenario/printScenario.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Moment } from '#engine/world/world.ts';
import type { EngineClient, EngineListener } from '#worker/engineClient.ts';
import type { ProverClient } from '#worker/proverClient.ts';
import type { Timers } from '#worker/timers.ts';
import { createAccepted } from './accepted.ts';
import { createAddress } from './address.ts';
import type { App } from './app.ts';
import { createChanges } from './changes.ts';
import { createLanguageService } from './language.ts';
import { createFocus, keepFocusInPlace } from './focus.ts';
import { shownKeyIndex } from './keyEdits.ts';
import { openPersistence } from './persistence.ts';
import { engineInput, startPipeline } from './pipeline.ts';
import { createImporting, type ImportingOptions } from './importing.ts';
import { createPlacement, type PlacementStore } from './placement.ts';
import { createPreferences } from './preferences.ts';
import { createProofs } from './proofs.ts';
import { createRecipes } from './recipes.ts';
import { createResults } from './results.ts';
import { createShown } from './shown.ts';
import { scenarioToSave } from './scenarioToSave.ts';
import type { KeptStorage } from './storage.ts';
import { createWhatIf } from './whatIf.ts';
import { createWorkspace } from './workspace.ts';

/** What the app needs of the world around it. */
export interface AppPieces {
  /** Starts an engine that reports to the listener. */
  readonly engine: (listener: EngineListener) => EngineClient;
  /** What answers questions about all requests. */
  readonly prover: () => ProverClient;
  /** Reads what is imported, aside. */
  readonly importer: ImportingOptions['start'];
  /** The browser's storage; may throw where it is blocked. */
  readonly storage: () => KeptStorage;
  readonly timers: Timers;
  /** What the time is when a request is asked. */
  readonly now?: () => Moment;
  /** Calls back when another page of the browser wrote to the storage, with the name it wrote to. */
  readonly onStorage: (listener: (name: string | null) => void) => void;
  /** A name for this page that no other page of the browser has. */
  readonly tab: string;
  /** Calls back when the page may be about to go away. */
  readonly onLeave: (listener: () => void) => void;
  /** What a first visitor sees. */
  readonly example: Scenario;
}

/** All stores of the app, connected: work from an earlier visit is back, and the engine is at it already. */
export function createApp(pieces: AppPieces): App {
  const { engine, prover, importer, storage, timers, now, onStorage, tab, onLeave, example } = pieces;
  const persistence = openPersistence(storage, example, tab);
  const workspace = createWorkspace(example, persistence.workspace);
  const preferences = createPreferences(persistence.preferences);
  const results = createResults();
  const shown = createShown(workspace, results, timers);
  const focus = createFocus();
  const client = startPipeline({ workspace, results, engine, now });
  const importing = createImporting({
    workspace,
    preferences,
    example,
    start: importer,
    settle: (placed) => placement.getState().show(placed),
  });
  const placement: PlacementStore = createPlacement({
    workspace,
    results,
    preferences,
    recognize: (text) => client.recognize(text),
    example,
    takeOver: (text, name) => importing.getState().takeOver(text, name),
  });
  const changes = createChanges(workspace);
  const whatIf = createWhatIf({
    workspace,
    changes,
    results,
    timers,
    input() {
      const { scenario, request } = workspace.getState();
      return engineInput({ scenario, request }, now);
    },
    ask: (input) => client.whatIf(input),
  });
  const recipes = createRecipes({
    workspace,
    changes,
    focus,
    preferences,
    input() {
      const { scenario, request, shownKey } = workspace.getState();
      return engineInput({ scenario, request, key: shownKeyIndex(scenario, shownKey) }, now);
    },
    client: client.recipes,
  });
  const report = (message: string) => placement.setState({ message, tone: 'problem' });
  persistence.keep({ workspace, preferences }, { timers, onStorage, onLeave, report });
  if (persistence.problem !== null) report(persistence.problem);
  const accepted = createAccepted(storage, () => now?.().iso ?? null, report);
  const proofs = createProofs({
    workspace: shown,
    results,
    accepted,
    prover: prover(),
    timers,
    recognize: (text) => client.recognize(text),
  });
  keepFocusInPlace(focus, workspace);
  return {
    workspace,
    shown,
    results,
    focus,
    preferences,
    placement,
    whatIf,
    changes,
    recipes,
    address: createAddress(),
    accepted,
    proofs,
    language: createLanguageService(workspace, client.language),
    importing,
    print() {
      const { scenario, request } = workspace.getState();
      return printScenario(scenarioToSave(scenario, request));
    },
  };
}
