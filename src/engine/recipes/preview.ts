import { sessionPolicyProblem } from '../authorize/sessionPolicies.ts';
import type { Decision } from '../explain/answer.ts';
import { answerRequest } from '../explain/answerRequest.ts';
import type { Phrase } from '../explain/phrase.ts';
import type { Scenario, ScenarioIdentity, ScenarioKey } from '../scenario/scenario.ts';
import type { StudyInput } from '../study.ts';
import { buildWorld } from '../world/buildWorld.ts';
import type { DocumentReader } from '../world/documents.ts';
import type { World } from '../world/world.ts';
import { applyEdits, type Edit } from '../whatIf/edit.ts';
import type { KeyOfRecipe } from './keyFacts.ts';
import { freeName, placeStatements } from './placeStatements.ts';
import { readValues, type Entered, type ParameterProblem } from './values.ts';
import type { Recipe } from './recipe.ts';
import { render, type Rendered, type RenderedPolicy, type RenderedRequest } from './render.ts';

/** What one of a recipe's requests would come to. */
export interface Expected {
  readonly name: string;
  readonly expect: RenderedRequest['expect'];
  /** Whether it comes out as the recipe means it to. */
  readonly ok: boolean;
  /** The decision with the recipe applied; absent where the request cannot be asked. */
  readonly decision: Decision | undefined;
  /** Why, in one or two sentences. */
  readonly sentence: Phrase;
}

/** What applying a recipe would do. */
export type RecipePreview =
  | { readonly kind: 'problems'; readonly problems: readonly ParameterProblem[] }
  /** Something of the scenario is in the way: one sentence with what to do. */
  | { readonly kind: 'obstacle'; readonly message: string }
  | {
      readonly kind: 'ready';
      /** None where everything is there already. */
      readonly edits: readonly Edit[];
      /** What was done, once it is: "CloudTrail writes log files: added 2 statements to the key policy." */
      readonly sentence: string;
      readonly expected: readonly Expected[];
    };

/**
 * Fills a recipe in and tries it out: the edits that would place it, and its requests, answered by the engine in the scenario with
 * these edits made.
 *
 * @param target the key, its position in the scenario and its facts
 * @param reader reads the edited texts; not the one that answers the page
 */
export function previewRecipe(
  recipe: Recipe,
  entered: Entered,
  input: StudyInput,
  target: { readonly key: ScenarioKey; readonly facts: KeyOfRecipe },
  reader: DocumentReader,
): RecipePreview {
  const read = readValues(recipe, entered, target.facts);
  if ('problems' in read) return { kind: 'problems', problems: read.problems };
  const rendered = render(recipe, read.values, target.facts);
  const placed = placeStatements(target.key.policy, rendered.keyPolicy);
  if (placed === undefined) {
    return {
      kind: 'obstacle',
      message: 'The key policy cannot be read as it is: mend what is marked in it first.',
    };
  }
  const policies = rendered.policies.flatMap((policy) => identityEdit(input.scenario, policy));
  const edits = [...placed.edits, ...policies];
  return {
    kind: 'ready',
    edits,
    sentence: `${recipe.title}: ${sentenceOf(placed.sids.length, policies.length)}`,
    expected: expectations(rendered, edits, input, reader),
  };
}

/** The edit that gives somebody an IAM policy, unless one of theirs says all of it already. */
function identityEdit(scenario: Scenario, { arn, name, statements }: RenderedPolicy): readonly Edit[] {
  const owner: ScenarioIdentity | undefined = scenario.identities.find((identity) => identity.arn === arn);
  const present = owner?.policies ?? [];
  const isThere = present.some(({ document }) => placeStatements(document, statements)?.sids.length === 0);
  const made = placeStatements({ id: '', text: '' }, statements);
  if (isThere || made === undefined) return [];
  const free = freeName(name, new Set(present.map((policy) => policy.name)));
  return [{ kind: 'identityPolicy', arn, name: free, text: made.text }];
}

function sentenceOf(statements: number, policies: number): string {
  const parts = [
    ...(statements === 0 ? [] : [`${counted(statements, 'statement')} to the key policy`]),
    ...(policies === 0 ? [] : [counted(policies, 'IAM policy', 'IAM policies')]),
  ];
  return parts.length === 0 ? 'everything is there already.' : `added ${parts.join(' and ')}.`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function expectations(
  { requests }: Rendered,
  edits: readonly Edit[],
  { scenario, request, now }: StudyInput,
  reader: DocumentReader,
): readonly Expected[] {
  const before = buildWorld(scenario, reader, now);
  const after = buildWorld(applyEdits({ scenario, request }, edits).scenario, reader, now);
  return requests.map((asked) => expectationOf(asked, before, after));
}

/** One of the requests, asked with the recipe and, where it should change nothing, without. */
export function expectationOf({ request, expect }: RenderedRequest, before: World, after: World): Expected {
  const name = request.name ?? request.action;
  const answer = answerIn(after, request);
  if ('problem' in answer)
    return { name, expect, ok: false, decision: undefined, sentence: [answer.problem] };
  const { decision, sentence } = answer;
  const earlier = expect === 'unchanged' ? answerIn(before, request) : undefined;
  const ok =
    expect === 'allowed'
      ? decision === 'allowed'
      : expect === 'denied'
        ? decision !== 'allowed'
        : earlier !== undefined && 'decision' in earlier && earlier.decision === decision;
  return { name, expect, ok, decision, sentence };
}

function answerIn(world: World, request: RenderedRequest['request']) {
  const limits = sessionPolicyProblem(request);
  if (limits !== undefined) return { problem: limits };
  const answered = answerRequest(world, request);
  if ('problems' in answered) return { problem: answered.problems.map(({ message }) => message).join(' ') };
  return { decision: answered.answer.decision, sentence: answered.answer.sentence };
}
