import type { Scenario } from '#engine/scenario/scenario.ts';
import { type Answers, prove, type Question } from '../prove.ts';
import { isAnswerTo } from '../standing.ts';
import { scenarioWith } from './provers.ts';

/** Account of the key. */
export const OWN = '111122223333';
export const role = (name: string, account = OWN) => `arn:aws:iam::${account}:role/${name}`;

/** A statement that allows everyone everything, but for what `parts` says. */
export function statement(parts: object): object {
  return { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', ...parts };
}

/** An IAM policy that allows all of KMS. */
export const everything = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
};

/** The account itself, as the default key policy has it. */
export const root = statement({ Sid: 'Root', Principal: { AWS: `arn:aws:iam::${OWN}:root` } });

/** Asks about a key policy of some statements. */
export function ask<Kind extends keyof Answers>(
  question: Question & { readonly kind: Kind },
  statements: readonly object[],
  more: Partial<Scenario> = {},
): Answers[Kind] {
  const scenario = { ...scenarioWith({ Version: '2012-10-17', Statement: statements }), ...more };
  const proof = prove({ scenario, question });
  if (!isAnswerTo(proof, question.kind)) throw new Error(`Answered as ${proof.kind}.`);
  return proof.answer;
}
