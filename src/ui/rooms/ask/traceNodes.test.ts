import { describe, expect, test } from 'vitest';
import type { ExplainedStep } from '#engine/explain/answer.ts';
import { plain } from '#engine/explain/phrase.ts';
import { evidenceTexts } from './evidenceLines.ts';
import { answered, appRequest, outsiderRequest, placeOf, testScenario } from './testScenario.ts';
import {
  ancestorsOf,
  decisivePath,
  evidenceOf,
  findStep,
  litSteps,
  stepName,
  stepPhrase,
  traceNodes,
} from './traceNodes.ts';

const denied = answered(outsiderRequest);
const allowed = answered(appRequest);

function all(steps: readonly ExplainedStep[]): readonly ExplainedStep[] {
  return steps.flatMap((step) => [step, ...all(step.children)]);
}

function named(steps: readonly ExplainedStep[], start: string): ExplainedStep {
  const step = all(steps).find((candidate) => plain(candidate.text).startsWith(start));
  if (step === undefined) throw new Error(`no step ${start}`);
  return step;
}

function litTexts(steps: readonly ExplainedStep[], ids: ReadonlySet<string>): readonly string[] {
  return all(steps)
    .filter(({ id }) => ids.has(id))
    .map(({ text }) => plain(text));
}

describe('rows', () => {
  const nodes = traceNodes(denied.steps, evidenceTexts(testScenario, outsiderRequest, []));

  test('have the lines of their own place; a layer has a rule and no lines', () => {
    const [layer] = nodes;
    expect(layer?.lines).toBeUndefined();
    expect(layer?.rule).toBe('KMS-008');
    const deny = layer?.children?.find((node) =>
      node.phrase.some(
        (part) => typeof part === 'object' && 'strong' in part && part.strong === 'DenyOthers',
      ),
    );
    expect(deny).toMatchObject({ mark: 'explicitDeny', tone: 'verdict', lines: '19–26' });
    expect(deny?.children?.map(({ mark }) => mark)).toEqual(['check', 'check', 'check', 'check']);
    expect(deny?.children?.map(({ lines }) => lines)).toEqual(['22', '23', '24', '25']);
  });

  test('are grey where a verdict decides nothing', () => {
    const step = { id: 'x', mark: 'allowed', text: ['x'], spans: [], decisive: false, children: [] } as const;
    expect(traceNodes([step], new Map())).toMatchObject([{ mark: 'allowed', tone: 'soft' }]);
  });
});

test('what was compared follows the step: a sentence after a full stop, words after a dash', () => {
  const step = { id: 'x', mark: 'yes', text: ['a'], spans: [], decisive: false, children: [] } as const;
  expect(plain(stepPhrase({ ...step, detail: ['The b'] }))).toBe('a. The b');
  expect(plain(stepPhrase({ ...step, detail: ['b'] }))).toBe('a — b');
  expect(plain(stepPhrase({ ...step, text: ['a:'], detail: ['b'] }))).toBe('a: b');
  expect(plain(stepPhrase({ ...step, detail: [] }))).toBe('a');
});

test('the tree opens along the way to the decision', () => {
  const open = decisivePath(denied.steps)
    .map((id) => findStep(denied.steps, id))
    .map((step) => plain(step?.text ?? []));
  expect(open).toHaveLength(2);
  expect(open[0]).toContain('Key policy');
  expect(open[1]).toContain('DenyOthers');
});

describe('under the highlighter', () => {
  test('a statement lights its step, not each part nor the layer above', () => {
    const lit = litSteps(
      denied.steps,
      denied.deciding.map(({ span }) => span),
    );
    expect(litTexts(denied.steps, lit)).toEqual([expect.stringContaining('DenyOthers')]);
  });

  test('one element lights its own step', () => {
    const lit = litSteps(allowed.steps, [placeOf('"kms:Decrypt"')]);
    expect(litTexts(allowed.steps, lit)).toEqual(['Action kms:Decrypt covers kms:Decrypt']);
  });

  test('a place inside a statement that no part speaks of lights the statement', () => {
    const lit = litSteps(allowed.steps, [placeOf('"Sid": "OrdersAppUse"')]);
    expect(litTexts(allowed.steps, lit)).toEqual([expect.stringContaining('OrdersAppUse allows')]);
  });

  test('the whole policy lights every statement', () => {
    const lit = litSteps(denied.steps, [{ text: 'key', from: 0, to: 10_000 }]);
    expect(litTexts(denied.steps, lit)).toHaveLength(3);
  });

  test('nothing is lit by nothing, or by another text', () => {
    expect(litSteps(denied.steps, []).size).toBe(0);
    expect(litSteps(denied.steps, [{ text: 'grants', from: 0, to: 10_000 }]).size).toBe(0);
  });
});

test('a tree can be opened down to a step', () => {
  const action = named(allowed.steps, 'Action kms:Decrypt');
  const above = ancestorsOf(allowed.steps, new Set([action.id])).map((id) =>
    plain(findStep(allowed.steps, id)?.text ?? []),
  );
  expect(above).toHaveLength(2);
  expect(above[1]).toContain('OrdersAppUse');
  expect(ancestorsOf(allowed.steps, new Set(['none']))).toEqual([]);
});

test('a step without a place of its own points at what decided below it', () => {
  const span = placeOf('"Version"');
  const child = { id: 'c', mark: 'yes', text: ['c'], spans: [span], decisive: true, children: [] } as const;
  const other = { ...child, id: 'd', decisive: false, spans: [placeOf('"Statement"')] };
  const parent = {
    id: 'p',
    mark: 'yes',
    text: ['p'],
    spans: [],
    decisive: true,
    children: [other, child],
  } as const;
  expect(evidenceOf(parent)).toEqual([span]);
  expect(evidenceOf(child)).toEqual([span]);
});

test('a step is called by the name it stresses, or by its first words', () => {
  expect(stepName(named(denied.steps, 'DenyOthers'))).toBe('DenyOthers');
  const step = {
    id: 'x',
    mark: 'yes',
    text: ['word '.repeat(30)],
    spans: [],
    decisive: false,
    children: [],
  } as const;
  expect(stepName(step).length).toBeLessThanOrEqual(60);
  expect(stepName(step).endsWith('…')).toBe(true);
});
