import type { Scenario } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import type { DocumentReader } from '#engine/world/documents.ts';
import type { KeyInWorld, World } from '#engine/world/world.ts';
import { UnsupportedStatement } from './model/statementBox.ts';
import { Prover } from './prover.ts';
import { compareVersions } from './questions/compareAnswer.ts';
import type { Proof, ReadInput } from './question.ts';

/** A scenario and a key of it that can be asked about. */
export interface Subject {
  readonly world: World;
  readonly key: KeyInWorld;
}

/** What keeps a question from being answered. */
export type Unanswered = Extract<Proof, { readonly kind: 'unanswered' }>;

/** @param arn of the key; default: the first one. */
export function subjectOf(
  scenario: Scenario,
  arn: string | undefined,
  reader: DocumentReader,
): Subject | Unanswered {
  const world = buildWorld(scenario, reader);
  const key = arn === undefined ? world.keys[0] : world.keys.find((one) => one.arn === arn);
  if (key === undefined) return unanswered('The scenario has no such key.');
  const broken = world.documents.find((document) => !document.usable);
  return broken === undefined ? { world, key } : unanswered(`The document \`${broken.id}\` cannot be used.`);
}

export function unanswered(because: string): Unanswered {
  return { kind: 'unanswered', because };
}

/** Runs a question; a statement that boxes cannot express leaves it unanswered. */
export function guarded(ask: () => Proof): Proof {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof UnsupportedStatement)) throw error;
    return unanswered(`A statement is beyond what can be asked about all requests: ${error.message}.`);
  }
}

/** The question that is asked most, by itself, so that it can be loaded without the others. */
export function compareScenarios(input: Versions, before: Scenario, reader: DocumentReader): Proof {
  return ofTwoVersions(input, before, reader, (prover) => ({
    kind: 'compare',
    answer: compareVersions(prover),
  }));
}

type Versions = Omit<ReadInput, 'question'>;

/** A question about two versions; its prover has the earlier one first. */
export function ofTwoVersions(
  { scenario, key: arn, limit, stated }: Versions,
  before: Scenario,
  reader: DocumentReader,
  ask: (prover: Prover) => Proof,
): Proof {
  const later = subjectOf(scenario, arn, reader);
  if ('kind' in later) return later;
  const same = subjectOf(before, later.key.arn, reader);
  const earlier = 'kind' in same ? subjectOf(before, undefined, reader) : same;
  if ('kind' in earlier) return unanswered(`The earlier version cannot be used: ${earlier.because}`);
  return guarded(() => {
    const worlds = [earlier, later].map(({ world, key }) => [world, key] as const);
    return ask(new Prover(worlds, { stated, ...(limit === undefined ? {} : { limit }) }));
  });
}
