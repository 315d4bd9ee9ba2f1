import { useState } from 'react';
import { sameJson } from './sameJson.ts';

export interface DraftForm<Source, Draft> {
  readonly source: Source;
  readonly read: (source: Source) => Draft;
  readonly write: (draft: Draft) => Source;
  readonly commit: (source: Source) => void;
}

/**
 * Rows as they are typed, beside what of them the request can hold. Every change goes to the request at once; a row that
 * says nothing yet stays on the screen; and when the request changes elsewhere, the rows are read from it again.
 */
export function useDraft<Source, Draft>(form: DraftForm<Source, Draft>): [Draft, (draft: Draft) => void] {
  const { source, read, write, commit } = form;
  const [state, setState] = useState(() => ({ source, draft: read(source) }));
  let { draft } = state;
  if (state.source !== source) {
    if (!sameJson(source, write(draft)) && !sameJson(source, state.source)) draft = read(source);
    setState({ source, draft });
  }
  const change = (next: Draft) => {
    setState({ source, draft: next });
    const written = write(next);
    if (!sameJson(written, source)) commit(written);
  };
  return [draft, change];
}
