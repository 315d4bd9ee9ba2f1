import { classNames } from '#kit/classNames.ts';
import { MiddleEllipsis } from '#kit/MiddleEllipsis.tsx';
import type { EncryptionContextSlot } from './requestSlots.ts';
import styles from './EncryptionContextChip.module.css';

export interface EncryptionContextChipProps {
  readonly slot: EncryptionContextSlot;
  /** The comma or question mark that stays at its end. */
  readonly after: string;
  readonly onPress: () => void;
}

/** The clause about an encryption context. Pairs are typed among the details, which a press opens. */
export function EncryptionContextChip({ slot, after, onPress }: EncryptionContextChipProps) {
  const name = slot.which === '' ? 'encryption context' : `${slot.which} encryption context`;
  const isEmpty = slot.text === null;
  const ending = slot.more > 0 ? ` and ${slot.more} more${after}` : after;
  return (
    <>
      {' '}
      with {isEmpty ? '' : `${name} `}
      <span className={styles.whole}>
        <button
          type="button"
          className={classNames(styles.chip, isEmpty && styles.empty)}
          onClick={onPress}
          aria-label={isEmpty ? `No ${name}, edit` : `${name}: ${slot.text}, edit`}
        >
          {isEmpty ? `no ${name}` : <MiddleEllipsis text={slot.text} />}
        </button>
        {slot.more > 0 ? '' : ending}
      </span>
      {slot.more > 0 && ending}
    </>
  );
}
