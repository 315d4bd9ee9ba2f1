import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp, inputFor, LIMITS, setUp, until } from './testRig.ts';

afterEach(cleanUp);

describe('the second half of a study', () => {
  it('completes the study it answered, once the answer is out', async () => {
    const { client, log, completed } = setUp();
    client.study(1, inputFor(1));
    await until(() => completed.length === 1);
    client.study(2, inputFor(2));
    await until(() => completed.length === 2);
    expect(completed).toEqual([1, 2]);
    expect(log).toEqual(['working 1', 'answered 1 with 1', 'working 2', 'answered 2 with 2']);
  });

  it('answers what is waiting before it completes the last, and completes only the newest', async () => {
    const { client, delivered, completed, overviewAttempts } = setUp();
    for (let revision = 1; revision <= 50; revision += 1) client.study(revision, inputFor(revision));
    await until(() => completed.includes(50));
    expect(delivered).toEqual([1, 50]);
    expect([...overviewAttempts.keys()]).toEqual([50]);
  });

  it('is dropped at once for what is asked next', async () => {
    const { client, log, delivered, completed, overviewAttempts, connections, hanging } = setUp(
      () => 'answer',
      (revision) => (revision === 1 ? 'hang' : 'answer'),
    );
    client.study(1, inputFor(1));
    await until(hanging);
    client.study(2, inputFor(2));
    await until(() => completed.includes(2));
    expect(delivered).toEqual([1, 2]);
    expect(completed).toEqual([2]);
    expect(overviewAttempts.get(1)).toBe(1);
    expect(log).toEqual(['working 1', 'answered 1 with 1', 'working 2', 'answered 2 with 2']);
    expect(connections).toHaveLength(1);
  });

  it('does not hold it against the next that an engine is lost over what was dropped', async () => {
    const { client, timers, log, delivered, attempts, connections, hanging } = setUp(
      (revision, attempt) => (revision === 2 && attempt === 1 ? 'hang' : 'answer'),
      (revision) => (revision === 1 ? 'hang' : 'answer'),
    );
    client.study(1, inputFor(1));
    await until(hanging);
    client.study(2, inputFor(2));
    connections[0]?.break('out of memory');
    await until(
      () => delivered.includes(2),
      () => hanging() && timers.advance(LIMITS.answer),
    );
    expect(attempts.get(2)).toBe(2);
    expect(log.filter((line) => line.startsWith('lost'))).toEqual(['lost stopped', 'lost stuck']);
  });

  it('is asked for again after a text was recognized', async () => {
    const { client, log, completed, overviewAttempts, hanging } = setUp(
      () => 'answer',
      (_, attempt) => (attempt === 1 ? 'hang' : 'answer'),
    );
    client.study(1, inputFor(1));
    await until(hanging);
    await expect(client.recognize('a')).resolves.toMatchObject({ text: 'a' });
    await until(() => completed.includes(1));
    expect(overviewAttempts.get(1)).toBe(2);
    expect(log).toEqual(['working 1', 'answered 1 with 1']);
  });

  it('tries again to complete what it answered, and says so when that fails twice', async () => {
    const { client, timers, log, delivered, completed, hanging } = setUp(
      () => 'answer',
      (revision, attempt) => (revision === 1 || attempt === 1 ? 'hang' : 'answer'),
    );
    for (const revision of [1, 2]) {
      client.study(revision, inputFor(revision));
      const isOver = () => completed.includes(2) || log.some((line) => line.startsWith(`gaveUp ${revision}`));
      // eslint-disable-next-line no-await-in-loop -- the second is asked when the first is over
      await until(isOver, () => hanging() && timers.advance(LIMITS.answer));
    }
    expect(completed).toEqual([2]);
    expect(delivered).toEqual([1, 2]);
    expect(log).toEqual([
      'working 1',
      'answered 1 with 1',
      'lost stuck',
      'lost stuck',
      'gaveUp 1 stuck: No answer within 5 seconds.',
      'working 2',
      'answered 2 with 2',
      'lost stuck',
    ]);
  });

  it('reports what the engine throws over the second half as an error of that revision', async () => {
    const { client, log } = setUp(
      () => 'answer',
      () => 'throw',
    );
    client.study(1, inputFor(1));
    await until(() => log.length === 3);
    expect(log).toEqual(['working 1', 'answered 1 with 1', 'gaveUp 1 fault: statement is undefined']);
  });
});
