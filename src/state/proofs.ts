import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Proof, Question } from '#engine/prove/prove.ts';
import { usualWork, type WorkLimit } from '#engine/prove/work.ts';
import type { Recognized } from '#engine/scenario/recognize.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Reply } from '#engine/study.ts';
import type { ProverClient } from '#worker/proverClient.ts';
import type { Timers } from '#worker/timers.ts';
import { acceptedFor, type AcceptedStore } from './accepted.ts';
import type { WorkspaceState } from './app.ts';
import { firstChoices, provedIds, questionOf, standingQuestions } from './questions.ts';
import type { ProofId, QuestionChoices, QuestionId } from './questions.ts';
import type { ResultsStore } from './results.ts';
import { mapDocuments } from '#engine/scenario/mapDocuments.ts';
import { sameJson } from './sameJson.ts';
import { versionIn } from './versionIn.ts';

/** Where a question stands. `looking`: it takes longer than one would wait without a word. */
export type ProofStatus = 'waiting' | 'working' | 'looking' | 'answered' | 'stopped' | 'failed';

/** A question of one version of the scenario. */
export interface AskedOf {
  readonly question: Question;
  /** The scenario's version, by the revision of its last change. */
  readonly revision: number;
}

/** One question with its last answer. */
export interface AskedProof {
  readonly status: ProofStatus;
  /** What `status` is about; null where nothing was asked yet. */
  readonly asked: AskedOf | null;
  /** The last answer, which may be about an earlier version: places in it are of that version's texts. */
  readonly answer: (AskedOf & { readonly proof: Proof }) | null;
  /** How many times the usual work the question may cost. */
  readonly effort: number;
}

/** What versions are compared with, where it is not the accepted one. */
export interface ComparedFile {
  readonly name: string;
  readonly scenario: Scenario;
}

export interface ProofsState {
  /** Revision of the scenario's last change: requests come and go without touching an answer about all of them. */
  readonly revision: number;
  readonly proofs: Readonly<Partial<Record<ProofId, AskedProof>>>;
  readonly choices: QuestionChoices;
  readonly file: ComparedFile | null;
  /** Why a file cannot be compared with, one sentence. */
  readonly fileProblem: string | null;
}

export interface ProofsActions {
  /** Whether all questions are to be answered, this one first, or only the standing ones. */
  readonly answerAll: (all: boolean, first?: QuestionId | null) => void;
  readonly choose: (change: Partial<QuestionChoices>) => void;
  /** Gives a question ten times the work it had. */
  readonly tryLonger: (id: ProofId) => void;
  /** Ends the question under way. */
  readonly stop: () => void;
  /** Compares with the text of a file, as long as `compareWithAccepted` does not end it. */
  readonly compareWithFile: (name: string, text: string) => Promise<void>;
  readonly compareWithAccepted: () => void;
}

export type ProofsStore = StoreApi<ProofsState & ProofsActions>;

export interface ProofsOptions {
  readonly workspace: StoreApi<Pick<WorkspaceState, 'revision' | 'scenario'>>;
  readonly results: ResultsStore;
  readonly accepted: AcceptedStore;
  readonly prover: ProverClient;
  readonly timers: Timers;
  readonly recognize: (text: string) => Promise<Recognized>;
}

/** How long nothing may change before proofs are looked for: who types is left alone. */
const PAUSE = 400;
/** How long an outdated proof may go on before it is ended. Most end by themselves, and a new prover costs more. */
const PATIENCE = 1000;
/** When to say that it takes longer. */
const LONG = 2000;
const TEN_TIMES = 10;

const unasked: AskedProof = { status: 'waiting', asked: null, answer: null, effort: 1 };

