import { useStore } from 'zustand';
import { KeyValueRows } from '#kit/KeyValueRows.tsx';
import { Select } from '#kit/Select.tsx';
import type { ScenarioKey } from '#engine/scenario/scenario.ts';
import type { App } from '#state/app.ts';
import { shownKeyIndex } from '#state/keyEdits.ts';
import { DraftField } from './DraftField.tsx';
import { KeyChooser } from './KeyChooser.tsx';
import {
  aliasProblem,
  aliasesOf,
  choicesOf,
  keyFactLabels,
  keyFacts,
  newArnProblem,
  withKeyFact,
} from './keyFacts.ts';
import type { KeyFact } from './keyFacts.ts';
import type { PaneProps } from './KeyPolicyPane.tsx';
import { MoreKeys } from './MoreKeys.tsx';
import { TextRows } from './TextRows.tsx';
import { tagsOf, useRows } from './useRows.ts';
import styles from './KeyPane.module.css';

const order: readonly KeyFact[] = ['KeySpec', 'KeyUsage', 'Origin', 'KeyState', 'KeyManager', 'region'];

/** The facts about the key itself, and which keys there are. */
export function KeyPane({ app }: PaneProps) {
  const keys = useStore(app.workspace, ({ scenario }) => scenario.keys);
  const index = useStore(app.workspace, ({ scenario, shownKey }) => shownKeyIndex(scenario, shownKey));
  const key = keys[index];
  const update = app.workspace.getState().updateKey;
  const facts = keyFacts(key?.metadata);
  const others = keys.filter((_, at) => at !== index).map(({ arn }) => arn);
  return (
    <>
      <KeyChooser app={app} />
      <div className={styles.pane}>
        <DraftField
          key={index}
          label="Key ARN"
          value={key?.arn ?? ''}
          problemOf={(arn) => newArnProblem(arn, others)}
          onChange={(arn) => update({ arn })}
          description="Account and Region of the key come from it."
        />
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
        <Rows key={`rows ${index}`} app={app} aliases={key?.aliases} tags={key?.tags} />
        <MoreKeys app={app} shown={key} />
      </div>
    </>
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
