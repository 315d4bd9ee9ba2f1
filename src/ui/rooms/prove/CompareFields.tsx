import { useStore } from 'zustand';
import { useAnnounce } from '#kit/Announcer.tsx';
import { Button } from '#kit/Button.tsx';
import { Callout } from '#kit/Callout.tsx';
import { FileButton } from '#kit/FileButton.tsx';
import { RichText } from '#kit/RichText.tsx';
import { acceptedFor } from '#state/accepted.ts';
import { acceptedWords, ticked } from './compare.view.ts';
import { useRoomContext } from './room.ts';
import styles from './QuestionFields.module.css';

/** What this version is compared with, and how that changes. */
export function CompareFields() {
  const { app, scenario } = useRoomContext();
  const versions = useStore(app.accepted, (state) => state.versions);
  const { file, fileProblem, compareWithAccepted, compareWithFile } = useStore(app.proofs);
  const isBroken = useStore(
    app.results,
    (state) => state.reply?.documents.some(({ usable, usedFallback }) => !usable || usedFallback) === true,
  );
  const announce = useAnnounce();
  const accepted = acceptedFor({ versions }, scenario);
  const accept = () => {
    app.accepted.getState().accept(scenario);
    if (file !== null) compareWithAccepted();
    announce('This version is accepted. Later ones are compared with it.');
  };
  const open = async ([chosen]: readonly File[]) => {
    if (chosen !== undefined) await compareWithFile(chosen.name, await chosen.text());
  };
  return (
    <div className={styles.compare}>
      <p className={styles.with}>
        <RichText
          phrase={file === null ? acceptedWords(accepted) : ['Compared with ', { code: file.name }, '.']}
        />
      </p>
      <Button icon="check" isDisabled={isBroken} onPress={accept}>
        Accept this version
      </Button>
      {file !== null && <Button onPress={compareWithAccepted}>Compare with the accepted version</Button>}
      <FileButton accept=".json,application/json,text/plain" onFiles={(files) => void open(files)}>
        Compare with a file
      </FileButton>
      {fileProblem !== null && (
        <output className={styles.problem}>
          <Callout tone="attention">
            <RichText phrase={ticked(fileProblem)} />
          </Callout>
        </output>
      )}
    </div>
  );
}
