import { decide } from '../authorize/decide.ts';
import { layersOf } from '../authorize/layers.ts';
import { sessionPolicies } from '../authorize/sessionPolicies.ts';
import type { Decision } from '../explain/answer.ts';
import { overall } from '../explain/answerRequest.ts';
import { readRequest } from '../request/readRequest.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import type { DocumentReader } from '../world/documents.ts';
import type { Moment, World } from '../world/world.ts';
import { applyEdits, type Edit, type Situation } from './edit.ts';

/** Tries edits out: the same evaluator as everywhere, on the scenario as it would be. */
export class Trial {
  readonly #situation: Situation;
  readonly #reader: DocumentReader;
  readonly #now: Moment | undefined;
  /** Worlds made so far, by their edits: a change that is offered is looked at several times. */
  readonly #worlds = new Map<string, World>();

  /** @param reader reads the edited texts; not the one that answers the page, which must not forget what it knows. */
  constructor(situation: Situation, reader: DocumentReader, now: Moment | undefined) {
    this.#situation = situation;
    this.#reader = reader;
    this.#now = now;
  }

  worldAfter(edits: readonly Edit[]): World {
    return this.#worldOf(edits, applyEdits(this.#situation, edits).scenario);
  }

  #worldOf(edits: readonly Edit[], scenario: Scenario): World {
    const name = JSON.stringify(edits);
    const world = this.#worlds.get(name) ?? buildWorld(scenario, this.#reader, this.#now);
    this.#worlds.set(name, world);
    return world;
  }

  /** The decision after some edits; undefined where the request could not be asked any more, or a document not be read. */
  decisionAfter(edits: readonly Edit[]): Decision | undefined {
    const { scenario, request } = applyEdits(this.#situation, edits);
    const world = this.#worldOf(edits, scenario);
    if (world.documents.some(({ usable }) => !usable)) return undefined;
    const read = readRequest(world, request);
    if (read.kind !== 'checks') return undefined;
    const session = sessionPolicies(request);
    return overall(read.checks.map((check) => decide(check, layersOf(world, check, session)).decision));
  }
}
