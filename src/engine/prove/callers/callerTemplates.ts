import type { RequestContext } from '#engine/conditions/context.ts';
import type { Template } from '#engine/conditions/template.ts';
import { resolveTemplate } from '#engine/conditions/variables.ts';
import type { ResolvedText } from '../atom.ts';
import { FIELD_RUN, type Glob, globOfTokens } from '../text/glob.ts';
import { type TextTest, textTest } from '../text/textTest.ts';
import { type Cell, derive, isDerived } from './cell.ts';

// Stands for an account that is not known while a pattern is read; a character that no document of AWS's has.
const SOME_ACCOUNT = '\ue000';

/** Whether a template's variables follow from the caller alone. */
export function isAboutCallers(template: Template): boolean {
  return template.keys.every(isDerived);
}

/**
 * The test that a condition on `aws:PrincipalArn` or its kin comes to for the callers of a cell, its variables replaced by what
 * they are for them. For callers of accounts that nobody names, the caller's own account in the account field of an ARN is any
 * text there: the ARN that it is compared with has it in the same place.
 *
 * @returns undefined where that cannot be said for all callers of the cell at once.
 */
export function testForCell(
  templates: readonly Template[],
  cell: Cell,
  testOf: (values: readonly ResolvedText[]) => TextTest,
): TextTest | undefined {
  const context = contextOf(cell);
  const values: ResolvedText[] = [];
  for (const template of templates) {
    const resolution = resolveTemplate(template, context);
    if (resolution.state === 'unknown') return undefined;
    if (resolution.state === 'resolved') values.push(resolution);
  }
  if (!values.some(({ text }) => text.includes(SOME_ACCOUNT))) return testOf(values);
  return values.every(({ text }) => hasAccountInPlace(text)) ? withAnyAccount(testOf(values)) : undefined;
}

/** What the variables are for all callers of a cell; a name that is still to be found is not known. */
function contextOf(cell: Cell): RequestContext {
  const entries = new Map<string, NonNullable<ReturnType<RequestContext['entries']['get']>>>();
  for (const key of [
    'aws:principalaccount',
    'kms:calleraccount',
    'aws:principaltype',
    'aws:username',
    'aws:principalarn',
  ]) {
    const derived = derive(cell, key);
    const account = derived.kind === 'lane' && key.endsWith('account') ? SOME_ACCOUNT : undefined;
    const text = derived.kind === 'text' ? derived.text : account;
    const state = derived.kind === 'absent' ? 'absent' : text === undefined ? 'unknown' : 'present';
    const values = text === undefined ? [] : [text];
    entries.set(key, { key, state, values, multivalued: false, origin: { kind: 'given' } });
  }
  return { entries, otherwise: 'absent' };
}

function hasAccountInPlace(text: string): boolean {
  if (!text.includes(SOME_ACCOUNT)) return true;
  const fields = text.split(':');
  return fields[4] === SOME_ACCOUNT && text.indexOf(SOME_ACCOUNT) === text.lastIndexOf(SOME_ACCOUNT);
}

function withAnyAccount(test: TextTest): TextTest | undefined {
  if (test.kind !== 'text') return undefined;
  const code = SOME_ACCOUNT.charCodeAt(0);
  const free = ({ tokens }: Glob): Glob =>
    globOfTokens(tokens.map((token) => (token === code ? FIELD_RUN : token)));
  const exact = [...test.exact].map((text) =>
    globOfTokens(Array.from(text, (char) => char.codePointAt(0) ?? 0)),
  );
  return test.globs.some(({ fold }) => fold) ? undefined : textTest([...test.globs, ...exact].map(free));
}
