import type { CellEvidence } from '#engine/access/table.ts';
import { StatementList } from '#kit/StatementList.tsx';
import { useBench } from './bench.ts';
import { distinctEvidence } from './evidence.view.ts';

export interface StatementLinksProps {
  readonly evidence: readonly CellEvidence[];
}

/** The statements and grants a cell rests on. */
export function StatementLinks({ evidence }: StatementLinksProps) {
  const bench = useBench();
  const items = distinctEvidence(evidence).map((item) => {
    const named = bench.names.name(item);
    return {
      key: `${named.ref} ${named.span.from}`,
      label: named.label,
      effect: named.effect,
      lines: named.lines,
      onPress: () => bench.pinStatement(named),
      onPoint: (isOver: boolean) => bench.hoverStatement(isOver ? named : null),
    };
  });
  return <StatementList items={items} />;
}
