import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import { Button } from '#kit/Button.tsx';
import { Menu } from '#kit/Menu.tsx';
import { expectedWords } from './expectation.ts';
import { requestTitle } from './savedRequests.ts';

export interface SavedRequestsProps {
  readonly saved: readonly ScenarioRequest[];
  readonly current: ScenarioRequest | undefined;
  readonly onChoose: (request: ScenarioRequest) => void;
}

/** The scenario's own requests, to be asked with one press. */
export function SavedRequests({ saved, current, onChoose }: SavedRequestsProps) {
  if (saved.length === 0) return null;
  return (
    <Menu
      label="Saved requests"
      placement="bottom end"
      trigger={
        <Button variant="quiet" size="dense" iconEnd="chevronDown">
          Saved requests {saved.length}
        </Button>
      }
      actions={saved.map((request, index) => {
        const secondary = expectedWords(request.expect);
        return {
          id: String(index),
          text: requestTitle(request),
          ...(secondary === undefined ? {} : { secondary }),
          ...(request === current ? { icon: 'check' as const } : {}),
          onAction: () => onChoose(request),
        };
      })}
    />
  );
}
