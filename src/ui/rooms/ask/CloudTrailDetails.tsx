import type { RefObject } from 'react';
import type { CloudTrailRecord } from '#engine/record/record.ts';
import { RichText } from '#kit/RichText.tsx';
import { eventCount, eventParts, eventText, eventTitle } from './cloudTrail.view.ts';
import { CopyButton } from '#kit/CopyButton.tsx';
import { Disclosure } from './Disclosure.tsx';
import styles from './CloudTrailDetails.module.css';

export interface CloudTrailDetailsProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly record: CloudTrailRecord | null;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** What CloudTrail would hold of the call: one event, or one for each account, and what to know about them. */
export function CloudTrailDetails({ ref, record, isOpen, onToggle }: CloudTrailDetailsProps) {
  if (record === null) return null;
  const { events, notes } = record;
  return (
    <Disclosure
      ref={ref}
      title="CloudTrail record"
      count={eventCount(record)}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <div className={styles.record}>
        {events.map((recorded, at) => (
          <section key={at} className={styles.event}>
            <div className={styles.head}>
              <h4 className={styles.title}>{eventTitle(recorded, events.length)}</h4>
              <CopyButton text={() => eventText(recorded.event)} what="The event">
                Copy
              </CopyButton>
            </div>
            {/* Long lines wrap, so that nothing is hidden beside the edge. */}
            <pre className={styles.text}>
              {eventParts(recorded.event).map(({ text, isMarked }, index) =>
                isMarked ? <mark key={index}>{`${text}\n`}</mark> : `${text}\n`,
              )}
            </pre>
          </section>
        ))}
        <ul className={styles.notes}>
          {notes.map(({ text }, index) => (
            <li key={index}>
              <RichText phrase={text} />
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
