import { accessTableInSteps } from './access/accessTable.ts';
import { answerRequest } from './explain/answerRequest.ts';
import { Linter } from './lint/linter.ts';
import { recordOf } from './record/recordOf.ts';
import { statementName } from './explain/words.ts';
import type { DocumentReport, Overview, Reply, Study, StudyInput } from './study.ts';
import { finish, type Steps } from './steps.ts';
import type { ScenarioRequest } from './scenario/scenario.ts';
import { suggestionsFor } from './suggest/suggestions.ts';
import { createLanguage, type Language } from './language/language.ts';
import { lazyRecipes, type RecipeCalls } from './recipes/lazyRecipes.ts';
import { buildWorld } from './world/buildWorld.ts';
import { DocumentReader } from './world/documents.ts';
import { type WhatIf, whatIfInSteps } from './whatIf/whatIf.ts';
import type { DocumentInWorld, World } from './world/world.ts';

export { recognize } from './scenario/recognize.ts';
export { readScenario } from './scenario/readScenario.ts';
export { printScenario } from './scenario/printScenario.ts';

/**
 * A session with the engine: it remembers documents it has read, so that an edit costs only the reading of what changed.
 * Apart from speed, every call answers as if it were the first.
 */
export interface Engine extends Language, RecipeCalls {
  /** Findings and the answer for one state of a scenario and one request. */
  reply(input: StudyInput): Reply;
  /** The table and what can be suggested: some ten times the work of a reply. */
  overview(input: StudyInput): Steps<Overview>;
  /** Both. */
  study(input: StudyInput): Study;
  /** The smallest changes that would turn the answer, and what a PutKeyPolicy would do: asked for after the answer. */
  whatIf(input: StudyInput): Steps<WhatIf>;
}

export function createEngine(): Engine {
  const reader = new DocumentReader();
  const linter = new Linter();
  const trials = new DocumentReader();
  const worldOf = ({ scenario, now }: StudyInput) => buildWorld(scenario, reader, now);
  return {
    reply: (input) => replyIn(worldOf(input), input.request, reader),
    overview: (input) => overviewOf(worldOf(input), input, reader, linter),
    study(input) {
      const world = worldOf(input);
      return {
        ...replyIn(world, input.request, reader),
        ...finish(overviewOf(world, input, reader, linter)),
      };
    },
    whatIf: (input) => whatIfInSteps(input, worldOf(input), trials),
    ...createLanguage(reader),
    ...lazyRecipes(),
  };
}

function replyIn(world: World, request: ScenarioRequest, reader: DocumentReader): Reply {
  const answered = answerRequest(world, request);
  const session = sessionDocuments(request, reader);
  return {
    documents: [...world.documents, ...session].map(report),
    requestProblems: 'problems' in answered ? answered.problems : [],
    answer: 'problems' in answered ? null : answered.answer,
    record: 'problems' in answered ? null : recordOf(answered.call, answered.answer.awsMessage),
  };
}

function* overviewOf(
  world: World,
  { request, key: shown = 0 }: StudyInput,
  reader: DocumentReader,
  linter: Linter,
): Steps<Overview> {
  const key = world.keys[shown];
  return {
    findings: yield* linter.inSteps(world, sessionDocuments(request, reader)),
    access: key === undefined ? null : yield* accessTableInSteps(world, key),
    suggestions: suggestionsFor(world, request.action),
  };
}

/** The session policies of the request, which belong to no scenario. */
function sessionDocuments(request: ScenarioRequest, reader: DocumentReader): readonly DocumentInWorld[] {
  return (request.session?.policies ?? []).map((document) =>
    reader.readPolicy(document, 'session', 'session'),
  );
}

/** One study with an engine of its own. */
export function study(input: StudyInput): Study {
  return createEngine().study(input);
}

function report(document: DocumentInWorld): DocumentReport {
  const { id, kind, usedFallback, usable, diagnostics, bytes, policy, grants } = document;
  const statements = policy?.policy.statements.map((statement) => ({
    ref: statement.ref,
    label: statementName(statement),
    effect: statement.effect,
    span: statement.span,
  }));
  const fromGrants = grants.map(({ grant }) => ({
    ref: grant.ref,
    label: grant.name ?? grant.id,
    effect: 'Allow' as const,
    span: grant.span,
  }));
  return { id, kind, usedFallback, usable, diagnostics, statements: statements ?? fromGrants, bytes };
}
