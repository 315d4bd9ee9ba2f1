import type { World } from '#engine/world/world.ts';
import { asUndecided, placeholdersIn } from '../placeholders.ts';
import type { Answers } from '../question.ts';
import { NOT_DECIDED, openPoint, type CitedStatement, type ProofAnswer } from './answer.ts';

/**
 * The answer about documents with placeholders that nobody filled in. What it found with the help of such a statement is about
 * requests to the template, not to what will become of it, and a "no" is about other documents than the ones that will be used.
 */
export function answerOfTemplate<Answer extends ProofAnswer>(given: Answer, world: World): Answer {
  const { open, isUnfilled } = gapsIn(world);
  if (open.length === 0) return given;
  const findings = given.findings.filter(({ statements }) => !statements.some(isUnfilled));
  const isDecided = given.verdict === 'yes' && findings.length > 0;
  return {
    ...given,
    ...(isDecided ? {} : { verdict: 'undecided', withFacts: null, sentence: NOT_DECIDED }),
    findings,
    rests: [],
    open: [...given.open, ...open],
  };
}

/** What is proved of statements that have no placeholder, beside others that have none. */
export function reviewOfTemplate(given: Answers['review'], world: World): Answers['review'] {
  const { open, isUnfilled } = gapsIn(world);
  if (open.length === 0) return given;
  return {
    remarks: given.remarks.filter(
      ({ remark, statement, statements }) =>
        remark !== 'deniesNothing' && ![statement, ...statements].some(isUnfilled),
    ),
    parts: given.parts.filter((part) => !isUnfilled(part)),
    open: [...given.open, ...open],
  };
}

function gapsIn(world: World) {
  const placeholders = placeholdersIn(world);
  const refs = new Set(placeholders.map(({ ref }) => ref));
  return {
    open: placeholders.map((placeholder) => openPoint(asUndecided(placeholder))),
    isUnfilled: ({ ref }: Pick<CitedStatement, 'ref'>) => refs.has(ref),
  };
}
