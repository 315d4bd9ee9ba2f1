import { afterEach, describe, expect, it } from 'vitest';
import type { Proof, ProveInput } from '#engine/prove/prove.ts';
import { manualTimers } from '#worker/manualTimers.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import { createAccepted } from './accepted.ts';
import type { App } from './app.ts';
import { proofFindings } from './proofFindings.ts';
import { createProofs } from './proofs.ts';
import { questionIds, type QuestionId, standingQuestions } from './questions.ts';
import { createResults } from './results.ts';
import { startTestApp, stopTestApps, until } from './testApp.ts';
import { createWorkspace } from './workspace.ts';

afterEach(stopTestApps);

const OPEN = (ordersKey.keys[0]?.policy.text ?? '')
  .replace('{ "AWS": "arn:aws:iam::444455556666:root" }', '"*"')
  .replace(/,\s*"Condition": \{\s*"StringEquals": \{ "kms:ViaService"[^}]*\}\s*\}/, '')
  .replace(/,\s*\{\s*"Sid": "DenyOutsideOrg"[\s\S]*?\n {4}\}/, '');

function isAnswered(app: App, id: QuestionId): boolean {
  const { proofs, revision } = app.proofs.getState();
  return proofs[id]?.status === 'answered' && proofs[id].answer?.revision === revision;
}

async function answered(app: App, ...ids: readonly QuestionId[]): Promise<void> {
  await until(() => ids.every((id) => isAnswered(app, id)));
}

function verdictOf(app: App, id: QuestionId): string | undefined {
  const proof = app.proofs.getState().proofs[id]?.answer?.proof;
  return proof !== undefined && 'answer' in proof && 'verdict' in proof.answer
    ? proof.answer.verdict
    : undefined;
}

describe('proofs of the real engine', () => {
  it('are looked for unasked where they are worth telling, and for the rest when asked', async () => {
    const app = await startTestApp();
    const quiet = standingQuestions.filter((id) => id !== 'compare');
    await answered(app, ...quiet);
    expect(Object.keys(app.proofs.getState().proofs).toSorted()).toEqual(quiet.toSorted());
    expect(verdictOf(app, 'public')).toBe('no');
    app.proofs.getState().answerAll(true);
    // Nothing is accepted to compare with, and nobody said what must not be granted.
    await answered(app, ...questionIds.filter((id) => id !== 'compare' && id !== 'not-granted'));
    expect(app.proofs.getState().proofs['not-granted']).toBeUndefined();
    expect(verdictOf(app, 'separation')).toBe('yes');
  });

  it('are made anew after an edit, and mark the lines they are about', async () => {
    const app = await startTestApp();
    await answered(app, 'public');
    app.workspace.getState().setText('key', OPEN);
    expect(isAnswered(app, 'public')).toBe(false);
    expect(proofFindings(app.proofs.getState())).toEqual([]);
    await answered(app, 'public');
    expect(verdictOf(app, 'public')).toBe('yes');
    const [found] = proofFindings(app.proofs.getState()).filter(({ code }) => code === 'PUBLIC_ACCESS');
    expect(OPEN.slice(found?.span.from).startsWith('{\n      "Sid": "PartnerRead"')).toBe(true);
  });

  it('are about the last valid version while a text is broken', async () => {
    const app = await startTestApp();
    app.proofs.getState().answerAll(true, 'smallest');
    await answered(app, 'smallest');
    const kindOf = () => {
      const proof = app.proofs.getState().proofs.smallest?.answer?.proof;
      return proof?.kind === 'smallest' ? proof.answer.kind : proof?.kind;
    };
    expect(kindOf()).toBe('proved');
    app.workspace.getState().setText('key', `${ordersKey.keys[0]?.policy.text} }`);
    await answered(app, 'smallest', 'public');
    expect(kindOf()).toBe('proved');
    expect(verdictOf(app, 'public')).toBe('no');
  });

  it('outlive another request, which they are not about', async () => {
    const app = await startTestApp();
    await answered(app, 'public');
    app.workspace.getState().setRequest({ principal: 'anonymous', action: 'kms:Encrypt' });
    expect(isAnswered(app, 'public')).toBe(true);
  });

  it('compare with the accepted version, and with a file', async () => {
    const app = await startTestApp();
    app.accepted.getState().accept(app.workspace.getState().scenario);
    await answered(app, 'compare');
    const relation = () => {
      const proof = app.proofs.getState().proofs.compare?.answer?.proof;
      return proof?.kind === 'compare' ? proof.answer.relation : undefined;
    };
    expect(relation()).toBe('equivalent');
    app.workspace.getState().setText('key', OPEN);
    await answered(app, 'compare');
    expect(relation()).toBe('moreAccess');
    await app.proofs.getState().compareWithFile('open.json', OPEN);
    await answered(app, 'compare');
    expect(relation()).toBe('equivalent');
    await app.proofs.getState().compareWithFile('notes.txt', 'nothing of the kind');
    expect(app.proofs.getState().fileProblem).toMatch(/^`notes\.txt` cannot be compared with: /);
    expect(app.proofs.getState().file?.name).toBe('open.json');
    app.proofs.getState().compareWithAccepted();
    await answered(app, 'compare');
    expect(relation()).toBe('moreAccess');
  });

  it('follow what the user chooses to ask', async () => {
    const app = await startTestApp();
    app.proofs.getState().answerAll(true, 'who-can');
    await answered(app, 'who-can');
    app.proofs.getState().choose({ action: 'kms:ScheduleKeyDeletion' });
    expect(isAnswered(app, 'who-can')).toBe(false);
    await answered(app, 'who-can');
    expect(app.proofs.getState().proofs['who-can']?.answer?.question).toEqual({
      kind: 'whoCan',
      action: 'kms:ScheduleKeyDeletion',
    });
    app.proofs.getState().choose({ action: '' });
    expect(app.proofs.getState().proofs['who-can']?.answer).toBeNull();
  });
});

