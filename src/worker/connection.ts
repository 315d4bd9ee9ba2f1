import type { Remote } from 'comlink';
import type { EngineApi } from './protocol.ts';

/** One engine somewhere else: a worker in the browser, a message port in tests. */
export interface EngineConnection {
  readonly engine: Remote<EngineApi>;
  /** Registers who is told, in words, that the other side failed outside of any call. */
  onBroken(listener: (detail: string) => void): void;
  /** Ends the other side at once, whatever it is doing. */
  close(): void;
}

/** `stuck`: no answer in time. `stopped`: it failed outside a call. `unstarted`: it never gave a sign of life. */
export type LossReason = 'stuck' | 'stopped' | 'unstarted';

/** Nobody waits for the outcome of this call any more. */
export class CallDropped extends Error {
  constructor() {
    super('The call was dropped for another one.');
    this.name = 'CallDropped';
  }
}

/** The engine was lost during a call; the call says nothing about its arguments yet. */
export class EngineLost extends Error {
  readonly reason: LossReason;
  /** The engine had not come back from a call that was dropped before: what it was lost in was hardly this call. */
  readonly overDropped: boolean;

  constructor(reason: LossReason, detail: string, overDropped = false) {
    super(detail);
    this.name = 'EngineLost';
    this.reason = reason;
    this.overDropped = overDropped;
  }
}
