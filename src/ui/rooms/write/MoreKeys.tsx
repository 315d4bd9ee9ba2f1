import { useState } from 'react';
import { useStore } from 'zustand';
import type { ScenarioKey } from '#engine/scenario/scenario.ts';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { AskRemoval } from './AskRemoval.tsx';
import { addKey, addReplica, removeKey } from './keyCommands.ts';
import { keyName } from './keys.view.ts';
import styles from './MoreKeys.module.css';

/** Adds keys to the scenario, and takes the one that is shown away. */
export function MoreKeys({ app, shown }: { readonly app: App; readonly shown: ScenarioKey | undefined }) {
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const [isAsking, setAsking] = useState(false);
  const canRemove = shown !== undefined && scenario.keys.length > 1;
  return (
    <div className={styles.more}>
      <p className={styles.words}>
        {scenario.keys.length > 1
          ? 'A request that names no key is about the first.'
          : 'ReEncrypt has a second key as its destination, and a multi-Region key has replicas with policies of their own.'}
      </p>
      {isAsking && shown !== undefined ? (
        <AskRemoval
          name={keyName(scenario, shown.policy.id)}
          loses="with its policy and grants"
          onRemove={() => {
            removeKey(app, shown.arn);
            setAsking(false);
          }}
          onKeep={() => setAsking(false)}
        />
      ) : (
        <div className={styles.actions}>
          <Button size="dense" icon="add" onPress={() => addKey(app)}>
            Add a key
          </Button>
          {shown?.metadata?.MultiRegion === true && (
            <Button size="dense" icon="add" onPress={() => addReplica(app, shown)}>
              Add a replica
            </Button>
          )}
          {canRemove && (
            <Button size="dense" variant="quiet" icon="remove" onPress={() => setAsking(true)}>
              Remove this key
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
