import { wrap } from 'comlink';
import type { Recognized } from '#engine/scenario/recognize.ts';
import type { Overview, Reply, StudyInput } from '#engine/study.ts';
import type { WhatIf } from '#engine/whatIf/whatIf.ts';
import { EngineLost, type EngineConnection, type LossReason } from './connection.ts';
import type { EngineApi } from './protocol.ts';
import { EngineSupervisor, type EngineLimits } from './supervisor.ts';
import { realTimers, type Timers } from './timers.ts';

/** What a study can fail of: the engine was lost twice over it, or it threw (`fault`: a bug). */
export type FailureReason = LossReason | 'fault';

/** Who is told what became of the studies. */
export interface EngineListener {
  /** The engine turned to this revision. */
  working(revision: number): void;
  /** The first half of a study. Revisions only grow from one answer to the next. */
  answered(revision: number, reply: Reply): void;
  /** The second half of the study of the revision answered last; left out where a newer one was asked for in between. */
  completed(revision: number, overview: Overview): void;
  /** An engine was lost and will be replaced. */
  lost(reason: LossReason, detail: string): void;
  /** There will be no answer for this revision, or no second half of one; the next one starts fresh. */
  gaveUp(revision: number, reason: FailureReason, detail: string): void;
}

export interface EngineClient {
  /**
   * Asks for the study of one revision: the answer first, then what takes longer. While one is under way only the newest of
   * those waiting is kept, and its answer comes before the second half of the last.
   */
  study(revision: number, input: StudyInput): void;
  /** What a text is. Asked in turn, ahead of a waiting study. Rejects when the engine was lost twice over it or threw. */
  recognize(text: string): Promise<Recognized>;
  /** What would turn the answer. Asked when nothing else waits, and once: rejects when the engine was lost over it or threw. */
  whatIf(input: StudyInput): Promise<WhatIf>;
  /** Ends the engine; nothing is reported any more. */
  close(): void;
}

export interface EngineClientOptions {
  readonly listener: EngineListener;
  readonly connect?: () => EngineConnection;
  readonly limits?: EngineLimits;
  readonly timers?: Timers;
}

const DEFAULT_LIMITS: EngineLimits = { start: 30_000, alive: 2_000, answer: 5_000 };

/** How often an input may be tried: an engine lost once may have been bad luck, twice it was the input. */
const ATTEMPTS = 2;

interface StudyJob {
  readonly half: 'reply' | 'overview';
  readonly revision: number;
  readonly input: StudyInput;
  readonly attempt: number;
}

/** The page's side of the engine: latest wins, a stuck or broken engine is replaced, and the page never waits. */
export function createEngineClient(options: EngineClientOptions): EngineClient {
  const { listener } = options;
  const recognitions: (() => Promise<void>)[] = [];
  /** What can wait until everything else is answered. */
  const asides: (() => Promise<void>)[] = [];
  let waiting: StudyJob | null = null;
  /** The second half of the study answered last. */
  let rest: StudyJob | null = null;
  let newest = Number.NEGATIVE_INFINITY;
  let busy = false;
  let closed = false;

  const supervisor = new EngineSupervisor({
    connect: options.connect ?? connectWorker,
    limits: options.limits ?? DEFAULT_LIMITS,
    timers: options.timers ?? realTimers,
    onLost: (reason, detail) => {
      if (!closed) listener.lost(reason, detail);
    },
  });

  async function runStudy(job: StudyJob): Promise<void> {
    const { half, revision, input } = job;
    let tell: () => void;
    try {
      if (half === 'reply') {
        listener.working(revision);
        const reply = await supervisor.call((engine) => engine.reply(input));
        rest = { ...job, half: 'overview', attempt: 1 };
        tell = () => listener.answered(revision, reply);
      } else {
        const overview = await supervisor.call((engine) => engine.overview(input));
        tell = () => listener.completed(revision, overview);
      }
    } catch (error) {
      if (!closed) studyFailed(job, error);
      return;
    }
    if (!closed) tell();
  }

  function studyFailed(job: StudyJob, error: unknown): void {
    if (!(error instanceof EngineLost)) listener.gaveUp(job.revision, 'fault', messageOf(error));
    else if (waiting !== null) return; // a newer input is next; nobody waits for this one any more
    else if (job.attempt < ATTEMPTS) queue({ ...job, attempt: job.attempt + 1 });
    else listener.gaveUp(job.revision, error.reason, error.message);
  }

  function queue(job: StudyJob): void {
    if (job.half === 'reply') waiting = job;
    else rest = job;
  }

  async function recognizeStubbornly(text: string): Promise<Recognized> {
    for (let attempt = 1; ; attempt += 1) {
      if (closed) throw new EngineLost('stopped', 'The engine was closed.');
      try {
        // One call at a time: the second attempt needs the outcome of the first.
        // eslint-disable-next-line no-await-in-loop
        return await supervisor.call(async (engine): Promise<Recognized> => engine.recognize(text));
      } catch (error) {
        if (attempt >= ATTEMPTS || !(error instanceof EngineLost)) throw error;
      }
    }
  }

  async function consider(input: StudyInput): Promise<WhatIf> {
    if (closed) throw new EngineLost('stopped', 'The engine was closed.');
    return supervisor.call(async (engine): Promise<WhatIf> => engine.whatIf(input));
  }

  function nextJob(): (() => Promise<void>) | null {
    const recognition = recognitions.shift();
    if (recognition !== undefined) return recognition;
    const job = waiting ?? rest;
    if (job === waiting) waiting = null;
    else rest = null;
    return job === null ? (asides.shift() ?? null) : () => runStudy(job);
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      for (let job = nextJob(); job !== null; job = nextJob()) {
        // eslint-disable-next-line no-await-in-loop
        await job();
      }
    } finally {
      busy = false;
    }
  }

  try {
    supervisor.warm();
  } catch {
    // Reported to the listener; the first call tries again and says so if there is no engine to be had.
  }

  return {
    study(revision, input) {
      if (closed || revision < newest) return;
      newest = revision;
      waiting = { half: 'reply', revision, input, attempt: 1 };
      void work();
    },
    recognize(text) {
      return new Promise((resolve, reject) => {
        recognitions.push(() => recognizeStubbornly(text).then(resolve, reject));
        void work();
      });
    },
    whatIf(input) {
      return new Promise((resolve, reject) => {
        asides.push(() => consider(input).then(resolve, reject));
        void work();
      });
    },
    close() {
      closed = true;
      waiting = null;
      rest = null;
      supervisor.close();
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function connectWorker(): EngineConnection {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  return {
    engine: wrap<EngineApi>(worker),
    onBroken(listener) {
      worker.addEventListener('error', (event) => {
        listener(event.message === undefined ? 'The engine could not be loaded.' : event.message);
      });
      worker.addEventListener('messageerror', () => listener('A message of the engine could not be read.'));
    },
    close: () => worker.terminate(),
  };
}
