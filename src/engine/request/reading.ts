import type { Check } from '../authorize/check.ts';
import type { ActionInfo } from '../catalog/actions.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import type { Caller } from './caller.ts';
import type { RequestFacts } from './prepare.ts';

/** A field of the request that cannot be used, and how it should look. */
export interface RequestProblem {
  readonly field: 'principal' | 'action' | 'resource' | 'parameters';
  readonly message: string;
}

/** A call to KMS that a service makes for a request of its own (KMS-200): a request with one permission. */
export interface CallOfService {
  readonly request: ScenarioRequest;
  readonly caller: Caller;
  readonly operation: string;
  readonly checks: readonly Check[];
}

/**
 * What a request asks of the policies: one check for each permission the operation needs, all of which must be allowed
 * (KMS section 6.3). `notFound` says that KMS would not find the key and refuse before any policy is asked (KMS-031).
 */
export type ReadRequest =
  | {
      readonly kind: 'checks';
      readonly caller: Caller;
      readonly operation: string;
      readonly checks: readonly Check[];
      /** Why the operation needs several permissions, where it does: id in docs/semantics.md. */
      readonly rule: string;
      /** The calls behind those of `checks` that a service asks of KMS, each with its own. */
      readonly serviceCalls: readonly CallOfService[];
    }
  | {
      readonly kind: 'notFound';
      readonly caller: Caller;
      readonly operation: string;
      readonly because: string;
      /** The error KMS gives for it. */
      readonly error: 'NotFoundException' | 'AccessDeniedException';
      readonly rule: string;
    }
  | { readonly kind: 'problems'; readonly problems: readonly RequestProblem[] };

export function problem(field: RequestProblem['field'], message: string): ReadRequest {
  return { kind: 'problems', problems: [{ field, message }] };
}

/** Permissions of an operation of KMS. `rule` says why there are several. */
export function permissions(
  { caller }: RequestFacts,
  action: ActionInfo,
  checks: readonly Check[],
  rule = 'KMS-160',
): ReadRequest {
  return { kind: 'checks', caller, operation: action.name, checks, rule, serviceCalls: [] };
}

export function notFound(
  { caller }: RequestFacts,
  action: ActionInfo,
  { notFound: because, error, rule = 'KMS-031' }: NotFound,
): ReadRequest {
  return {
    kind: 'notFound',
    caller,
    operation: action.name,
    because,
    error: error ?? 'NotFoundException',
    rule,
  };
}

/** Why KMS does not find a key: one clause, and what it answers if not `NotFoundException`. */
export interface NotFound {
  readonly notFound: string;
  readonly error?: 'AccessDeniedException';
  readonly rule?: string;
}
