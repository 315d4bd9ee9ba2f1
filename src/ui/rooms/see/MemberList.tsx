import type { AccessPrincipal } from '#engine/access/table.ts';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import { cellSentence, valueMark } from './words.view.ts';
import styles from './ReasonList.module.css';

export interface MemberListProps {
  readonly members: readonly AccessPrincipal[];
  readonly group: string;
}

/** Who stands behind a folded account, each with what is true of it. */
export function MemberList({ members, group }: MemberListProps) {
  return (
    <ul className={styles.members}>
      {members.flatMap((member) =>
        member.cells
          .filter((cell) => cell.group === group)
          .map((cell) => (
            <li key={member.id} className={styles.member}>
              <VerdictMark kind={valueMark[cell.value]} />
              <span>
                <strong>{member.label}</strong> {cellSentence(cell)}
              </span>
            </li>
          )),
      )}
    </ul>
  );
}
