import { useStore } from 'zustand';
import { Button } from '#kit/Button.tsx';
import { Callout } from '#kit/Callout.tsx';
import { FileButton } from '#kit/FileButton.tsx';
import { RichText } from '#kit/RichText.tsx';
import { TextField } from '#kit/TextField.tsx';
import { useWaited } from '#kit/useWaited.ts';
import type { App } from '#state/app.ts';
import { marked, progressWords, recognisedForms } from './import.view.ts';
import styles from './Import.module.css';

/** Where a text is pasted or a file chosen. */
export function ImportText({ app }: { readonly app: App }) {
  const { text, refusal, underWay, readText, readFile, back } = useStore(app.importing);
  const isLong = useWaited(underWay !== null, 400);
  const choose = ([file]: readonly File[]) => {
    if (file !== undefined) void readFile(file, file.name);
  };
  return (
    <div className={styles.text}>
      <TextField
        label="Text"
        description="Paste it here, or drop a file anywhere on the page."
        value={text}
        onChange={(value) => void readText(value)}
        rows={10}
        isMono
      />
      {underWay !== null && isLong && (
        <div className={styles.progress}>
          <progress value={underWay.fraction} aria-label="How much has been read" />
          <span>{progressWords(underWay)}</span>
          <Button size="dense" icon="stop" onPress={back}>
            Cancel
          </Button>
        </div>
      )}
      {refusal !== null && (
        <output>
          <Callout tone="attention">
            <RichText phrase={marked(refusal)} />
          </Callout>
        </output>
      )}
      <div className={styles.file}>
        <FileButton onFiles={choose}>Choose a file</FileButton>
      </div>
      <div className={styles.forms}>
        <p>Recognised are:</p>
        <ul>
          {recognisedForms.map((form) => (
            <li key={form}>
              <RichText phrase={marked(form)} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
