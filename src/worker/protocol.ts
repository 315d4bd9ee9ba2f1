import type { Study, StudyInput } from '#engine/study.ts';
import type { Recognized } from '#engine/scenario/recognize.ts';

/** The calls the page can make to the engine. Plain data in, plain data out: everything crosses by structured clone. */
export interface EngineApi {
  /** Answers, table, findings and suggestions for one state of the scenario. */
  study(input: StudyInput): Study;
  /** What a pasted or opened text is. */
  recognize(text: string): Recognized;
  /** A sign of life, for the watchdog. */
  ping(): 'pong';
}
