import { parseJson } from '#engine/source/parseJson.ts';
import type { JsonNode } from '#engine/source/json.ts';
import { lineIndex } from '#engine/source/lines.ts';
import { asArray, asString, memberValue } from '#engine/source/read.ts';
import type { Import, Piece, Skipped } from '../piece.ts';
import { requestOfEvent } from './requestOfEvent.ts';

/** Requests that are taken in without asking. */
const MOST_REQUESTS = 50;

/** The records of a tree that is a CloudTrail event, a log file, a list of events, or what `lookup-events` prints. */
export function eventsIn(root: JsonNode): readonly JsonNode[] {
  const records = asArray(memberValue(root, 'Records'))?.items;
  const looked = asArray(memberValue(root, 'Events'))?.items.flatMap((event) => {
    const text = asString(memberValue(event, 'CloudTrailEvent'));
    return (text !== undefined && parseJson(text, 'import').root) || [];
  });
  const all = records ?? looked ?? asArray(root)?.items ?? [root];
  return all.filter(
    (event) =>
      memberValue(event, 'eventSource') !== undefined && memberValue(event, 'eventName') !== undefined,
  );
}

/** Requests to KMS out of CloudTrail events: who called what, and what came of it as what is expected. */
export function readEvents(text: string, events: readonly JsonNode[]): Import {
  const lines = lineIndex(text);
  const pieces: Piece[] = [];
  const skipped: Skipped[] = [];
  const known = new Set<string>();
  let others = 0;
  let repeated = 0;
  for (const event of events) {
    const place = lines.at(event.span.from);
    const name = asString(memberValue(event, 'eventName')) ?? '';
    if (asString(memberValue(event, 'eventSource')) !== 'kms.amazonaws.com') {
      others += 1;
      continue;
    }
    const read = requestOfEvent(event);
    if ('because' in read) {
      if (skipped.length < 20) skipped.push({ what: name, because: read.because, ...place });
      continue;
    }
    const { name: _name, ...same } = read.request;
    const fingerprint = JSON.stringify(same);
    if (known.has(fingerprint)) {
      repeated += 1;
      continue;
    }
    known.add(fingerprint);
    const isMore = pieces.length >= MOST_REQUESTS;
    pieces.push({
      id: `event ${pieces.length + 1}`,
      title: read.request.name ?? name,
      content: { kind: 'request', request: read.request },
      ...(isMore && { aside: `More than ${MOST_REQUESTS} requests: choose those you need.` }),
      ...place,
    });
  }
  const first = { line: 1, column: 1 };
  if (others > 0)
    skipped.push({ what: `${others} events`, because: 'They are about other services than KMS.', ...first });
  if (repeated > 0)
    skipped.push({
      what: `${repeated} events`,
      because: 'They are the same request as an earlier one.',
      ...first,
    });
  return { format: 'cloudTrail', pieces, placeholders: [], skipped, problems: [] };
}
