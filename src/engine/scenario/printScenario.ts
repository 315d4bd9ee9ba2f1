import { isSpliceable } from './spliceable.ts';
import { indented } from './layout.ts';
import type { DocumentText, Expectation, NamedPolicy, Scenario, ScenarioRequest } from './scenario.ts';

/** What a file is made of: an object, a list, or text that is JSON already. Absent members are left out. */
type Part =
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Part | undefined])[] }
  | { readonly kind: 'list'; readonly items: readonly Part[] }
  | { readonly kind: 'text'; readonly text: string };

/**
 * The scenario document, version 1, as text: two spaces a level, empty lists left out.
 *
 * Documents that are strict JSON are put in as they are, indented to their place; others as an escaped string, so that nothing
 * the user wrote is lost. Read back with `unindent`, the result is the same scenario but for white space around documents and
 * for `fallback`, which is not part of the format.
 *
 * @param scenarios one scenario, or a list, which becomes a suite
 */
export function printScenario(scenarios: Scenario | readonly Scenario[]): string {
  const part = isList(scenarios) ? list(scenarios, scenarioPart) : scenarioPart(scenarios);
  return `${print(part, '')}\n`;
}

function isList(scenarios: Scenario | readonly Scenario[]): scenarios is readonly Scenario[] {
  return Array.isArray(scenarios);
}

function scenarioPart(scenario: Scenario): Part {
  return object({
    keyway: json(1),
    title: json(scenario.title),
    description: json(scenario.description),
    accounts: entries(scenario.accounts, json),
    organizationPolicies: entries(scenario.organizationPolicies, ({ document, ...facts }) =>
      object({ ...jsonMembers(facts), document: documentPart(document) }),
    ),
    keys: entries(scenario.keys, ({ policy, grants, ...facts }) =>
      object({
        ...jsonMembers(facts),
        policy: documentPart(policy),
        grants: grants && documentPart(grants, 'grants'),
      }),
    ),
    resources: entries(scenario.resources, ({ policy, encryption, ...facts }) =>
      object({ ...jsonMembers(facts), policy: policy && documentPart(policy), encryption: json(encryption) }),
    ),
    identities: entries(scenario.identities, ({ policies, permissionsBoundary, ...facts }) =>
      object({
        ...jsonMembers(facts),
        policies: policies && list(policies, namedPolicyPart),
        permissionsBoundary: permissionsBoundary && namedPolicyPart(permissionsBoundary),
      }),
    ),
    vpcEndpoints: entries(scenario.vpcEndpoints, ({ policy, ...facts }) =>
      object({ ...jsonMembers(facts), policy: policy && documentPart(policy) }),
    ),
    requests: entries(scenario.requests, requestPart),
    suppressions: entries(scenario.suppressions ?? [], json),
  });
}

function namedPolicyPart({ name, document }: NamedPolicy): Part {
  return object({ name: json(name), document: documentPart(document) });
}

function requestPart(request: ScenarioRequest): Part {
  const { name, principal, action, resource, parameters, context, session, ...rest } = request;
  const { policies, ...facts } = session ?? {};
  return object({
    ...jsonMembers({ name, principal, action, resource, parameters, context }),
    session: session && object({ policies: policies && list(policies, documentPart), ...jsonMembers(facts) }),
    ...jsonMembers({ viaService: rest.viaService, ciphertext: rest.ciphertext }),
    expect: rest.expect && expectationPart(rest.expect),
  });
}

/** The short form where only a decision is expected. */
function expectationPart(expected: Expectation): Part | undefined {
  const { decision, statements, error } = expected;
  return json(
    statements === undefined && error === undefined && decision !== undefined ? decision : expected,
  );
}

function documentPart({ text }: DocumentText, kind: 'policy' | 'grants' = 'policy'): Part {
  const spliced = isSpliceable(text, kind);
  return { kind: 'text', text: spliced ? text.trim() : JSON.stringify(text) };
}

function object(members: Readonly<Record<string, Part | undefined>>): Part {
  return { kind: 'object', members: Object.entries(members) };
}

function list<Item>(items: readonly Item[], partOf: (item: Item) => Part | undefined): Part {
  return { kind: 'list', items: items.map((item) => partOf(item)).filter((part) => part !== undefined) };
}

/** A list of the scenario, absent where it is empty. */
function entries<Item>(items: readonly Item[], partOf: (item: Item) => Part | undefined): Part | undefined {
  return items.length === 0 ? undefined : list(items, partOf);
}

/** A value as JSON text; absent where there is none. */
function json(value: unknown): Part | undefined {
  const text = JSON.stringify(value, undefined, 2) as string | undefined;
  return text === undefined ? undefined : { kind: 'text', text };
}

function jsonMembers(facts: object): Readonly<Record<string, Part | undefined>> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, json(value)]));
}

function print(part: Part, indentation: string): string {
  const inner = `${indentation}  `;
  switch (part.kind) {
    case 'text':
      return indented(part.text, indentation);
    case 'list':
      return bracketed(
        '[',
        part.items.map((item) => print(item, inner)),
        ']',
        indentation,
      );
    case 'object': {
      const lines = part.members.flatMap(([name, value]) =>
        value === undefined ? [] : [`${JSON.stringify(name)}: ${print(value, inner)}`],
      );
      return bracketed('{', lines, '}', indentation);
    }
  }
}

function bracketed(open: string, lines: readonly string[], close: string, indentation: string): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${lines.map((line) => `${indentation}  ${line}`).join(',\n')}\n${indentation}${close}`;
}
