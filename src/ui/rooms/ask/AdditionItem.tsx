import { useId, useState } from 'react';
import type { Addition } from '#engine/whatIf/additions.ts';
import { plain } from '#engine/explain/phrase.ts';
import { Button } from '#kit/Button.tsx';
import { RichText } from '#kit/RichText.tsx';
import { ChangePreview } from '#kit/ChangePreview.tsx';
import type { DocumentPreview } from '#kit/ChangePreview.tsx';
import { WordButton } from '#kit/WordButton.tsx';
import styles from './AdditionItem.module.css';

export interface AdditionItemProps {
  readonly addition: Addition;
  /** Made when it is looked at. */
  readonly preview: () => readonly DocumentPreview[];
  /** The documents are no longer those the change was made for. */
  readonly isOutdated: boolean;
  readonly onApply: () => void;
}

/** One change that turns the decision: what it is, what else it does, its lines, and a press that makes it. */
export function AdditionItem({ addition, preview, isOutdated, onApply }: AdditionItemProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const sentence = plain(addition.text);
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <div className={styles.text}>
          <p id={`${id}t`}>
            <RichText phrase={addition.text} />
          </p>
          {addition.besides.map((phrase, index) => (
            <p key={index} className={styles.besides}>
              <RichText phrase={phrase} />
            </p>
          ))}
        </div>
        <div className={styles.actions}>
          <WordButton
            aria-expanded={isOpen}
            aria-controls={id}
            aria-describedby={`${id}t`}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Hide' : 'Preview'}
          </WordButton>
          <Button size="dense" aria-label={`Apply: ${sentence}`} isDisabled={isOutdated} onPress={onApply}>
            Apply
          </Button>
        </div>
      </div>
      <div id={id} hidden={!isOpen} className={styles.preview}>
        {isOpen && <ChangePreview previews={preview()} />}
      </div>
    </li>
  );
}
