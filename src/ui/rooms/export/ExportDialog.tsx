import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '#kit/Button.tsx';
import { Callout } from '#kit/Callout.tsx';
import { CopyButton } from '#kit/CopyButton.tsx';
import { Dialog } from '#kit/Dialog.tsx';
import { Select } from '#kit/Select.tsx';
import type { App } from '#state/app.ts';
import { shownKeyIndex } from '#state/keyEdits.ts';
import { exported, type Form, forms, mediaType } from './export.view.ts';
import styles from './Export.module.css';

interface ExportProps {
  readonly app: App;
  readonly onClose: () => void;
  /** Hands a file to the browser. */
  readonly save: (file: string, text: string, type: string) => void;
  /** The scenario has a name of its own as a file. */
  readonly saveScenario: () => void;
}

/** Taking work out: in which form, what it looks like, and how. */
export function ExportDialog({ app, onClose, save, saveScenario }: ExportProps) {
  const { scenario, shownKey } = useStore(app.workspace);
  const [form, setForm] = useState<Form>('scenario');
  const [arn, setArn] = useState(() => scenario.keys[shownKeyIndex(scenario, shownKey)]?.arn ?? '');
  const index = Math.max(
    0,
    scenario.keys.findIndex((key) => key.arn === arn),
  );
  const result = useMemo(() => exported(scenario, app.print, form, index), [scenario, app, form, index]);
  const text = 'text' in result ? result.text : null;
  const download = () => {
    if (form === 'scenario') saveScenario();
    else if ('text' in result) save(result.file, result.text, mediaType(result.file));
  };
  const keys = scenario.keys.map((key) => ({
    id: key.arn,
    text: key.arn.slice(key.arn.lastIndexOf('/') + 1),
  }));
  return (
    <Dialog
      title="Export"
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          {text !== null && (
            <CopyButton what="The export" text={() => text}>
              Copy
            </CopyButton>
          )}
          <Button variant="primary" icon="download" isDisabled={text === null} onPress={download}>
            Download
          </Button>
        </>
      }
    >
      <div className={styles.content}>
        <div className={styles.choices}>
          <Select label="As" options={forms} value={form} onChange={(id) => setForm(id as Form)} />
          {form !== 'scenario' && keys.length > 1 && (
            <Select label="Key" options={keys} value={keys[index]?.id ?? ''} onChange={setArn} />
          )}
        </div>
        {text === null ? (
          <Callout tone="attention">{'because' in result ? result.because : ''}</Callout>
        ) : (
          <section aria-label="What is exported">
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines scroll, and what scrolls is reached by keyboard */}
            <pre className={styles.text} tabIndex={0}>
              {text}
            </pre>
          </section>
        )}
      </div>
    </Dialog>
  );
}
