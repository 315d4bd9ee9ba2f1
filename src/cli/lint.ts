import type { Severity } from '#engine/source/diagnostic.ts';
import type { Finding } from '#engine/lint/finding.ts';
import { Linter } from '#engine/lint/linter.ts';
import { findDocument } from '#engine/scenario/mapDocuments.ts';
import { recognize } from '#engine/scenario/recognize.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { lineIndex, type LineIndex } from '#engine/source/lines.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import type { CommandLine } from './commandLine.ts';
import { readText, scenariosIn, UnusableInput } from './input.ts';
import { scenarioOfPolicy } from './policyOrScenario.ts';

interface Row {
  readonly file: string;
  /** Undefined where a place cannot be told, as for a policy that was unpacked from an escaped string. */
  readonly place: { readonly line: number; readonly column: number } | undefined;
  readonly finding: Finding;
}

/** `lint FILE…`: findings of every document. A file that cannot be used does not keep the others from being looked at. */
export function lint({ files, json }: CommandLine): number {
  const rows: Row[] = [];
  const unusable: string[] = [];
  for (const file of files) {
    try {
      rows.push(...rowsOf(file));
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      unusable.push(error.message);
    }
  }
  for (const message of unusable) process.stderr.write(`${message}\n`);
  const open = rows.filter(({ finding }) => finding.suppressed === undefined);
  const counts = Object.fromEntries(
    SEVERITIES.map(([severity, , plural]) => [
      plural,
      open.filter((row) => row.finding.severity === severity).length,
    ]),
  );
  process.stdout.write(
    json ? printedJson(counts, rows) : printedText(counts, open, rows.length - open.length),
  );
  if (unusable.length > 0) return 2;
  return open.some(({ finding }) => isSerious(finding.severity)) ? 1 : 0;
}

const SEVERITIES: readonly (readonly [Severity, singular: string, plural: string])[] = [
  ['error', 'error', 'errors'],
  ['securityWarning', 'security warning', 'securityWarnings'],
  ['warning', 'warning', 'warnings'],
  ['suggestion', 'suggestion', 'suggestions'],
];

function isSerious(severity: Severity): boolean {
  return severity === 'error' || severity === 'securityWarning';
}

function rowsOf(file: string): readonly Row[] {
  const text = readText(file);
  const recognized = recognize(text);
  if (recognized.kind === 'keyPolicy' && 'text' in recognized) {
    const offset = text.indexOf(recognized.text);
    const scenario = scenarioOfPolicy(recognized.text, recognized.account);
    return findingsIn(file, lineIndex(text), scenario, offset < 0 ? undefined : offset);
  }
  if (recognized.kind !== 'scenario' && !text.includes('"keyway"')) {
    throw new UnusableInput(`${file}: is neither a key policy nor a scenario.`);
  }
  const lines = lineIndex(text);
  return scenariosIn(file, text).scenarios.flatMap((scenario) => findingsIn(file, lines, scenario));
}

/** @param offset where the key policy begins in the file, for a file that is a key policy */
function findingsIn(file: string, lines: LineIndex, scenario: Scenario, offset?: number): readonly Row[] {
  return new Linter().lint(buildWorld(scenario)).map((finding) => {
    const document = findDocument(scenario, finding.span.text);
    const start = document?.offset ?? offset;
    const at = start === undefined ? document?.within?.from : start + finding.span.from;
    return { file, place: at === undefined ? undefined : lines.at(at), finding };
  });
}

function printedJson(counts: Readonly<Record<string, number>>, rows: readonly Row[]): string {
  return `${JSON.stringify({ ...counts, findings: rows.map(rowJson) }, undefined, 2)}\n`;
}

function rowJson({ file, place, finding }: Row): object {
  const { code, severity, message, help, rule, about, span, fixes, suppressed } = finding;
  return {
    file,
    ...place,
    document: span.text,
    about,
    code,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    rule,
    ...(fixes.length === 0 ? {} : { fixes }),
    ...(suppressed === undefined ? {} : { suppressed }),
  };
}

function printedText(
  counts: Readonly<Record<string, number>>,
  rows: readonly Row[],
  suppressed: number,
): string {
  const parts = SEVERITIES.flatMap(([, singular, plural]) => {
    const count = counts[plural] ?? 0;
    return count === 0 ? [] : [`${count} ${singular}${count === 1 ? '' : 's'}`];
  });
  const aside = suppressed === 0 ? '' : `, ${suppressed} suppressed`;
  return [...rows.map(rowText), `${parts.length === 0 ? 'No findings' : parts.join(', ')}${aside}`, ''].join(
    '\n',
  );
}

function rowText({ file, place, finding }: Row): string {
  const at = place === undefined ? file : `${file}:${place.line}:${place.column}`;
  const [, severity] = SEVERITIES.find(([name]) => name === finding.severity) ?? [];
  const help = finding.help === undefined ? '' : ` ${finding.help}`;
  return `${at}: ${severity ?? ''} ${finding.code} (${finding.about}): ${finding.message}${help}`;
}
