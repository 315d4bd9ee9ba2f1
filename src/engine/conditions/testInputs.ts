import type { ConditionClause } from '../policy/policy.ts';
import type { ContextEntry, RequestContext } from './context.ts';

/** What tests say about a key: a text is the value of a single-valued key, a list those of a multivalued one. */
export type Given = string | readonly string[] | Partial<ContextEntry>;

/** A request context for tests. */
export function contextOf(
  given: Readonly<Record<string, Given>>,
  otherwise: RequestContext['otherwise'] = 'absent',
): RequestContext {
  return {
    entries: new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), entryOf(key, value)])),
    otherwise,
  };
}

function entryOf(key: string, given: Given): ContextEntry {
  const entry = { key, state: 'present', values: [], multivalued: false, origin: { kind: 'given' } } as const;
  if (typeof given === 'string') return { ...entry, values: [given] };
  return isList(given) ? { ...entry, values: given, multivalued: true } : { ...entry, ...given };
}

function isList(given: Exclude<Given, string>): given is readonly string[] {
  return Array.isArray(given);
}

/** A clause for tests, as a policy parser would hand it over. */
export function clauseOf(operator: string, values: readonly string[], key: string): ConditionClause {
  const span = { text: 'key', from: 0, to: 0 };
  return {
    operator: { value: operator, span },
    key: { value: key, span },
    values: values.map((value) => ({ value, span, writtenAs: 'string' })),
    span,
  };
}