/** What is known about all requests: questions are answered one after another while nothing changes, never while someone types. */
export function createProofs(options: ProofsOptions): ProofsStore {
  const { workspace, results, accepted, prover, timers, recognize } = options;
  let all = false;
  let first: QuestionId | null = null;
  let isQuiet = false;
  let cancelPause = () => {};
  let running: { readonly id: ProofId; isLong: boolean } | null = null;

  const store = createStore<ProofsState & ProofsActions>()((set, get) => ({
    revision: workspace.getState().revision,
    proofs: {},
    choices: firstChoices,
    file: null,
    fileProblem: null,
    answerAll(value, id = null) {
      all = value;
      first = id;
      next();
    },
    choose(change) {
      set({ choices: { ...get().choices, ...change } });
      outdate();
      next();
    },
    tryLonger(id) {
      const { effort } = get().proofs[id] ?? unasked;
      put(id, { status: 'waiting', effort: effort * TEN_TIMES });
      next();
    },
    stop() {
      if (running === null) return;
      put(running.id, { status: 'stopped' });
      prover.stop();
    },
    async compareWithFile(name, text) {
      const { scenario } = workspace.getState();
      const version = await recognize(text).then(
        (recognized) => versionIn(recognized, scenario),
        () => 'the engine stopped over it.',
      );
      if (typeof version === 'string')
        set({ fileProblem: `\`${name}\` cannot be compared with: ${version}` });
      else set({ file: { name, scenario: version }, fileProblem: null });
      outdate();
      next();
    },
    compareWithAccepted() {
      set({ file: null, fileProblem: null });
      outdate();
      next();
    },
  }));

  function put(id: ProofId, change: Partial<AskedProof>): void {
    const { proofs } = store.getState();
    store.setState({ proofs: { ...proofs, [id]: { ...unasked, ...proofs[id], ...change } } });
  }

  function currentQuestion(id: ProofId): Question | null {
    const { scenario } = workspace.getState();
    const { choices, file } = store.getState();
    const before = file?.scenario ?? acceptedFor(accepted.getState(), scenario)?.scenario ?? null;
    return questionOf(id, scenario, choices, before);
  }

  /** Questions that are asked otherwise now begin anew, and answers to what nobody asks any more go. */
  function outdate(): void {
    const { proofs } = store.getState();
    for (const id of provedIds) {
      const before = proofs[id]?.asked?.question;
      if (before !== undefined && !sameJson(before, currentQuestion(id))) put(id, unasked);
    }
    endOutdated();
  }

  /** Ends a proof that nobody waits for any more and that may take its time. */
  function endOutdated(): void {
    if (running?.isLong === true && !isCurrent(running.id)) prover.stop();
  }

  function isCurrent(id: ProofId): boolean {
    const { proofs, revision } = store.getState();
    const asked = proofs[id]?.asked ?? null;
    return asked !== null && asked.revision === revision && sameJson(asked.question, currentQuestion(id));
  }

  function isOpen(id: ProofId): boolean {
    if (currentQuestion(id) === null) return false;
    return !isCurrent(id) || store.getState().proofs[id]?.status === 'waiting';
  }

  function next(): void {
    if (running !== null || !isQuiet) return;
    const wanted = all ? provedIds : standingQuestions;
    const id = first !== null && isOpen(first) ? first : wanted.find(isOpen);
    if (id !== undefined) void look(id);
  }

  async function look(id: ProofId): Promise<void> {
    const question = currentQuestion(id);
    if (question === null) return;
    const { revision, proofs } = store.getState();
    const { effort } = proofs[id] ?? unasked;
    const asked: AskedOf = { question, revision };
    const stillAsked = () => store.getState().proofs[id]?.asked === asked && isCurrent(id);
    const job = { id, isLong: false };
    running = job;
    put(id, { status: 'working', asked });
    const stopPatience = timers.after(PATIENCE, () => {
      job.isLong = true;
      endOutdated();
    });
    const stopLong = timers.after(LONG, () => {
      if (stillAsked()) put(id, { status: 'looking' });
    });
    try {
      const scenario = withUsableTexts(workspace.getState().scenario, results.getState().reply);
      const proof = await prover.prove({ scenario, question, limit: timesUsual(effort) });
      if (stillAsked()) put(id, { status: 'answered', answer: { ...asked, proof } });
    } catch {
      if (stillAsked() && store.getState().proofs[id]?.status !== 'stopped') put(id, { status: 'failed' });
    }
    stopPatience();
    stopLong();
    running = null;
    next();
  }

  /** The scenario changed: nothing is looked for until it has been answered and nothing more has changed for a moment. */
  function wait(): void {
    isQuiet = false;
    cancelPause();
    cancelPause = () => {};
  }

  workspace.subscribe((state, before) => {
    if (state.revision === before.revision) return;
    wait();
    if (state.scenario === before.scenario) return;
    const { proofs } = store.getState();
    store.setState({ revision: state.revision, proofs: eachOf(proofs, { effort: 1 }) });
    endOutdated();
  });
  results.subscribe(({ status, studied }) => {
    // An engine that gave up on a table says nothing about what can be proved.
    const isDone = status === 'failed' || (status === 'ready' && studied === workspace.getState().revision);
    if (!isDone || isQuiet) return;
    cancelPause();
    cancelPause = timers.after(PAUSE, () => {
      isQuiet = true;
      outdate();
      next();
    });
  });
  accepted.subscribe(() => {
    outdate();
    next();
  });
  return store;
}

/** The scenario as it answered last: with the last usable text in the place of one that is not. */
function withUsableTexts(scenario: Scenario, reply: Reply | null): Scenario {
  const old = new Set(reply?.documents.filter((report) => report.usedFallback).map((report) => report.id));
  if (old.size === 0) return scenario;
  return mapDocuments(scenario, (document) =>
    old.has(document.id) && document.fallback !== undefined
      ? { id: document.id, text: document.fallback }
      : document,
  );
}

function eachOf(
  proofs: ProofsState['proofs'],
  change: Partial<AskedProof>,
): Partial<Record<ProofId, AskedProof>> {
  const entries = Object.entries(proofs).map(([id, asked]) => [id, { ...asked, ...change }]);
  return Object.fromEntries(entries);
}

function timesUsual(effort: number): WorkLimit {
  return { steps: usualWork.steps * effort, moves: usualWork.moves * effort };
}
