import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineListener, FailureReason } from '#worker/engineClient.ts';
import type { LossReason } from '#worker/connection.ts';
import type { ResultsState } from './app.ts';

export type ResultsStore = StoreApi<ResultsState>;

const LOST: Record<LossReason, string> = {
  stuck: 'The engine took too long and was restarted. Your text is safe.',
  stopped: 'The engine stopped and was restarted. Your text is safe.',
  unstarted: 'The engine did not start and is tried again. Your text is safe.',
};

const GAVE_UP: Record<FailureReason, string> = {
  stuck:
    'The engine takes too long over this version, so the last answer stays. Your text is safe: change it to try again.',
  stopped:
    'The engine stops at this version, so the last answer stays. Your text is safe: change it to try again.',
  unstarted:
    'The engine could not be started in this browser. Your text is safe: reload the page to try again.',
  fault:
    'The engine failed on this version, so the last answer stays. Your text is safe: change it to try again.',
};

/** The same for an engine that answers, and then is lost over the table. */
const GAVE_UP_ON_TABLE: Record<FailureReason, string> = {
  stuck:
    'The engine takes too long to work out who can do what, so the last table stays. Your text is safe: change it to try again.',
  stopped:
    'The engine stops at working out who can do what, so the last table stays. Your text is safe: change it to try again.',
  unstarted:
    'The engine could not be started again in this browser. Your text is safe: reload the page to try again.',
  fault:
    'The engine failed to work out who can do what, so the last table stays. Your text is safe: change it to try again.',
};

export function createResults(): ResultsStore {
  return createStore<ResultsState>()(() => ({
    status: 'starting',
    reply: null,
    revision: 0,
    study: null,
    studied: 0,
    restarts: 0,
    notice: null,
    fault: null,
  }));
}

/** Writes down what the engine client reports. */
export function resultsListener(results: ResultsStore): EngineListener {
  /** The revision the notice is about; the answer to a later one takes the notice away. */
  let noticeAt = 0;
  let asked = 0;
  return {
    working(revision) {
      asked = revision;
      const { status } = results.getState();
      if (status === 'ready' || status === 'failed') results.setState({ status: 'working' });
    },
    answered(revision, reply) {
      const { notice, reply: last } = results.getState();
      const requestProblems = kept(last?.requestProblems, reply.requestProblems);
      results.setState({
        status: 'working',
        reply: { ...reply, requestProblems },
        revision,
        fault: null,
        notice: revision > noticeAt ? null : notice,
      });
    },
    completed(revision, overview) {
      const { reply, revision: answered, study, status } = results.getState();
      if (reply === null || answered !== revision) return;
      const suggestions = keptParts(study?.suggestions, overview.suggestions);
      const findings = kept(study?.findings, overview.findings);
      results.setState({
        // What was asked for since may be given up already.
        status: revision === asked ? 'ready' : status,
        study: { ...reply, ...overview, suggestions, findings },
        studied: revision,
      });
    },
    lost(reason, detail) {
      noticeAt = asked;
      const { status, restarts } = results.getState();
      results.setState({
        // Between two studies everything on the page is current: nothing is being restarted that anyone waits for.
        status: status === 'ready' || status === 'failed' ? status : 'restarting',
        restarts: restarts + 1,
        notice: LOST[reason],
        fault: detail,
      });
    },
    gaveUp(revision, reason, detail) {
      noticeAt = revision;
      const words = results.getState().revision === revision ? GAVE_UP_ON_TABLE : GAVE_UP;
      results.setState({ status: 'failed', notice: words[reason], fault: detail });
    },
  };
}

/** The same part by part: a principal more in a policy changes nothing for the boxes that offer operations. */
function keptParts<T extends object>(before: T | undefined, after: T): T {
  if (before === undefined) return after;
  const olds = new Map<string, unknown>(Object.entries(before));
  const parts = Object.entries(after).map(([name, part]) => [name, kept<unknown>(olds.get(name), part)]);
  return parts.every(([name, part]) => olds.get(String(name)) === part)
    ? before
    : { ...after, ...Object.fromEntries(parts) };
}

/** What stays the same stays the same object: the request builder is drawn again only when it has something else to offer. */
function kept<T>(before: T | undefined, after: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
