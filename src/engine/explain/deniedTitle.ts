import type { Bar } from '../authorize/decide.ts';
import type { TracedCheck } from '../authorize/trace.ts';
import { blockersOf } from './blockers.ts';

/** The title of a denial without a Deny: which layer would have to allow it, in a few words. */
export function deniedTitle(traced: TracedCheck): string {
  const [first] = blockersOf(traced);
  switch (first?.layer) {
    case 'bar':
      return barTitle(traced.outcome.bar);
    case 'boundary':
      return 'Denied: the permissions boundary does not allow it';
    case 'session':
      return 'Denied: the session policy does not allow it';
    case 'scp':
      return 'Denied: an SCP does not allow it';
    case 'endpoint':
      return 'Denied: the VPC endpoint policy does not allow it';
    case 'grant':
    case 'resource':
    case 'identity':
    case undefined:
      return 'Denied: nothing allows it';
    default:
      return first satisfies never;
  }
}

function barTitle(bar: Bar | undefined): string {
  if (bar === 'anonymous') return 'Denied: the request is not signed';
  return bar === 'partition'
    ? 'Denied: the caller is of another partition'
    : "Denied: only the key's own account can do this";
}
