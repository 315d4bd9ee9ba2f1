import { memo } from 'react';
import { useStore } from 'zustand';
import { Popover } from '#kit/Popover.tsx';
import { Button } from '#kit/Button.tsx';
import { counted } from '#kit/counted.ts';
import { StatusBar } from '#kit/StatusBar.tsx';
import { StatusChip } from '#kit/StatusChip.tsx';
import { StatusItem } from '#kit/StatusItem.tsx';
import { useWaited } from '#kit/useWaited.ts';
import type { App } from '#state/app.ts';
import { ProofStatus } from './ProofStatus.tsx';
import { statusView } from './status.view.ts';
import styles from './Status.module.css';

/** The strip at the foot of the page. */
export function Status({ app }: { readonly app: App }) {
  const revision = useStore(app.shown, (state) => state.revision);
  const results = useStore(app.results);
  const focus = useStore(app.focus, (state) => state.focus);
  const shownKey = useStore(app.shown, (state) => state.shownKey ?? null);
  const isBehind = useWaited(results.studied !== revision, 300);
  const view = statusView({ shownKey, isBehind }, results);
  return (
    <StatusBar
      start={
        <>
          {view.errors > 0 && (
            <StatusItem icon="warning" isStrong>
              {counted(view.errors, 'error')}
            </StatusItem>
          )}
          {view.risks > 0 && <StatusItem>{counted(view.risks, 'risk')}</StatusItem>}
          {view.warnings > 0 && <StatusItem>{counted(view.warnings, 'warning')}</StatusItem>}
          {view.size !== '' && <StatusItem>{view.size}</StatusItem>}
          <ProofStatus app={app} />
          {view.notice !== null && <StatusItem icon="info">{view.notice}</StatusItem>}
          {focus?.pinned === true && (
            <StatusChip
              removeLabel={`Let go of ${focus.label}`}
              onRemove={() => app.focus.getState().clear()}
            >
              {focus.label}
            </StatusChip>
          )}
        </>
      }
      end={
        <>
          <StatusItem>{view.freshness}</StatusItem>
          <Privacy />
        </>
      }
    />
  );
}

const Privacy = memo(function Privacy() {
  return (
    <Popover
      label="Privacy"
      placement="top end"
      trigger={
        <Button variant="quiet" size="dense">
          Stays in this browser
        </Button>
      }
    >
      <p className={styles.privacy}>
        No server, no account, no analytics. The page&rsquo;s own security policy forbids it to send anything.
        What you write is kept in this browser; clearing the site&rsquo;s data removes it.
      </p>
    </Popover>
  );
});
