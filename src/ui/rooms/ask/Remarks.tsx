import { Icon } from '#kit/Icon.tsx';
import { Working } from '#kit/Working.tsx';
import styles from './Remarks.module.css';

export interface RemarksProps {
  readonly remarks: readonly string[];
  readonly isWorking: boolean;
}

/** Calm lines above the answer: what it rests on, and that the next is on its way. */
export function Remarks({ remarks, isWorking }: RemarksProps) {
  return (
    <>
      {remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          <Icon name="info" size={14} />
          <span>{remark}</span>
        </p>
      ))}
      {isWorking && (
        <p>
          <Working>Working</Working>
        </p>
      )}
    </>
  );
}
