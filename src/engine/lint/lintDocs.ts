import type { Severity } from '../source/diagnostic.ts';
import { parseJson } from '../source/parseJson.ts';
import { pages } from './pages.ts';
import { rules } from './rules.ts';

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
    'Prefer:',
    fenced(page.prefer),
    `[${page.aws.title}](${page.aws.url})`,
  ].join('\n\n');
}

/** An example as it is; one that is no JSON on purpose is not called so. */
function fenced(text: string): string {
  const { wellFormed } = parseJson(text, '');
  return `\`\`\`${wellFormed ? 'json' : 'text'}\n${text}\n\`\`\``;
}
