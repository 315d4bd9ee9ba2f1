import { compileTemplate } from '../conditions/template.ts';

/** `<ACCOUNT-ID>`, `{{account}}`, `${AWS::AccountId}`, `${var.account}`; a policy variable is `${prefix:name}`. */
export function placeholder(value: string): string | undefined {
  const marked = /<[A-Za-z][\w .-]{1,40}>|\{\{[^{}]{1,60}\}\}|%\{[^{}]{1,60}\}/.exec(value)?.[0];
  if (marked !== undefined) return marked;
  for (const part of compileTemplate(value, true).parts) {
    if (part.kind !== 'variable' || part.fallback !== undefined) continue;
    if (/^[A-Za-z0-9-]+:[^:]/.test(part.name) || /^[A-Za-z0-9.-]+\/|:/.test(part.name.replace('::', '')))
      continue;
    return `\${${part.name}}`;
  }
  return undefined;
}
