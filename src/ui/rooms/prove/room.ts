import { createContext, useContext } from 'react';
import type { SourceSpan } from '#engine/source/span.ts';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { App } from '#state/app.ts';

/** What every part of the room needs. */
export interface Room {
  readonly app: App;
  readonly scenario: Scenario;
  /** Lights lines up in Write until something else does. */
  readonly pin: (label: string, spans: readonly SourceSpan[]) => void;
  /** Lights them up for as long as the pointer rests. Null: no longer. */
  readonly hover: (label: string, spans: readonly SourceSpan[] | null) => void;
  /** Makes it the request of Ask and goes there. */
  readonly ask: (request: ScenarioRequest) => void;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoomContext(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('This belongs into the Prove room.');
  return room;
}
