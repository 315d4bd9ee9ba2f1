import type { CitedStatement } from '#engine/prove/questions/answer.ts';
import { StatementList } from '#kit/StatementList.tsx';
import { useRoomContext } from './room.ts';
import { useNames } from './useNames.ts';

export interface StatementsProps {
  readonly statements: readonly CitedStatement[];
  readonly isStale: boolean;
}

/** The statements and grants an answer rests on. */
export function Statements({ statements, isStale }: StatementsProps) {
  const { pin, hover } = useRoomContext();
  const names = useNames(isStale);
  const items = statements.map((cited) => {
    const { ref, label, effect, span, lines } = names.name(cited);
    return {
      key: ref,
      label,
      effect,
      lines,
      onPress: span && (() => pin(label, [span])),
      onPoint: (isOver: boolean) => hover(label, isOver && span !== null ? [span] : null),
    };
  });
  return <StatementList items={items} />;
}
