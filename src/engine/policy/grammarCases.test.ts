import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parsePolicy } from './parsePolicy.ts';
import type { PolicyType } from './policy.ts';

interface GrammarCase {
  readonly name: string;
  readonly policyType: PolicyType;
  readonly policy?: unknown;
  readonly text?: string;
  readonly valid: boolean;
  readonly code: string | null;
}

const file = new URL('../conformance/cases/lint-grammar.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly GrammarCase[];

it.each(cases)('$name', ({ policyType, policy, text, valid, code }) => {
  const parsed = parsePolicy(text ?? JSON.stringify(policy), { id: 'p', type: policyType, name: 'p' });
  const codes = parsed.diagnostics.map((diagnostic) => diagnostic.code);
  expect(codes).toEqual(valid ? [] : [code ?? 'DUPLICATE_KEY']);
  expect(parsed.policy === undefined).toBe(!valid && code === null);
});