/** The scheduler around a prover that answers when told. */
function setUp() {
  const workspace = createWorkspace(ordersKey);
  const results = createResults();
  const timers = manualTimers();
  const asked: { input: ProveInput; answer: () => void; end: () => void }[] = [];
  const stops: number[] = [];
  const proofs = createProofs({
    workspace,
    results,
    timers,
    accepted: createAccepted(
      () => ({ getItem: () => null, setItem() {} }),
      () => null,
      () => {},
    ),
    prover: {
      prove: (input) =>
        new Promise<Proof>((resolve, reject) => {
          const proof: Proof = { kind: 'unanswered', because: '' };
          asked.push({ input, answer: () => resolve(proof), end: () => reject(new Error('ended')) });
        }),
      stop() {
        stops.push(asked.length);
        asked.at(-1)?.end();
      },
    },
    recognize: () => Promise.reject(new Error('not here')),
  });
  const settle = () => {
    results.setState({ status: 'ready', studied: workspace.getState().revision });
    timers.advance(400);
  };
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { workspace, proofs, timers, asked, stops, settle, turn };
}

describe('the order of things', () => {
  it('asks one question at a time, and none while something changes', async () => {
    const { workspace, asked, settle, turn } = setUp();
    expect(asked).toHaveLength(0);
    settle();
    expect(asked).toHaveLength(1);
    workspace.getState().setText('key', '{}');
    asked[0]?.answer();
    await turn();
    expect(asked).toHaveLength(1);
    settle();
    expect(asked).toHaveLength(2);
    expect(asked[1]?.input.scenario.keys[0]?.policy.text).toBe('{}');
  });

  it('lets an outdated proof end by itself unless it takes long', async () => {
    const { workspace, asked, stops, timers, settle, turn } = setUp();
    settle();
    workspace.getState().setText('key', '{}');
    expect(stops).toEqual([]);
    timers.advance(1000);
    expect(stops).toEqual([1]);
    await turn();
    settle();
    expect(asked).toHaveLength(2);
  });

  it('says when a question takes long, stops it, and gives it ten times the work', async () => {
    const { proofs, asked, timers, settle, turn } = setUp();
    settle();
    const status = () => proofs.getState().proofs.public?.status;
    expect(status()).toBe('working');
    timers.advance(2000);
    expect(status()).toBe('looking');
    proofs.getState().stop();
    await turn();
    expect(status()).toBe('stopped');
    // The next question is under way already; this one waits for its turn.
    proofs.getState().tryLonger('public');
    asked.at(-1)?.answer();
    await turn();
    const again = asked.at(-1)?.input;
    expect(again?.question).toEqual({ kind: 'outsiders', outside: { kind: 'public' } });
    expect(again?.limit?.steps).toBe(10 * (asked[0]?.input.limit?.steps ?? 0));
  });

  it('goes on after a question the prover broke at', async () => {
    const { proofs, asked, settle, turn } = setUp();
    settle();
    asked[0]?.end();
    await turn();
    expect(proofs.getState().proofs.public?.status).toBe('failed');
    expect(asked).toHaveLength(2);
  });
});
