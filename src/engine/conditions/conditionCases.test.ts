import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileCondition, evaluateConditions, combineConditions } from './compileCondition.ts';
import type { RequestContext } from './context.ts';
import { clauseOf, contextOf, type Given } from './testInputs.ts';
import { substitute } from './variables.ts';

type Value = string | number | boolean;

interface Scenario {
  readonly title: string;
  readonly keys: readonly {
    readonly policy: {
      readonly Version?: string;
      readonly Statement: readonly {
        readonly Effect: string;
        readonly Condition: Readonly<Record<string, Readonly<Record<string, Value | readonly Value[]>>>>;
      }[];
    };
  }[];
  readonly requests: readonly {
    readonly context: Readonly<Record<string, Value | readonly Value[] | null>>;
    readonly expect: string;
  }[];
}

interface SubstitutionCase {
  readonly name: string;
  readonly text?: string;
  readonly context: Readonly<Record<string, Value>>;
  readonly version: string;
  readonly expected: string;
}

function read<T>(name: string): readonly T[] {
  return JSON.parse(readFileSync(new URL(`../conformance/cases/${name}.json`, import.meta.url), 'utf8'));
}

/** In the scenario format a list is a multivalued key, `null` an absent one. */
function requestContext(given: Scenario['requests'][number]['context']): RequestContext {
  const entries = Object.entries(given).map(([key, value]): [string, Given] => {
    if (value === null) return [key, { state: 'absent' }];
    return [key, Array.isArray(value) ? value.map(String) : String(value)];
  });
  return contextOf(Object.fromEntries(entries));
}

const scenarios = read<Scenario>('iam-conditions');
const substitutions = read<SubstitutionCase>('derived-context-keys').filter((row) => row.text !== undefined);

test('all cases are there', () => {
  expect([scenarios.length, substitutions.length]).toEqual([95, 4]);
});

describe('conformance: the Condition block of the one Allow statement against the request', () => {
  test.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', (_, scenario) => {
    const [key, ...otherKeys] = scenario.keys;
    const [statement, ...otherStatements] = key?.policy.Statement ?? [];
    expect([otherKeys, otherStatements, statement?.Effect]).toEqual([[], [], 'Allow']);
    const conditions = Object.entries(statement?.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([name, values]) =>
        compileCondition(
          clauseOf(operator, [values].flat().map(String), name),
          key?.policy.Version === '2012-10-17',
        ),
      ),
    );
    expect(scenario.requests.length).toBeGreaterThan(0);
    for (const request of scenario.requests) {
      const context = requestContext(request.context);
      const expected = request.expect === 'allowed' ? 'true' : 'false';
      expect(evaluateConditions(conditions, context)).toBe(expected);
      expect(combineConditions(conditions.map((condition) => condition.explain(context)))).toBe(expected);
    }
  });
});

describe('conformance: texts with variables', () => {
  test.each(substitutions.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const enabled = row.version === '2012-10-17';
    expect(substitute(row.text ?? '', requestContext(row.context), enabled)).toBe(row.expected);
  });
});
