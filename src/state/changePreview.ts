import { type Edit, scpNamed, spliceText } from '#engine/whatIf/edit.ts';
import { documentsOf, documentsOfRequest } from '#engine/scenario/mapDocuments.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';

export interface PreviewLine {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
}

/** What becomes of one document, line by line: what goes, what comes, and a line of what stays around it. */
export interface DocumentPreview {
  /** "the key policy", "a new IAM policy AllowDecrypt of role/App", "the request". */
  readonly name: string;
  readonly lines: readonly PreviewLine[];
}

/** Edits as the lines they change, a document at a time, called by the names that `texts` gives. */
export function changePreview(
  edits: readonly Edit[],
  scenario: Scenario,
  request: ScenarioRequest,
  texts: ReadonlyMap<TextId, { readonly name: string }>,
): readonly DocumentPreview[] {
  const documents = new Map(
    [...documentsOf(scenario), ...documentsOfRequest(request)].map(({ id, text }) => [id, text]),
  );
  const edited = new Map<string, Extract<Edit, { kind: 'text' }>[]>();
  for (const edit of edits) {
    if (edit.kind === 'text') edited.set(edit.document, [...(edited.get(edit.document) ?? []), edit]);
  }
  const inTexts = [...edited].map(([id, own]): DocumentPreview => {
    const before = documents.get(id) ?? '';
    return { name: texts.get(id)?.name ?? id, lines: lineChanges(before, spliceText(before, own)) };
  });
  return [...inTexts, ...edits.flatMap((edit) => madeAnew(edit, scenario))];
}

function madeAnew(edit: Edit, scenario: Scenario): readonly DocumentPreview[] {
  switch (edit.kind) {
    case 'text':
      return [];
    case 'identityPolicy':
      return [
        {
          name: `a new IAM policy ${edit.name} of ${splitArn(edit.arn)?.resource ?? edit.arn}`,
          lines: added(edit.text),
        },
      ];
    case 'serviceControlPolicy':
      return scpNamed(scenario, edit.name) === undefined
        ? [{ name: `a new SCP ${edit.name} at ${edit.target}`, lines: added(edit.text) }]
        : [{ name: `the targets of the SCP ${edit.name}`, lines: added(edit.target) }];
    case 'grants':
      return [{ name: 'the grants', lines: added(edit.text) }];
    case 'request':
      return [
        {
          name: 'the request',
          lines: added(`${edit.pointer.slice(1).replaceAll('/', '.')}: ${JSON.stringify(edit.value)}`),
        },
      ];
  }
}

function added(text: string): readonly PreviewLine[] {
  return text.split('\n').map((line) => ({ sign: '+', text: line }));
}

/** The lines that differ, with one line of what is the same on either side. Lines have no common indentation. */
export function lineChanges(before: string, after: string): readonly PreviewLine[] {
  const old = before.split(/\r?\n/);
  const fresh = after.split(/\r?\n/);
  let top = 0;
  while (top < old.length && top < fresh.length && old[top] === fresh[top]) top += 1;
  let bottom = 0;
  while (
    bottom < Math.min(old.length, fresh.length) - top &&
    old[old.length - 1 - bottom] === fresh[fresh.length - 1 - bottom]
  )
    bottom += 1;
  const line =
    (sign: PreviewLine['sign']) =>
    (text: string): PreviewLine => ({ sign, text });
  const changed = [
    ...old.slice(Math.max(0, top - 1), top).map(line(' ')),
    ...old.slice(top, old.length - bottom).map(line('-')),
    ...fresh.slice(top, fresh.length - bottom).map(line('+')),
    ...old.slice(old.length - bottom, old.length - bottom + 1).map(line(' ')),
  ];
  const indentation = Math.min(
    ...changed
      .filter(({ text }) => text.trim() !== '')
      .map(({ text }) => text.length - text.trimStart().length),
  );
  return changed.map(({ sign, text }) => ({
    sign,
    text: text.slice(Number.isFinite(indentation) ? indentation : 0),
  }));
}
