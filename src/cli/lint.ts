import type { Severity } from '#engine/source/diagnostic.ts';
import type { Finding } from '#engine/lint/finding.ts';
import { Linter } from '#engine/lint/linter.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import type { CommandLine } from './commandLine.ts';
import { UnusableInput } from './input.ts';
import { type Target, targetsIn } from './lintTargets.ts';
import { type PolicyOrScenario, readPolicyOrScenario, scenarioFor } from './policyOrScenario.ts';
import { type NotDecided, provedIn, type Versions } from './proven.ts';

interface Row {
  readonly file: string;
  /** Undefined where a place cannot be told, as for a policy that was unpacked from an escaped string. */
  readonly place: { readonly line: number; readonly column: number } | undefined;
  /** What it is called in its template. */
  readonly piece: string | undefined;
  readonly finding: Finding;
}

/** One thing that is looked at, and what it is compared with. */
interface Looked {
  readonly file: string;
  readonly target: Target;
  readonly before: PolicyOrScenario | undefined;
}

/** What was found in a scenario or policy, and what could not be. */
interface Found {
  readonly rows: readonly Row[];
  readonly notDecided: readonly (NotDecided & { readonly file: string })[];
}

/**
 * `lint FILE…`: findings of every document, policy and template, and what is proved about all requests to the first key. A file
 * that cannot be used does not keep the others from being looked at. With `--base`, access that the base does not give is a finding that fails.
 */
export function lint({ files, json, options: { base, type } }: CommandLine): number {
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
  const looked = usable.flatMap(
    (file) =>
      attempt(() => {
        const targets = targetsIn(file, type, (problem) => unusable.push(problem));
        if (before !== undefined && targets.every(({ compared }) => compared === undefined))
          throw new UnusableInput(`${file}: only key policies and scenarios can be compared with a base.`);
        return targets.map((target) => ({ file, target, before }));
      }) ?? [],
  );
  const found = looked.map(foundIn);
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
  if (json) process.stdout.write(printedJson(counts, rows, notDecided));
  else if (looked.length > 0)
    process.stdout.write(printedText(counts, open, notDecided, rows.length - open.length));
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

function foundIn({ file, target, before }: Looked): Found {
  const { scenario, placeOf, piece, compared, isOpen } = target;
  const world = buildWorld(scenario);
  const byRules = new Linter().lint(world);
  const proved = provedIn(world, byRules, before && compared && versionsOf(before, compared));
  const rows = [...byRules, ...proved.findings]
    .filter((finding) => isOpen?.(finding) !== true)
    .map((finding) => ({ file, place: placeOf(finding.span), piece, finding }));
  return { rows, notDecided: proved.notDecided.map((one) => ({ ...one, file })) };
}

function versionsOf(before: PolicyOrScenario, after: PolicyOrScenario): Versions {
  return { before: scenarioFor(before, after), after: scenarioFor(after, before) };
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

function rowJson({ file, place, piece, finding }: Row): object {
  const { code, severity, message, help, rule, about, span, fixes, suppressed } = finding;
  return {
    file,
    ...place,
    ...(piece === undefined ? {} : { piece }),
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

function rowText({ file, place, piece, finding }: Row): string {
  const at = place === undefined ? file : `${file}:${place.line}:${place.column}`;
  const [, severity] = SEVERITIES.find(([name]) => name === finding.severity) ?? [];
  const help = finding.help === undefined ? '' : ` ${finding.help}`;
  const about = piece === undefined ? finding.about : `${piece} ${finding.about}`;
  return `${at}: ${severity ?? ''} ${finding.code} (${about}): ${finding.message}${help}`;
}
