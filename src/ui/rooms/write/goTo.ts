import { createContext, useContext } from 'react';
import type { SourceSpan } from '#engine/source/span.ts';

/** Opens the text a place is in and puts the caret there. */
export type GoTo = (span: SourceSpan) => void;

export const GoToContext = createContext<GoTo>(() => {});

/** What goes to a place in any document of the room. */
export function useGoTo(): GoTo {
  return useContext(GoToContext);
}
