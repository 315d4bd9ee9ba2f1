import { expect, test } from 'vitest';
import { prove, type Question } from '#engine/prove/prove.ts';
import type { AskedProof, ProofsState } from '#state/proofs.ts';
import { firstChoices, type QuestionId, questionOf } from '#state/questions.ts';
import { ordersKey } from '../../examples/ordersKey.ts';
import { proofStatus } from './proofStatus.view.ts';

const nobody = {
  ...ordersKey,
  keys: ordersKey.keys.map((key) => ({ ...key, policy: { id: 'key', text: '{"Statement":[]}' } })),
};

function known(
  scenario: typeof ordersKey,
  ids: readonly QuestionId[],
): Pick<ProofsState, 'proofs' | 'revision'> {
  const entries = ids.map((id): [QuestionId, AskedProof] => {
    const question: Question | null = questionOf(id, scenario, firstChoices, ordersKey);
    if (question === null) throw new Error('This cannot be asked.');
    const asked = { question, revision: 5 };
    const proof = prove({ scenario, question });
    return [id, { status: 'answered', asked, answer: { ...asked, proof }, effort: 1 }];
  });
  return { proofs: Object.fromEntries(entries), revision: 5 };
}

const words = (state: Pick<ProofsState, 'proofs' | 'revision'>) =>
  proofStatus(state).map((item) => `${item.isGood ? '✓' : '!'} ${item.words}`);

test('says what is proved, good or bad', () => {
  expect(words(known(ordersKey, ['public', 'outside-organization', 'lockout', 'compare']))).toEqual([
    '✓ Not public',
    '✓ No new access',
  ]);
  expect(words(known(nobody, ['lockout', 'compare']))).toEqual([
    '! Nobody can change the policy',
    '✓ No new access',
  ]);
});

test('says nothing that is out of date', () => {
  expect(proofStatus({ ...known(ordersKey, ['public']), revision: 6 })).toEqual([]);
  expect(proofStatus({ proofs: {}, revision: 1 })).toEqual([]);
});
