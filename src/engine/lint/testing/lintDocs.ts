import type { Severity } from '#engine/source/diagnostic.ts';
import { parseJson } from '#engine/source/parseJson.ts';
import type { RulePage } from '../page.ts';
import { pages } from '../pages.ts';
import { rules } from '../rules.ts';
import { lintPolicy, wordsOf } from './lint.ts';

const words: Readonly<Record<Severity, string>> = {
  error: 'error',
  securityWarning: 'security warning',
  warning: 'warning',
  suggestion: 'suggestion',
};

/** All rule pages as one document, docs/lint.md: the same texts that the app shows. */
export function lintDocs(): string {
  return [
    '# What lint looks for',
    'Made from the pages beside the rules by `npm run lint-docs`. Codes are those of IAM Access Analyzer where it has the check. A rule says nothing where it cannot be sure. A finding that is meant to stay is suppressed in the scenario, with a reason (see [scenario-format.md](scenario-format.md#suppressions)).',
    ...rules.map(({ name, codes }) => chapter(name, codes)),
    '',
  ].join('\n\n');
}

function chapter(name: string, codes: Readonly<Record<string, Severity>>): string {
  const page = pages[name];
  if (page === undefined) return '';
  return [
    `## ${page.title}`,
    Object.entries(codes)
      .map(([code, severity]) => `\`${code}\` (${words[severity]})`)
      .join(', '),
    page.why,
    'Avoid:',
    fenced(page.avoid),
    ...saidAbout(name, page),
    'Prefer:',
    fenced(page.prefer),
    `[${page.aws.title}](${page.aws.url})`,
  ].join('\n\n');
}

/** What the rule says about the example, a line each; nothing where it needs more than this one document. */
function saidAbout(name: string, { avoid, type }: RulePage): readonly string[] {
  if (!parseJson(avoid, '').wellFormed) return [];
  const findings = lintPolicy(JSON.parse(avoid), type === undefined ? {} : { type });
  const lines = findings
    .filter(({ rule }) => rule === name)
    .map(wordsOf)
    .map(({ code, says }) => `- \`${code}\`: ${says}`);
  return lines.length === 0 ? [] : ['Lint says:', lines.join('\n')];
}

/** An example as it is; one that is no JSON on purpose is not called so. */
function fenced(text: string): string {
  const { wellFormed } = parseJson(text, '');
  return `\`\`\`${wellFormed ? 'json' : 'text'}\n${text}\n\`\`\``;
}
