import { describe, expect, it } from 'vitest';
import type { Study } from '#engine/study.ts';
import { createResults, resultsListener } from './results.ts';

const STUDY: Study = {
  documents: [],
  requestProblems: [],
  answer: null,
  record: null,
  access: null,
  suggestions: {
    principals: [],
    operations: [],
    viaServices: [],
    contextKeys: [],
    encryptionContext: [],
    parameters: [],
  },
  findings: [],
};

function setUp() {
  const results = createResults();
  const engine = resultsListener(results);
  const whole = (revision: number) => {
    engine.answered(revision, structuredClone(STUDY));
    engine.completed(revision, structuredClone(STUDY));
  };
  return { engine, whole, state: () => results.getState() };
}

describe('the results', () => {
  it('say that a lost engine is being replaced until it answers again', () => {
    const { engine, whole, state } = setUp();
    engine.working(1);
    whole(1);
    engine.working(2);
    expect(state()).toMatchObject({ status: 'working', revision: 1 });
    engine.lost('stuck', 'No answer within 5 seconds.');
    engine.working(2);
    expect(state()).toMatchObject({
      status: 'restarting',
      restarts: 1,
      study: STUDY,
      studied: 1,
      revision: 1,
    });
    expect(state().notice).toBe('The engine took too long and was restarted. Your text is safe.');
    whole(2);
    expect(state()).toMatchObject({ status: 'ready', revision: 2, restarts: 1 });
    expect(state().notice).not.toBeNull();
  });

  it('take the notice away with the answer to a later change', () => {
    const { engine, whole, state } = setUp();
    engine.working(1);
    engine.lost('stopped', 'out of memory');
    whole(1);
    expect(state().notice).not.toBeNull();
    engine.working(2);
    whole(2);
    expect(state()).toMatchObject({ notice: null, fault: null, restarts: 1 });
  });

  it('stay ready when an idle engine is lost', () => {
    const { engine, whole, state } = setUp();
    engine.working(1);
    whole(1);
    engine.lost('stopped', 'out of memory');
    expect(state()).toMatchObject({ status: 'ready', restarts: 1 });
  });

  it('say what was given up on, and work again afterwards', () => {
    const { engine, whole, state } = setUp();
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
    whole(2);
    expect(state()).toMatchObject({ status: 'ready', notice: null });
  });

  it('take a table only together with the answer of its revision', () => {
    const { engine, whole, state } = setUp();
    whole(1);
    const { study } = state();
    engine.working(2);
    engine.answered(2, { ...STUDY, requestProblems: [{ field: 'action', message: 'No such operation.' }] });
    expect(state()).toMatchObject({ status: 'working', revision: 2, studied: 1 });
    expect(state().study).toBe(study);
    engine.completed(1, STUDY);
    expect(state().study).toBe(study);
    engine.completed(2, { access: null, suggestions: STUDY.suggestions, findings: [] });
    expect(state()).toMatchObject({ status: 'ready', studied: 2 });
    expect(state().study?.requestProblems).toHaveLength(1);
  });

  it('stay failed when the table of an earlier version comes late', () => {
    const { engine, state } = setUp();
    engine.working(1);
    engine.answered(1, STUDY);
    engine.working(2);
    engine.gaveUp(2, 'stuck', 'No answer within 5 seconds.');
    engine.completed(1, STUDY);
    expect(state()).toMatchObject({ status: 'failed', studied: 1 });
    expect(state().notice).toContain('so the last answer stays');
  });

  it('say that only the table is missing where the answer has come', () => {
    const { engine, state } = setUp();
    engine.working(1);
    engine.answered(1, STUDY);
    engine.gaveUp(1, 'stuck', 'No answer within 5 seconds.');
    expect(state()).toMatchObject({ status: 'failed', revision: 1, studied: 0 });
    expect(state().notice).toContain('so the last table stays');
  });

  it('keep what stays the same as the same object', () => {
    const { whole, state } = setUp();
    whole(1);
    const { reply, study } = state();
    whole(2);
    expect(state().study).not.toBe(study);
    expect(state().study?.suggestions).toBe(study?.suggestions);
    expect(state().reply?.requestProblems).toBe(reply?.requestProblems);
  });

  it('keep every part of what can be suggested that says the same', () => {
    const { engine, whole, state } = setUp();
    whole(1);
    const first = state().study?.suggestions;
    whole(2);
    expect(state().study?.suggestions).toBe(first);
    const viaServices = ['s3.us-east-1.amazonaws.com'];
    const suggestions = { ...structuredClone(STUDY.suggestions), viaServices };
    engine.answered(3, structuredClone(STUDY));
    engine.completed(3, { access: null, suggestions, findings: [] });
    const last = state().study?.suggestions;
    expect(last).toEqual(suggestions);
    expect(last?.principals).toBe(first?.principals);
    expect(last?.operations).toBe(first?.operations);
  });
});
