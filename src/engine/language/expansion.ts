import { kmsActions, type ActionInfo } from '../catalog/actions.ts';
import { compileWildcard } from '../vocabulary/wildcard.ts';

const inPolicies = kmsActions.filter(({ kind }) => kind !== 'operation');

/** The KMS actions a pattern of `Action` takes in (IAM-050, IAM-060), in the catalog's order; case does not count. */
export function expandedActions(pattern: string): readonly ActionInfo[] {
  const matcher = compileWildcard(pattern, { ignoreCase: true });
  return inPolicies.filter(({ name }) => matcher.test(name));
}

/** Whether a text has a wildcard in it. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}
