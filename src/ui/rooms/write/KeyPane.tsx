import { useStore } from 'zustand';
import { KeyValueRows } from '#kit/KeyValueRows.tsx';
import { Select } from '#kit/Select.tsx';
import type { ScenarioKey } from '#engine/scenario/scenario.ts';
import type { App } from '#state/app.ts';
import { KeyArnField } from './KeyArnField.tsx';
import { aliasProblem, aliasesOf, choicesOf, keyFactLabels, keyFacts, withKeyFact } from './keyFacts.ts';
import type { KeyFact } from './keyFacts.ts';
import type { PaneProps } from './KeyPolicyPane.tsx';
import { TextRows } from './TextRows.tsx';
import { tagsOf, useRows } from './useRows.ts';
import styles from './KeyPane.module.css';

const order: readonly KeyFact[] = ['KeySpec', 'KeyUsage', 'Origin', 'KeyState', 'KeyManager', 'region'];

/** The facts about the key itself. */
export function KeyPane({ app }: PaneProps) {
  const key = useStore(app.workspace, ({ scenario }) => scenario.keys[0]);
  const update = app.workspace.getState().updateKey;
  const facts = keyFacts(key?.metadata);
  return (
    <div className={styles.pane}>
      <KeyArnField arn={key?.arn ?? ''} onChange={(arn) => update({ arn })} />
      <div className={styles.facts}>
        {order.map((fact) => (
          <Select
            key={fact}
            label={keyFactLabels[fact]}
            options={choicesOf(fact, facts)}
            value={facts[fact]}
            onChange={(value) => update({ metadata: withKeyFact(key?.metadata, fact, value) })}
          />
        ))}
      </div>
      <Rows app={app} aliases={key?.aliases} tags={key?.tags} />
    </div>
  );
}

interface RowsProps extends Pick<ScenarioKey, 'aliases' | 'tags'> {
  readonly app: App;
}

const noAliases: readonly string[] = [];
const noTags: Readonly<Record<string, string>> = {};

function Rows({ app, aliases = noAliases, tags = noTags }: RowsProps) {
  const update = app.workspace.getState().updateKey;
  const [aliasRows, setAliasRows] = useRows(
    aliases,
    (value) => value,
    aliasesOf,
    (value) => update({ aliases: value }),
  );
  const [tagRows, setTagRows] = useRows(
    tags,
    (value) => Object.entries(value).map(([key, text]) => ({ key, value: text })),
    tagsOf,
    (value) => update({ tags: value }),
  );
  return (
    <>
      <TextRows
        label="Aliases"
        rowLabel="Alias"
        addLabel="Add alias"
        rows={aliasRows}
        onChange={setAliasRows}
        problemOf={(alias) => aliasProblem(alias, aliasRows)}
        placeholder="alias/orders"
      />
      <KeyValueRows label="Tags" rows={tagRows} onChange={setTagRows} addLabel="Add tag" />
    </>
  );
}
