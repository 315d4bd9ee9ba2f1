import { readCaller } from '#engine/request/readCaller.ts';
import type { ScenarioIdentity, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Study } from '#engine/study.ts';
import { accountOf } from '#engine/vocabulary/arn.ts';
import type { AccessPrincipal } from '#engine/access/table.ts';
import { KEY_POLICY } from './keyEdits.ts';

/** ARN of the IAM user or role whose policies decide for the caller of a request; null for callers that have none. */
export function identityBehind(
  request: ScenarioRequest,
  identities: readonly ScenarioIdentity[],
): string | null {
  const caller = readCaller(request, identities);
  if ('problem' in caller) return null;
  switch (caller.kind) {
    case 'user':
      return caller.arn;
    case 'roleSession':
      return caller.roleArn;
    case 'federatedUser':
      return caller.userArn ?? null;
    default:
      return null;
  }
}

/**
 * A better request to begin with, where the documents say nothing about the caller of the present one: the first caller the
 * key policy names, asking to decrypt. Null where the present request is a good one, or no better one is known.
 */
export function firstQuestion(
  study: Study,
  request: ScenarioRequest,
  identities: readonly ScenarioIdentity[],
): ScenarioRequest | null {
  const principals = study.access?.principals ?? [];
  if (principals.some((row) => isAbout(row, request, identities))) return null;
  const named = principals
    .flatMap((row) => {
      const at = firstPlace(row);
      return row.ask === null || at === null ? [] : [{ principal: row.ask, at }];
    })
    .toSorted((left, right) => left.at - right.at);
  const principal = named[0]?.principal ?? study.suggestions.principals[0]?.value;
  return principal === undefined ? null : { principal, action: 'kms:Decrypt' };
}

/** Whether a row of the table speaks of the caller: by itself, by its role, or by an account that a document names. */
function isAbout(
  row: AccessPrincipal,
  request: ScenarioRequest,
  identities: readonly ScenarioIdentity[],
): boolean {
  if (row.kind === 'account') return row.account === accountOf(request.principal) && row.spans.length > 0;
  return (
    [request.principal, identityBehind(request, identities)].includes(row.id) || row.ask === request.principal
  );
}

/** Where the key policy names the row's principal first. */
function firstPlace(row: AccessPrincipal): number | null {
  const places = row.spans.filter((span) => span.text === KEY_POLICY).map((span) => span.from);
  return places.length === 0 ? null : Math.min(...places);
}
