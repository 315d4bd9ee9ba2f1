import type { Phrase } from '#engine/explain/phrase.ts';
import { code } from '#engine/explain/words.ts';
import type { Prover } from '../prover.ts';
import { answerFrom, type ProofAnswer } from './answer.ts';
import { granted, restingOn } from './granted.ts';
import { scopeOf } from './scope.ts';

/**
 * Does anyone remain who can change the key policy (KMS-015)? A `no` means that nobody can, whatever their IAM policies say,
 * and only AWS Support could help.
 */
export function policyCanChange(prover: Prover): ProofAnswer {
  const [model] = prover.models;
  if (model === undefined) throw new Error('A question is about a key.');
  const asked = prover.universe.action((action) => action === 'kms:PutKeyPolicy');
  const found = granted(prover, { conditions: [asked], level: 'viaIam' });
  const no: Phrase = [
    'Nobody can change the key policy any more: ',
    code('kms:PutKeyPolicy'),
    ' is allowed to no one.',
  ];
  return answerFrom(
    found.findings,
    found.open,
    { yes: ['The key policy can still be changed.'], no },
    scopeOf(model.key),
    restingOn(prover, found.rests),
  );
}
