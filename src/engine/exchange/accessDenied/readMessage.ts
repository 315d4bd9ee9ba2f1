import { lineIndex } from '#engine/source/lines.ts';
import type { ExpectedDecision } from '#engine/scenario/scenario.ts';
import type { Import, Piece } from '../piece.ts';

/** The words all of AWS's messages of refused requests share. */
export function looksLikeAccessDenied(text: string): boolean {
  return text.includes('is not authorized to perform');
}

const MESSAGE =
  /User: (\S{1,2048}) is not authorized to perform: ([\w-]{1,60}:[\w*]{1,120})(?: on resource: (\S{1,2048}))?/g;

/**
 * The requests that AccessDenied messages are about: who called what on which resource, and that it is refused.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readAccessDenied(text: string): Import {
  const lines = lineIndex(text);
  const matches = [...text.matchAll(MESSAGE)].slice(0, 50);
  const pieces = matches.map((match, index): Piece => {
    const [, principal = '', action = '', resource] = match;
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 300);
    const target = resource === undefined ? undefined : trimmed(resource);
    return {
      id: `message ${index + 1}`,
      title: `${action} refused`,
      ...lines.at(match.index),
      content: {
        kind: 'request',
        request: {
          name: `${action} refused`,
          principal: trimmed(principal),
          action,
          ...(target !== undefined && target !== '*' && { resource: target }),
          expect: { decision: decisionIn(rest) },
        },
      },
    };
  });
  const problems =
    pieces.length > 0
      ? []
      : [{ message: NO_CALLER, severity: 'error' as const, ...lines.at(text.indexOf('is not authorized')) }];
  return { format: 'accessDenied', pieces, placeholders: [], skipped: [], problems };
}

const NO_CALLER = 'This message does not say `User: …`, so there is no telling who called.';

/** Without the punctuation of the sentence around it. */
function trimmed(text: string): string {
  return text.replace(/[.,;:)"'\]}]{1,10}$/, '');
}

function decisionIn(rest: string): ExpectedDecision {
  if (rest.includes('explicit deny')) return 'explicitDeny';
  return /because no [a-z -]{1,60} allows/.test(rest) ? 'implicitDeny' : 'denied';
}
