import type { AccessPrincipal, CellValue } from './table.ts';

const verbs: Readonly<Record<Exclude<CellValue, 'none'>, string>> = {
  allowed: 'may',
  depends: 'may under conditions',
  denied: 'is denied',
};

/** The table in words, for those who do not see the graph. */
export function summaryOf(principals: readonly AccessPrincipal[]): string {
  const sentences = principals.flatMap((principal) => {
    const parts = (['allowed', 'depends', 'denied'] as const).flatMap((value) => {
      const groups = principal.cells
        .filter((cell) => cell.value === value)
        .map((cell) => cell.group.toLowerCase());
      return groups.length === 0 ? [] : [`${verbs[value]} ${groups.join(', ')}`];
    });
    return parts.length === 0 ? [] : [`${principal.label} ${parts.join('; ')}.`];
  });
  const start = `${principals.length} ${principals.length === 1 ? 'principal' : 'principals'}.`;
  return sentences.length === 0 ? `${start} Nobody can use this key.` : [start, ...sentences].join(' ');
}
