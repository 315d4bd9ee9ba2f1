import { expose, wrap } from 'comlink';
import type { Overview, Reply, StudyInput } from '#engine/study.ts';
import type { WhatIf } from '#engine/whatIf/whatIf.ts';
import type { EngineConnection } from './connection.ts';
import { createEngineClient, type EngineClient } from './engineClient.ts';
import { manualTimers } from './manualTimers.ts';
import type { EngineApi } from './protocol.ts';

/** What waits to be closed after the test. */
export const cleanUps: (() => void)[] = [];

export const LIMITS = { start: 30_000, alive: 2_000, answer: 5_000 };

export function inputFor(revision: number): StudyInput {
  return {
    scenario: {
      title: String(revision),
      accounts: [],
      organizationPolicies: [],
      keys: [],
      resources: [],
      identities: [],
      vpcEndpoints: [],
      requests: [],
    },
    request: { principal: 'anonymous', action: 'kms:Decrypt' },
  };
}

/** A reply that tells which input it answers. */
export function replyOf(input: StudyInput): Reply {
  return {
    documents: [],
    requestProblems: [{ field: 'title', message: input.scenario.title ?? '' }],
    answer: null,
    record: null,
  };
}

/** An overview that tells which input it is about. */
export function overviewOf(input: StudyInput): Overview {
  return {
    access: { groups: [], principals: [], summary: input.scenario.title ?? '' },
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
}

/** What would turn the answer: tells which input it is about. */
export function whatIfOf(input: StudyInput): WhatIf {
  const text = [input.scenario.title ?? ''];
  return { additions: [], policyChange: { changes: [], lockout: { outcome: 'passed', text } } };
}

/** What the engine does with a call: `hang` never answers, `crash` breaks the worker, `throw` is a bug, `hold` waits for `release`. */
export type Behaviour = 'answer' | 'hang' | 'crash' | 'throw' | 'hold';

/** An engine behind a message channel. `sent` counts the messages to it, `arrived` those it has seen; `due` counts the replies it has sent or is about to send, `received` those that arrived. */
interface TestConnection {
  readonly break: (detail: string) => void;
  readonly close: () => void;
  hanging: boolean;
  sent: number;
  arrived: number;
  due: number;
  received: number;
}

export const never = new Promise<never>(() => {});

/** Decides about a call by its revision and how often it was tried. */
type Behave = (revision: number, attempt: number) => Behaviour;

/** A client with engines behind real message channels, which treat the two halves of a study as they are told. */
export function setUp(
  behave: Behave = () => 'answer',
  behaveOverview: Behave = () => 'answer',
  behaveWhatIf: Behave = () => 'answer',
) {
  const timers = manualTimers();
  const log: string[] = [];
  const delivered: number[] = [];
  const completed: number[] = [];
  const attempts = new Map<number, number>();
  const overviewAttempts = new Map<number, number>();
  const whatIfAttempts = new Map<number, number>();
  const connections: TestConnection[] = [];
  const held: (() => void)[] = [];
  /** Engines that are connected to nothing, to be handed out next. */
  let deaf = 0;

  function behaviourOf(input: StudyInput, tried: Map<number, number>, decide: Behave): Behaviour {
    const revision = Number(input.scenario.title);
    const attempt = (tried.get(revision) ?? 0) + 1;
    tried.set(revision, attempt);
    return decide(revision, attempt);
  }

  function callOn(connection: TestConnection, behaviour: Behaviour, answer: () => unknown): unknown {
    connection.hanging = false;
    switch (behaviour) {
      case 'answer':
        connection.due += 1;
        return answer();
      case 'throw':
        connection.due += 1;
        throw new TypeError('statement is undefined');
      case 'hold':
        return new Promise((resolve) => {
          held.push(() => {
            connection.due += 1;
            resolve(answer());
          });
        });
      case 'crash':
        void until(() => connection.received === connection.due).then(() =>
          connection.break('out of memory'),
        );
        return never;
      case 'hang':
        connection.hanging = true;
        return never;
    }
  }

  function connect(): EngineConnection {
    const { port1, port2 } = new MessageChannel();
    let tell = (_detail: string): void => {};
    const connection: TestConnection = {
      hanging: false,
      sent: 0,
      arrived: 0,
      due: 0,
      received: 0,
      break: (detail: string) => tell(detail),
      close() {
        connection.hanging = false;
        port1.close();
        port2.close();
      },
    };
    connections.push(connection);
    port1.addEventListener('message', () => (connection.received += 1));
    port2.addEventListener('message', () => (connection.arrived += 1));
    const post = port1.postMessage.bind(port1);
    port1.postMessage = (message: unknown) => {
      connection.sent += 1;
      post(message);
    };
    if (deaf > 0) deaf -= 1;
    else {
      const engine = {
        reply: (input: StudyInput) =>
          callOn(connection, behaviourOf(input, attempts, behave), () => replyOf(input)),
        overview: (input: StudyInput) =>
          callOn(connection, behaviourOf(input, overviewAttempts, behaveOverview), () => overviewOf(input)),
        whatIf: (input: StudyInput) =>
          callOn(connection, behaviourOf(input, whatIfAttempts, behaveWhatIf), () => whatIfOf(input)),
        recognize(text: string) {
          connection.hanging = false;
          connection.due += 1;
          return { kind: 'unknown', text };
        },
        ping() {
          connection.due += 1;
          return 'pong';
        },
      };
      // Not served: a test decides itself what becomes of a call that takes long.
      expose(engine, port2);
    }
    return {
      engine: wrap<EngineApi>(port1),
      onBroken(listener) {
        tell = listener;
      },
      close: connection.close,
    };
  }

  const client: EngineClient = createEngineClient({
    connect,
    limits: LIMITS,
    timers,
    listener: {
      working: (revision) => log.push(`working ${revision}`),
      answered: (revision, reply) => {
        delivered.push(revision);
        log.push(`answered ${revision} with ${reply.requestProblems[0]?.message}`);
      },
      // Not in the log: whether the second half is there yet is a matter of chance in most tests.
      completed(revision, overview) {
        if (overview.access?.summary !== String(revision)) log.push('an overview of something else');
        if (delivered.at(-1) !== revision) log.push('an overview without its reply');
        completed.push(revision);
      },
      lost: (reason) => log.push(`lost ${reason}`),
      gaveUp: (revision, reason, detail) => log.push(`gaveUp ${revision} ${reason}: ${detail}`),
    },
  });
  cleanUps.push(() => {
    client.close();
    for (const connection of connections) connection.close();
  });

  return {
    client,
    timers,
    log,
    delivered,
    completed,
    attempts,
    overviewAttempts,
    whatIfAttempts,
    connections,
    held,
    /** An engine has given its sign of life and is busy for ever. */
    hanging: () =>
      connections.some((each) => each.hanging && each.sent === each.arrived && each.received === each.due),
    alive: () => connections.every((each) => each.received === each.due),
    makeNextDeaf: (count: number) => {
      deaf = count;
    },
  };
}

/** Closes what the rigs opened; to be called after each test. */
export function cleanUp(): void {
  for (const close of cleanUps.splice(0)) close();
}

/** Lets messages travel until `done`. */
export async function until(done: () => boolean, meanwhile: () => void = () => {}): Promise<void> {
  for (let turn = 0; turn < 5_000; turn += 1) {
    if (done()) return;
    meanwhile();
    // eslint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('This never came about.');
}
