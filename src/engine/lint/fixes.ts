import type { Sourced } from '../policy/policy.ts';
import { replacing } from '../whatIf/edit.ts';
import type { Fix } from './finding.ts';

/** Puts another text in the place of a JSON string. */
export function replaceString(title: string, { span }: Sourced, value: string): Fix {
  return { title, edits: [replacing(span, JSON.stringify(value))] };
}
