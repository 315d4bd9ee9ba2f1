import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp, inputFor, LIMITS, setUp, until, whatIfOf, type Behaviour } from './testRig.ts';

afterEach(cleanUp);

/** A client whose engine treats questions about what would turn the answer as it is told. */
function asking(behave: (revision: number, attempt: number) => Behaviour) {
  return setUp(
    () => 'answer',
    () => 'answer',
    behave,
  );
}

describe('what would turn an answer', () => {
  it('is asked when everything else is answered', async () => {
    const { client, completed } = asking(() => 'answer');
    client.study(1, inputFor(1));
    const found = await client.whatIf(inputFor(1));
    expect(found).toEqual(whatIfOf(inputFor(1)));
    expect(completed).toEqual([1]);
  });

  it('gives way to a study at once and for good', async () => {
    const { client, delivered, completed, connections, whatIfAttempts, hanging } = asking(() => 'hang');
    const found = client.whatIf(inputFor(1));
    await until(hanging);
    client.study(2, inputFor(2));
    await expect(found).resolves.toBeNull();
    await until(() => completed.includes(2));
    expect(delivered).toEqual([2]);
    expect([...whatIfAttempts]).toEqual([[1, 1]]);
    expect(connections).toHaveLength(1);
  });

  it('is asked again after a text was recognized meanwhile', async () => {
    const { client, whatIfAttempts, hanging } = asking((_, attempt) => (attempt === 1 ? 'hang' : 'answer'));
    const found = client.whatIf(inputFor(1));
    await until(hanging);
    await expect(client.recognize('a')).resolves.toMatchObject({ text: 'a' });
    await expect(found).resolves.toEqual(whatIfOf(inputFor(1)));
    expect(whatIfAttempts.get(1)).toBe(2);
  });

  it('is not asked any more where the next such question has come', async () => {
    const { client, whatIfAttempts } = asking(() => 'answer');
    client.study(1, inputFor(1));
    const found = [client.whatIf(inputFor(1)), client.whatIf(inputFor(2))];
    await expect(Promise.all(found)).resolves.toEqual([null, whatIfOf(inputFor(2))]);
    expect([...whatIfAttempts.keys()]).toEqual([2]);
  });

  it('is given up when the engine was lost over it', async () => {
    const { client, timers, log, delivered, hanging } = asking(() => 'hang');
    const found = client.whatIf(inputFor(1));
    await until(hanging);
    timers.advance(LIMITS.answer);
    await expect(found).rejects.toThrow('No answer within 5 seconds.');
    client.study(2, inputFor(2));
    await until(() => delivered.includes(2));
    expect(log).toEqual(['lost stuck', 'working 2', 'answered 2 with 2']);
  });

  it('is refused once the client is closed', async () => {
    const { client, hanging } = asking(() => 'hang');
    const found = client.whatIf(inputFor(1));
    await until(hanging);
    client.close();
    await expect(found).resolves.toBeNull();
    await expect(client.whatIf(inputFor(2))).rejects.toThrow('The engine was closed.');
  });
});
