import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import type { Reply, StudyInput } from '#engine/study.ts';
import type { Moment } from '#engine/world/world.ts';
import type { EngineClient, EngineListener } from '#worker/engineClient.ts';
import { shownKeyIndex } from './keyEdits.ts';
import { resultsListener, type ResultsStore } from './results.ts';
import { documentsOf, mapDocuments, mapRequestDocuments } from '#engine/scenario/mapDocuments.ts';
import { remembering, type WorkspaceStore } from './workspace.ts';

export interface PipelineOptions {
  readonly workspace: WorkspaceStore;
  readonly results: ResultsStore;
  readonly engine: (listener: EngineListener) => EngineClient;
  /** What the time is; without it no condition key tells the time. */
  readonly now?: (() => Moment) | undefined;
}

/** The workspace as it was when it was sent. */
interface Sent {
  readonly revision: number;
  readonly scenario: Scenario;
  readonly request: ScenarioRequest;
  /** Changes exactly when work was replaced as a whole, and with it the meaning of the texts' ids. */
  readonly lineage: object | null;
}

/**
 * Has the engine study every state of the workspace worth studying, and keeps the answers and the last usable texts. The
 * page never waits: the engine client drops what is outdated.
 */
export function startPipeline({ workspace, results, engine, now }: PipelineOptions): EngineClient {
  const write = resultsListener(results);
  let newest: Sent | null = null;
  let current: Sent | null = null;
  let scheduled = false;

  const client = engine({
    ...write,
    working(revision) {
      if (newest?.revision === revision) current = newest;
      write.working(revision);
    },
    answered(revision, reply) {
      write.answered(revision, reply);
      if (current?.revision === revision) remember(current, reply);
    },
  });

  function remember(sent: Sent, reply: Reply): void {
    const state = workspace.getState();
    if (state.previous === sent.lineage) workspace.setState(remembering(state, usableTexts(sent, reply)));
  }

  function send(): void {
    scheduled = false;
    const { revision, scenario, request, previous, shownKey } = workspace.getState();
    newest = { revision, scenario, request, lineage: previous };
    client.study(revision, engineInput({ scenario, request, key: shownKeyIndex(scenario, shownKey) }, now));
  }

  workspace.subscribe((state, before) => {
    if (state.revision === before.revision || scheduled) return;
    scheduled = true;
    // Once the changes of this event are all made, and before anything is drawn: the engine works while the page draws.
    queueMicrotask(send);
  });
  send();
  return client;
}

/** The texts the engine could use as they are. */
function usableTexts({ scenario, request }: Sent, reply: Reply): ReadonlyMap<TextId, string> {
  const usable = new Set(
    reply.documents.filter((report) => report.usable && !report.usedFallback).map((report) => report.id),
  );
  return new Map(
    [...documentsOf(scenario), ...(request.session?.policies ?? [])]
      .filter((document) => usable.has(document.id))
      .map((document) => [document.id, document.text]),
  );
}

/** What the engine is asked about: the workspace, and when the request happens. */
export function engineInput(asked: StudyInput, now: (() => Moment) | undefined): StudyInput {
  return { ...forTheEngine(asked), ...(now && { now: now() }) };
}

/** Without fallbacks that are the text itself: nothing crosses to the engine twice. */
function forTheEngine({ scenario, request, ...rest }: StudyInput): StudyInput {
  const slim = (document: { readonly id: TextId; readonly text: string; readonly fallback?: string }) => {
    if (document.fallback !== document.text) return document;
    const { fallback: _, ...rest } = document;
    return rest;
  };
  return { ...rest, scenario: mapDocuments(scenario, slim), request: mapRequestDocuments(request, slim) };
}
