import { useState } from 'react';
import type { AwsMessage } from '#engine/message/awsMessage.ts';
import { messageText } from '#engine/message/awsMessage.ts';
import { Code } from '#kit/Code.tsx';
import { RichText } from '#kit/RichText.tsx';
import { copiedMessage, wordingSentence } from './awsMessage.view.ts';
import { CopyButton } from '#kit/CopyButton.tsx';
import { Disclosure } from './Disclosure.tsx';
import styles from './AwsMessageDetails.module.css';

/** The error in AWS's own words, and what these leave out. Closed until asked for. */
export function AwsMessageDetails({ message }: { readonly message: AwsMessage | null }) {
  const [isOpen, setOpen] = useState(false);
  if (message === null) return null;
  return (
    <Disclosure title="What AWS would tell the caller" isOpen={isOpen} onToggle={setOpen}>
      <div className={styles.message}>
        <Told message={message} />
        <Listed title="What it leaves out">
          {message.leavesOut.map((phrase, index) => (
            <li key={index}>
              <RichText phrase={phrase} />
            </li>
          ))}
        </Listed>
        <Listed title="It could also read">
          {message.alternatives.map((text) => (
            <li key={text} className={styles.alternative}>
              {text}
            </li>
          ))}
        </Listed>
      </div>
    </Disclosure>
  );
}

function Told({ message }: { readonly message: AwsMessage }) {
  const text = messageText(message);
  const wording = wordingSentence(message);
  return (
    <>
      <div className={styles.text}>
        <div className={styles.head}>
          <Code>{message.code}</Code>
          <CopyButton text={() => copiedMessage(message)} what="The message">
            Copy
          </CopyButton>
        </div>
        {text !== undefined && <p className={styles.words}>{text}</p>}
      </div>
      {wording !== null && <p className={styles.note}>{wording}</p>}
    </>
  );
}

function Listed({
  title,
  children,
}: {
  readonly title: string;
  readonly children: readonly React.ReactNode[];
}) {
  if (children.length === 0) return null;
  return (
    <>
      <h4 className={styles.title}>{title}</h4>
      <ul className={styles.list}>{children}</ul>
    </>
  );
}
