import type { DocumentReport } from '#engine/study.ts';
import type { Effect } from '#engine/policy/policy.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import type { SourceSpan } from '#engine/source/span.ts';

/** A statement as a card shows it, where there is no room for the text. */
export interface StatementCard {
  readonly ref: string;
  readonly label: string;
  readonly effect: Effect | undefined;
  readonly span: SourceSpan;
  /** Who may or may not; empty in IAM policies, which belong to somebody. */
  readonly who: readonly string[];
  readonly what: readonly string[];
  readonly conditions: number;
}

/**
 * The cards of a document. `text` is the text the report's places point into.
 */
export function statementCards(report: DocumentReport, text: string): readonly StatementCard[] {
  return report.statements.map(({ ref, label, effect, span }) => {
    const fields = readStatement(text.slice(span.from, span.to));
    return { ref, label, effect, span, ...parts(fields) };
  });
}

type Fields = Readonly<Record<string, unknown>>;

function parts(fields: Fields): Pick<StatementCard, 'who' | 'what' | 'conditions'> {
  return {
    who: [...principals(fields.Principal), ...butFor('Everyone', principals(fields.NotPrincipal))],
    what: [...strings(fields.Action), ...butFor('Everything', strings(fields.NotAction))],
    conditions: Object.values(record(fields.Condition)).reduce<number>(
      (sum, keys) => sum + Object.keys(record(keys)).length,
      0,
    ),
  };
}

function butFor(all: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${all} but ${names.join(', ')}`];
}

function principals(element: unknown): readonly string[] {
  if (element === '*') return ['Anyone'];
  return Object.entries(record(element)).flatMap(([kind, names]) =>
    strings(names).map((name) => principalName(kind, name)),
  );
}

function principalName(kind: string, name: string): string {
  if (kind !== 'AWS') return name;
  if (name === '*') return 'Anyone';
  if (/^\d{12}$/.test(name)) return `Account ${name}`;
  const identity = readIdentityArn(name);
  if (identity?.kind === 'root') return `Account ${identity.account}`;
  if (identity?.kind === 'user' || identity?.kind === 'role')
    return `${identity.kind}/${identity.name} in ${identity.account}`;
  return name;
}

function readStatement(source: string): Fields {
  try {
    return record(JSON.parse(source));
  } catch {
    // A statement the tolerant parser read and the strict one does not: the card then shows its name only.
    return {};
  }
}

function record(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function strings(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
}
