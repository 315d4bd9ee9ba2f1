import { describe, expect, test } from 'vitest';
import type { Proof } from '#engine/prove/prove.ts';
import { prove } from '#engine/prove/prove.ts';
import { usualWork } from '#engine/prove/work.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { AskedProof } from '#state/proofs.ts';
import { conditionsView } from './conditions.view.ts';

const allow = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
  Action: 'kms:Decrypt',
  Resource: '*',
};

function withStatements(...Statement: readonly object[]): Scenario {
  const text = JSON.stringify({ Version: '2012-10-17', Statement });
  const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn, policy: { id: 'key', text } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}

function asked(status: AskedProof['status'], limit = usualWork): AskedProof {
  const before = withStatements();
  const scenario = withStatements(allow);
  const question = { kind: 'conditions', before } as const;
  const proof: Proof = prove({ scenario, question, limit });
  return { status, asked: { question, revision: 1 }, answer: { question, revision: 1, proof }, effort: 1 };
}

const wanted = { direction: 'widened', group: 'key[0] noAllow ' } as const;

describe('a difference as general conditions', () => {
  test('is all of it where that is proved', () => {
    const view = conditionsView(asked('answered'), 1, wanted);
    expect(view).toMatchObject({
      covers: 'Proved: this is all of it.',
      isStale: false,
      problem: null,
      canTryLonger: false,
    });
    expect(view.difference?.parts).toHaveLength(1);
  });

  test('may be more where the work ran out, and can be tried longer', () => {
    expect(conditionsView(asked('answered', { steps: 3, moves: 5 }), 1, wanted)).toMatchObject({
      covers: 'There may be more: the search stopped at its work limit.',
      canTryLonger: true,
    });
  });

  test('of an earlier version stays until there is the new one', () => {
    const view = conditionsView(asked('answered'), 2, wanted);
    expect(view).toMatchObject({ isStale: true, isGoing: true, canStop: false, problem: null });
    expect(view.difference).not.toBeNull();
  });

  test('can be stopped once it takes long', () => {
    expect(conditionsView(asked('looking'), 1, wanted)).toMatchObject({ isGoing: true, canStop: true });
    expect(conditionsView(asked('stopped'), 1, wanted)).toMatchObject({
      problem: 'You stopped it.',
      isGoing: false,
      canTryLonger: true,
    });
  });

  test('is waited for before it is asked, and not decided where the answer has none', () => {
    expect(conditionsView(undefined, 1, wanted)).toMatchObject({ difference: null, isGoing: true });
    const other = { ...wanted, direction: 'narrowed' } as const;
    expect(conditionsView(asked('answered'), 1, other)).toMatchObject({ problem: 'Not decided.' });
  });
});
