import type { JsonNode } from '../source/json.ts';
import type { PlainValue } from '../source/plainValue.ts';
import { asObject, memberValue } from '../source/read.ts';
import { addValue, appendMember, type Splice } from './splices.ts';

/** Adds a statement at the end of a policy, in the layout of the policy. Undefined where the document is no object. */
export function addStatement(text: string, root: JsonNode, statement: PlainValue): Splice | undefined {
  const statements = memberValue(root, 'Statement');
  if (statements !== undefined) return addValue(text, statements, statement);
  const policy = asObject(root);
  return policy && appendMember(text, policy, 'Statement', [statement]);
}
