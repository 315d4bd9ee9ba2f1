import type { Language } from '#engine/language/language.ts';
import type { RecipeCalls } from '#engine/recipes/lazyRecipes.ts';
import type { Steps } from '#engine/steps.ts';
import type { Overview, Reply, StudyInput } from '#engine/study.ts';
import type { WhatIf } from '#engine/whatIf/whatIf.ts';
import type { Proof, ProveInput } from '#engine/prove/prove.ts';
import type { ImportReading } from '#engine/exchange/readImport.ts';
import type { Recognized } from '#engine/scenario/recognize.ts';

/** What is imported: a text, or a file that may be too large to be one. */
export type ImportSource = { readonly text: string } | { readonly file: Blob };

/** Told how much of a file has been read, from 0 to 1. */
export type Progress = (fraction: number) => void;

/** The calls the page can make to the engine. Plain data in, plain data out: everything crosses by structured clone. */
export interface EngineApi extends Language, RecipeCalls {
  /**
   * Findings and the answer for one state of the scenario and one request.
   * @param revision names the study, whose second half begins before it is asked for by the same name; null for none.
   */
  reply(input: StudyInput, revision: number | null): Reply;
  /** Table and suggestions for the same; null where something else was asked for before they were ready. */
  overview(input: StudyInput, revision: number | null): Promise<Overview | null>;
  /**
   * What would turn the answer, and what a PutKeyPolicy would do: many decisions, asked for after everything else; null where
   * something else was asked for before they were all made.
   */
  whatIf(input: StudyInput): Promise<WhatIf | null>;
  /** An answer about all requests. The solver is loaded with the first question. */
  prove(input: ProveInput): Promise<Proof>;
  /** What a pasted or opened text is. */
  recognize(text: string): Recognized;
  /** What a text or file of any form holds. Its readers are loaded with the first import. */
  readImport(source: ImportSource, onProgress: Progress): Promise<ImportReading>;
  /** A sign of life, for the watchdog. */
  ping(): 'pong';
}

/** The engine where it lives. What takes long it does in steps. */
export interface HostedEngine extends Omit<EngineApi, 'reply' | 'overview' | 'whatIf'> {
  reply(input: StudyInput): Reply;
  overview(input: StudyInput): Steps<Overview>;
  whatIf(input: StudyInput): Steps<WhatIf>;
}
