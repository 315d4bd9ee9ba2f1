import type { WildcardSegment } from '../vocabulary/wildcard.ts';
import type { ContextEntry, RequestContext } from './context.ts';
import { noNotes, type ConditionNote } from './note.ts';
import { compileTemplate, type Template, type TemplateVariable } from './template.ts';

/** What became of a template for one request. `variable` is the name that has no value or an unknown one, as written. */
export type Resolution =
  | {
      readonly state: 'resolved';
      readonly text: string;
      /** The text with its wildcards told apart from literal stars; substituted values are literal (IAM-116). */
      readonly segments: readonly WildcardSegment[];
      readonly notes: readonly ConditionNote[];
    }
  | { readonly state: 'unresolved'; readonly variable: string; readonly notes: readonly ConditionNote[] }
  | { readonly state: 'unknown'; readonly variable: string; readonly notes: readonly ConditionNote[] };

/**
 * Fills in the variables of a template (IAM-111, IAM-114 to IAM-117).
 *
 * @returns `unresolved` when a variable has neither value nor default: the text then matches nothing (IAM-115). `unknown` when
 *   the request leaves a variable's key open; a variable that has no value whatever the others are takes precedence.
 */
export function resolveTemplate(template: Template, context: RequestContext): Resolution {
  if (template.fixed !== undefined) return { state: 'resolved', ...template.fixed, notes: noNotes };
  const segments: WildcardSegment[] = [];
  const notes: ConditionNote[] = [];
  let text = '';
  let unknown: string | undefined;
  for (const part of template.parts) {
    if (part.kind !== 'variable') {
      segments.push(part);
      text += part.kind === 'text' ? part.text : part.kind;
      continue;
    }
    const value = resolveVariable(part, context, notes);
    if (value.state === 'unresolved') return { state: 'unresolved', variable: part.name, notes };
    if (value.state === 'unknown') {
      unknown ??= part.name;
    } else {
      segments.push({ kind: 'text', text: value.text });
      text += value.text;
    }
  }
  if (unknown !== undefined) return { state: 'unknown', variable: unknown, notes };
  return { state: 'resolved', text, segments, notes };
}

/** The text after substitution; undefined when a variable has neither value nor default, or an unknown value. */
export function substitute(text: string, context: RequestContext, enabled: boolean): string | undefined {
  const resolution = resolveTemplate(compileTemplate(text, enabled), context);
  return resolution.state === 'resolved' ? resolution.text : undefined;
}

type VariableValue =
  | { readonly state: 'resolved'; readonly text: string }
  | { readonly state: 'unresolved' }
  | { readonly state: 'unknown' };

/** Looks up one variable; what is not settled about it goes to `notes`. */
function resolveVariable(
  variable: TemplateVariable,
  context: RequestContext,
  notes: ConditionNote[],
): VariableValue {
  const entry = context.entries.get(variable.key);
  const state = entry?.state ?? context.otherwise;
  // No value of a multivalued key can be used, so an unknown one is as good as a known one.
  if (state === 'unknown' && entry?.multivalued !== true) return { state: 'unknown' };
  const value = entry === undefined ? undefined : usableValue(variable, entry, notes);
  const text = value ?? variable.fallback;
  if (text === undefined) return { state: 'unresolved' };
  noteStars(variable, text, notes);
  return { state: 'resolved', text };
}

/** The one value of a single-valued key that has one (IAM-111). */
function usableValue(
  variable: TemplateVariable,
  entry: ContextEntry,
  notes: ConditionNote[],
): string | undefined {
  const value = entry.state === 'present' && !entry.multivalued ? entry.values[0] : undefined;
  if (value === undefined) noteValueless(variable, entry, notes);
  else if (entry.ambiguous === true) notes.push(ambiguity(variable.name, value));
  return value;
}

function noteValueless(variable: TemplateVariable, entry: ContextEntry, notes: ConditionNote[]): void {
  if (entry.state === 'absent') return;
  const reason = entry.multivalued ? 'can have several values' : 'has an empty list of values';
  if (variable.fallback !== undefined) {
    notes.push({
      rule: 'IAM-114',
      text: `\`${variable.name}\` ${reason}, and AWS does not say whether the default of \`\${${variable.name}, …}\` is used then; it is.`,
    });
  } else if (entry.multivalued) {
    notes.push({
      rule: 'IAM-111',
      text: `\`${variable.name}\` ${reason}, so \`\${${variable.name}}\` cannot stand for one; it is treated as having no value.`,
    });
  }
}

function noteStars(variable: TemplateVariable, value: string, notes: ConditionNote[]): void {
  if (!/[*?]/.test(value)) return;
  notes.push({
    rule: 'IAM-116',
    text: `\`\${${variable.name}}\` stands for \`${value}\`, and AWS does not say whether the wildcard characters of a substituted value are wildcards; they are compared literally.`,
  });
}

/** Two keys of the request differ only by case and `value` is the one that was used (IAM-073). */
export function ambiguity(key: string, value: string): ConditionNote {
  return {
    rule: 'IAM-073',
    text: `The request has several keys that differ from \`${key}\` only by case, and AWS does not say which one counts; \`${value}\` was used.`,
  };
}
