import { Button } from '#kit/Button.tsx';
import { RichText } from '#kit/RichText.tsx';
import type { Level } from '#engine/prove/model/accessModel.ts';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { FindingView } from './answer.view.ts';
import { takenForGranted } from './caller.view.ts';
import { useRoomContext } from './room.ts';
import { Statements } from './Statements.tsx';
import { useNames } from './useNames.ts';
import styles from './Answer.module.css';

export interface FindingsProps {
  readonly findings: readonly FindingView[];
  readonly isStale: boolean;
  /** Names the list. */
  readonly label: string;
}

/** What was found, each with its statements and the request that shows it. */
export function Findings({ findings, isStale, label }: FindingsProps) {
  const names = useNames(isStale);
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label={label}>
      {findings.map((finding, index) => (
        <li key={index} className={styles.finding}>
          <p>
            <RichText phrase={names.readable(finding.sentence)} />
          </p>
          <div className={styles.evidence}>
            <Statements statements={finding.statements} isStale={isStale} />
            {finding.request !== null && <OpenInAsk request={finding.request} level={finding.level} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface OpenInAskProps {
  readonly request: ScenarioRequest;
  /** How far it gets. */
  readonly level: Level | undefined;
}

/** Takes the request that shows something to Ask. */
export function OpenInAsk({ request, level }: OpenInAskProps) {
  const { ask, scenario } = useRoomContext();
  const granted = takenForGranted(request, level, scenario);
  return (
    <>
      <Button
        icon="ask"
        size="dense"
        onPress={() => ask(request)}
        aria-label={`Open in Ask: can ${request.principal} do ${request.action}?`}
      >
        Open in Ask
      </Button>
      {granted !== null && <span className={styles.note}>{granted}</span>}
    </>
  );
}
