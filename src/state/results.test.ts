import { describe, expect, it } from 'vitest';
import type { Study } from '#engine/study.ts';
import { createResults, resultsListener } from './results.ts';

const STUDY: Study = {
  documents: [],
  requestProblems: [],
  answer: null,
  access: null,
  suggestions: {
    principals: [],
    operations: [],
    viaServices: [],
    contextKeys: [],
    encryptionContext: [],
    parameters: [],
  },
};

function setUp() {
  const results = createResults();
  return { results, engine: resultsListener(results), state: () => results.getState() };
}

describe('the results', () => {
  it('say that a lost engine is being replaced until it answers again', () => {
    const { engine, state } = setUp();
    engine.working(1);
    engine.answered(1, STUDY);
    engine.working(2);
    expect(state()).toMatchObject({ status: 'working', revision: 1 });
    engine.lost('stuck', 'No answer within 5 seconds.');
    engine.working(2);
    expect(state()).toMatchObject({ status: 'restarting', restarts: 1, study: STUDY, revision: 1 });
    expect(state().notice).toBe('The engine took too long and was restarted. Your text is safe.');
    engine.answered(2, STUDY);
    expect(state()).toMatchObject({ status: 'ready', revision: 2, restarts: 1 });
    expect(state().notice).not.toBeNull();
  });

  it('take the notice away with the answer to a later change', () => {
    const { engine, state } = setUp();
    engine.working(1);
    engine.lost('stopped', 'out of memory');
    engine.answered(1, STUDY);
    expect(state().notice).not.toBeNull();
    engine.working(2);
    engine.answered(2, STUDY);
    expect(state()).toMatchObject({ notice: null, fault: null, restarts: 1 });
  });

  it('stay ready when an idle engine is lost', () => {
    const { engine, state } = setUp();
    engine.working(1);
    engine.answered(1, STUDY);
    engine.lost('stopped', 'out of memory');
    expect(state()).toMatchObject({ status: 'ready', restarts: 1 });
  });

  it('say what was given up on, and work again afterwards', () => {
    const { engine, state } = setUp();
    engine.working(1);
    engine.lost('stuck', 'No answer within 5 seconds.');
    engine.working(1);
    engine.lost('stuck', 'No answer within 5 seconds.');
    engine.gaveUp(1, 'stuck', 'No answer within 5 seconds.');
    expect(state()).toMatchObject({
      status: 'failed',
      restarts: 2,
      fault: 'No answer within 5 seconds.',
      study: null,
    });
    expect(state().notice).toContain('change it to try again');
    engine.working(2);
    expect(state().status).toBe('working');
    engine.answered(2, STUDY);
    expect(state()).toMatchObject({ status: 'ready', notice: null });
  });
});
