import type { Recognized } from '#engine/scenario/recognize.ts';
import type { Overview, Reply, StudyInput } from '#engine/study.ts';
import type { WhatIf } from '#engine/whatIf/whatIf.ts';
import { connectWorker } from './connectWorker.ts';
import { createLanguageClient, type LanguageClient } from './languageClient.ts';
import { createRecipeClient, type RecipeClient } from './recipeClient.ts';
import { CallDropped, EngineLost, type EngineConnection, type LossReason } from './connection.ts';
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
   * those waiting is kept, and its answer comes before the second half of the last, which is dropped for it.
   */
  study(revision: number, input: StudyInput): void;
  /** What a text is. Asked in turn, ahead of a waiting study. Rejects when the engine was lost twice over it or threw. */
  recognize(text: string): Promise<Recognized>;
  /**
   * What would turn the answer. Asked when nothing else waits, and once: rejects when the engine was lost over it or threw. Null
   * where a study or another question of this kind was asked for before it was answered.
   */
  whatIf(input: StudyInput): Promise<WhatIf | null>;
  /** What an editor asks about a text: answered beside everything else. */
  readonly language: LanguageClient;
  /** What a form asks about recipes, answered in the same way. */
  readonly recipes: RecipeClient;
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

/** A question that can wait until everything else is answered. */
interface Aside {
  readonly input: StudyInput;
  readonly resolve: (found: WhatIf | null) => void;
  readonly reject: (error: unknown) => void;
}

/** The page's side of the engine: latest wins, a stuck or broken engine is replaced, and the page never waits. */
export function createEngineClient(options: EngineClientOptions): EngineClient {
  const { listener } = options;
  const recognitions: (() => Promise<void>)[] = [];
  let aside: Aside | null = null;
  let waiting: StudyJob | null = null;
  /** The second half of the study answered last. */
  let rest: StudyJob | null = null;
  let newest = Number.NEGATIVE_INFINITY;
  let busy = false;
  /** The call under way takes long and is made again if it is dropped. */
  let canDrop = false;
  let closed = false;

  const supervisor = new EngineSupervisor({
    connect: options.connect ?? (() => connectWorker('engine')),
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
        const reply = await supervisor.call((engine) => engine.reply(input, revision));
        rest = { ...job, half: 'overview', attempt: 1 };
        tell = () => listener.answered(revision, reply);
      } else {
        canDrop = true;
        const overview = await supervisor.call((engine) => engine.overview(input, revision));
        tell = () => overview !== null && listener.completed(revision, overview);
      }
    } catch (error) {
      if (!closed) studyFailed(job, error);
      return;
    }
    if (!closed) tell();
  }

  function studyFailed(job: StudyJob, error: unknown): void {
    if (error instanceof CallDropped) {
      if (waiting === null) queue(job);
    } else if (!(error instanceof EngineLost)) listener.gaveUp(job.revision, 'fault', messageOf(error));
    else if (waiting !== null) return; // a newer input is next; nobody waits for this one any more
    else if (error.overDropped) queue(job);
    else if (job.attempt < ATTEMPTS) queue({ ...job, attempt: job.attempt + 1 });
    else listener.gaveUp(job.revision, error.reason, error.message);
  }

  function queue(job: StudyJob): void {
    if (job.half === 'reply') waiting = job;
    else rest = job;
  }

  async function recognizeStubbornly(text: string): Promise<Recognized> {
    for (let attempt = 1; ;) {
      if (closed) throw new EngineLost('stopped', 'The engine was closed.');
      try {
        // One call at a time: the second attempt needs the outcome of the first.
        // eslint-disable-next-line no-await-in-loop
        return await supervisor.call(async (engine): Promise<Recognized> => engine.recognize(text));
      } catch (error) {
        if (!(error instanceof EngineLost)) throw error;
        if (!error.overDropped) attempt += 1;
        if (attempt > ATTEMPTS) throw error;
      }
    }
  }

  async function consider(asked: Aside): Promise<void> {
    canDrop = true;
    try {
      asked.resolve(await supervisor.call((engine) => engine.whatIf(asked.input)));
    } catch (error) {
      if (error instanceof CallDropped) return;
      asked.reject(error);
    }
    if (aside === asked) aside = null;
  }

  /** Nobody waits for what was asked aside any more. */
  function forgetAside(): void {
    aside?.resolve(null);
    aside = null;
  }

  /** What takes long gives way at once to what is waiting. */
  function hurry(): void {
    if (canDrop) supervisor.drop();
    void work();
  }

  function nextJob(): (() => Promise<void>) | null {
    const recognition = recognitions.shift();
    if (recognition !== undefined) return recognition;
    const job = waiting ?? rest;
    if (job === waiting) waiting = null;
    else rest = null;
    if (job !== null) return () => runStudy(job);
    const asked = aside;
    return asked === null ? null : () => consider(asked);
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      for (let job = nextJob(); job !== null; job = nextJob()) {
        // eslint-disable-next-line no-await-in-loop
        await job();
        canDrop = false;
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
    language: createLanguageClient(supervisor, () => closed),
    recipes: createRecipeClient(supervisor, () => closed),
    study(revision, input) {
      if (closed || revision < newest) return;
      newest = revision;
      waiting = { half: 'reply', revision, input, attempt: 1 };
      forgetAside();
      hurry();
    },
    recognize(text) {
      return new Promise((resolve, reject) => {
        recognitions.push(() => recognizeStubbornly(text).then(resolve, reject));
        hurry();
      });
    },
    whatIf(input) {
      return new Promise((resolve, reject) => {
        forgetAside();
        if (closed) reject(new EngineLost('stopped', 'The engine was closed.'));
        else aside = { input, resolve, reject };
        void work();
      });
    },
    close() {
      closed = true;
      waiting = null;
      rest = null;
      forgetAside();
      supervisor.close();
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
