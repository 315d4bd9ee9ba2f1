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
import {
  type PolicyOrScenario,
  readPolicyOrScenario,
  scenarioFor,
  scenarioOfPolicy,
} from './policyOrScenario.ts';
import { type NotDecided, provedIn, type Versions } from './proven.ts';

interface Row {
  readonly file: string;
  /** Undefined where a place cannot be told, as for a policy that was unpacked from an escaped string. */
  readonly place: { readonly line: number; readonly column: number } | undefined;
  readonly finding: Finding;
}

/** What was found in a scenario or policy, and what could not be. */
interface Found {
  readonly rows: readonly Row[];
  readonly notDecided: readonly (NotDecided & { readonly file: string })[];
}

/**
 * `lint FILE…`: findings of every document, and what is proved about all requests to the first key. A file that cannot be used does
 * not keep the others from being looked at. With `--base`, access that the base does not give is a finding that fails.
 */
export function lint({ files, json, options: { base } }: CommandLine): number {
  const unusable: string[] = [];
  function attempt<Value>(read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      unusable.push(error.message);
      return undefined;
    }
  }
  const before = base === undefined ? undefined : attempt(() => readPolicyOrScenario(base));
  // Nothing is said of files that were to be compared with what cannot be read.
  const usable = unusable.length > 0 ? [] : files;
  const found = usable.flatMap((file) => attempt(() => foundIn(file, before)) ?? []);
  const rows = found.flatMap((one) => one.rows);
  const notDecided = found.flatMap((one) => one.notDecided);
  for (const message of unusable) process.stderr.write(`${message}\n`);
  const open = rows.filter(({ finding }) => finding.suppressed === undefined);
  const counts = Object.fromEntries(
    SEVERITIES.map(([severity, , plural]) => [
      plural,
      open.filter((row) => row.finding.severity === severity).length,
    ]),
  );
  process.stdout.write(
    json
      ? printedJson(counts, rows, notDecided)
      : printedText(counts, open, notDecided, rows.length - open.length),
  );
  if (unusable.length > 0) return 2;
  const fails = open.some(({ finding }) => isSerious(finding)) || notDecided.some(({ fails }) => fails);
  return fails ? 1 : 0;
}

const SEVERITIES: readonly (readonly [Severity, singular: string, plural: string])[] = [
  ['error', 'error', 'errors'],
  ['securityWarning', 'security warning', 'securityWarnings'],
  ['warning', 'warning', 'warnings'],
  ['suggestion', 'suggestion', 'suggestions'],
];

/** Whoever gives a base does not want new access. */
function isSerious({ severity, code }: Finding): boolean {
  return severity === 'error' || severity === 'securityWarning' || code === 'NEW_ACCESS';
}

function foundIn(file: string, before: PolicyOrScenario | undefined): readonly Found[] {
  const text = readText(file);
  const recognized = recognize(text);
  if (recognized.kind === 'keyPolicy' && 'text' in recognized) {
    const offset = text.indexOf(recognized.text);
    const scenario = scenarioOfPolicy(recognized.text, recognized.account);
    const place = { file, lines: lineIndex(text), ...(offset < 0 ? {} : { offset }) };
    const after = { kind: 'policy', text: recognized.text, account: recognized.account } as const;
    return [inScenario(place, scenario, before && versionsOf(before, after))];
  }
  if (recognized.kind !== 'scenario' && !text.includes('"keyway"')) {
    throw new UnusableInput(`${file}: is neither a key policy nor a scenario.`);
  }
  const place = { file, lines: lineIndex(text) };
  return scenariosIn(file, text).scenarios.map((scenario) =>
    inScenario(place, scenario, before && versionsOf(before, { kind: 'scenario', scenario })),
  );
}

function versionsOf(before: PolicyOrScenario, after: PolicyOrScenario): Versions {
  return { before: scenarioFor(before, after), after: scenarioFor(after, before) };
}

interface FilePlace {
  readonly file: string;
  readonly lines: LineIndex;
  /** Where the key policy begins in the file, for a file that is a key policy. */
  readonly offset?: number;
}

function inScenario(
  { file, lines, offset }: FilePlace,
  scenario: Scenario,
  versions: Versions | undefined,
): Found {
  const world = buildWorld(scenario);
  const byRules = new Linter().lint(world);
  const proved = provedIn(world, byRules, versions);
  const rows = [...byRules, ...proved.findings].map((finding) => {
    const document = findDocument(scenario, finding.span.text);
    const start = document?.offset ?? offset;
    const at = start === undefined ? document?.within?.from : start + finding.span.from;
    return { file, place: at === undefined ? undefined : lines.at(at), finding };
  });
  return { rows, notDecided: proved.notDecided.map((one) => ({ ...one, file })) };
}

function printedJson(
  counts: Readonly<Record<string, number>>,
  rows: readonly Row[],
  notDecided: Found['notDecided'],
): string {
  const open = notDecided.map(({ file, question, because }) => ({ file, question, because }));
  const json = { ...counts, findings: rows.map(rowJson), notDecided: open };
  return `${JSON.stringify(json, undefined, 2)}\n`;
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
  notDecided: Found['notDecided'],
  suppressed: number,
): string {
  const parts = SEVERITIES.flatMap(([, singular, plural]) => {
    const count = counts[plural] ?? 0;
    return count === 0 ? [] : [`${count} ${singular}${count === 1 ? '' : 's'}`];
  });
  const aside = suppressed === 0 ? '' : `, ${suppressed} suppressed`;
  const open = notDecided.map(
    ({ file, question, because }) => `${file}: not decided ${question}: ${because}`,
  );
  const total = `${parts.length === 0 ? 'No findings' : parts.join(', ')}${aside}`;
  return [...rows.map(rowText), ...open, total, ''].join('\n');
}

function rowText({ file, place, finding }: Row): string {
  const at = place === undefined ? file : `${file}:${place.line}:${place.column}`;
  const [, severity] = SEVERITIES.find(([name]) => name === finding.severity) ?? [];
  const help = finding.help === undefined ? '' : ` ${finding.help}`;
  return `${at}: ${severity ?? ''} ${finding.code} (${finding.about}): ${finding.message}${help}`;
}
