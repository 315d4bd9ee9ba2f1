import type { Remote } from 'comlink';
import { CallDropped, EngineLost, type EngineConnection, type LossReason } from './connection.ts';
import type { EngineApi } from './protocol.ts';
import { deadline, type Timers } from './timers.ts';

/** How long to wait, in milliseconds, before an engine counts as lost. */
export interface EngineLimits {
  /** For a new engine's first sign of life: its program has to be fetched, perhaps over a slow line. */
  readonly start: number;
  /** For a sign of life of an engine that is idle. */
  readonly alive: number;
  /** For an answer, counted from the sign of life. */
  readonly answer: number;
}

export interface SupervisorOptions {
  readonly connect: () => EngineConnection;
  readonly limits: EngineLimits;
  readonly timers: Timers;
  /** Told once for every engine that was lost, during a call or between calls. */
  readonly onLost: (reason: LossReason, detail: string) => void;
}

interface LiveEngine {
  readonly connection: EngineConnection;
  /** Has given a sign of life. */
  proven: boolean;
  lost: boolean;
  /** Has given no sign of life since a call was dropped. */
  dropped: boolean;
  /** Made beside the call under way: each ends with the reason. */
  readonly beside: Set<(reason: EngineLost) => void>;
  /** Ends the call under way with the reason. */
  abandon: ((reason: EngineLost | CallDropped) => void) | null;
}

/** Keeps one engine at hand, watches each call, and replaces an engine that does not answer or breaks. One call at a time, and short ones beside it. */
export class EngineSupervisor {
  readonly #options: SupervisorOptions;
  #live: LiveEngine | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  /**
   * Starts an engine ahead of the first call.
   * @throws {EngineLost} when there can be none at all (workers forbidden, say).
   */
  warm(): void {
    this.#engine();
  }

  /** Makes one call. Rejects with `EngineLost` when the engine had to be given up, otherwise with what the engine threw. */
  call<T>(ask: (engine: Remote<EngineApi>) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const live = this.#engine();
      const { limits, timers } = this.#options;
      let stopWatch = deadline(timers, live.proven ? limits.alive : limits.start, () => {
        this.#lose(live, 'stuck', 'The engine gave no sign of life.');
      });
      let isOver = false;
      const finish = (settle: () => void) => {
        if (isOver) return;
        isOver = true;
        stopWatch();
        live.abandon = null;
        settle();
      };
      live.abandon = (reason) => finish(() => reject(reason));
      const fail = (error: unknown) => finish(() => reject(error));
      // The reply to this is on its way before the engine turns to the call itself: a dead engine is told from a busy one.
      live.connection.engine.ping().then(() => {
        live.proven = true;
        if (isOver) return;
        live.dropped = false;
        stopWatch();
        stopWatch = deadline(timers, limits.answer, () => {
          this.#lose(live, 'stuck', `No answer within ${limits.answer / 1000} seconds.`);
        });
      }, fail);
      ask(live.connection.engine).then((answer) => finish(() => resolve(answer)), fail);
    });
  }

  /**
   * Makes a short call without waiting for the one under way, which goes on. Rejects like `call`; the engine is given up when there
   * is no answer although the call under way had all its time.
   */
  beside<T>(ask: (engine: Remote<EngineApi>) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const live = this.#engine();
      const { limits, timers } = this.#options;
      const patience = (live.proven ? limits.alive : limits.start) + 2 * limits.answer;
      const stopWatch = deadline(timers, patience, () => {
        this.#lose(live, 'stuck', 'The engine did not answer an editor.');
      });
      const fail = (error: unknown) => {
        stopWatch();
        live.beside.delete(fail);
        reject(error);
      };
      live.beside.add(fail);
      ask(live.connection.engine).then((answer) => {
        stopWatch();
        live.beside.delete(fail);
        resolve(answer);
      }, fail);
    });
  }

  /**
   * Lets go of the call under way, if there is one: it is rejected with `CallDropped`, and the next one can be made at once,
   * whatever the engine still says to the first.
   */
  drop(): void {
    const live = this.#live;
    if (live === null || live.abandon === null) return;
    live.dropped = true;
    live.abandon(new CallDropped());
  }

  /** Ends the engine, if there is one. A call under way is rejected. */
  close(): void {
    const live = this.#live;
    if (live !== null) this.#drop(live, new EngineLost('stopped', 'The engine was closed.'));
  }

  #engine(): LiveEngine {
    if (this.#live !== null) return this.#live;
    const live: LiveEngine = {
      connection: this.#connect(),
      proven: false,
      lost: false,
      dropped: false,
      beside: new Set(),
      abandon: null,
    };
    live.connection.onBroken((detail) => this.#lose(live, 'stopped', detail));
    this.#live = live;
    return live;
  }

  #connect(): EngineConnection {
    try {
      return this.#options.connect();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.#options.onLost('unstarted', detail);
      throw new EngineLost('unstarted', detail);
    }
  }

  #lose(live: LiveEngine, why: 'stuck' | 'stopped', detail: string): void {
    if (live.lost) return;
    const reason = live.proven ? why : 'unstarted';
    this.#options.onLost(reason, detail);
    this.#drop(live, new EngineLost(reason, detail, live.dropped));
  }

  #drop(live: LiveEngine, loss: EngineLost): void {
    live.lost = true;
    if (this.#live === live) this.#live = null;
    live.connection.close();
    live.abandon?.(loss);
    for (const abandon of live.beside) abandon(loss);
  }
}
