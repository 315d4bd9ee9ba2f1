import { parseOperator } from '../conditions/parseOperator.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code, statementName, strong } from '../explain/words.ts';
import type { ConditionClause, ParsedPolicy, Statement } from '../policy/policy.ts';
import { KEY_POLICY_BYTES, utf8Length } from '../policy/size.ts';
import { apiError, fromMessage, namelessError, shown } from './apiError.ts';
import { firstError, type Stage } from './call.ts';
import { newPolicyOf, readNewPolicy } from './newPolicy.ts';

/** The document of a new key policy: its size, its grammar, its characters and principals (KMS-018), its set operators (KMS-108). */
export const policyDocument: Stage = (call) => {
  const policy = newPolicyOf(call);
  switch (policy.kind) {
    case 'none':
      return null;
    case 'noDocument':
      return malformed('KMS-018', [
        code('Policy'),
        ' is no policy document: it takes an object or the text of one.',
      ]);
    case 'document':
      return tooLong(policy.text) ?? unusable(readNewPolicy(policy.text));
    default:
      return policy satisfies never;
  }
};

function malformed(rule: string, text: Phrase): ApiErrorAnswer {
  return apiError('MalformedPolicyDocumentException', rule, text);
}

function tooLong(text: string): ApiErrorAnswer | null {
  const bytes = utf8Length(text);
  if (bytes <= KEY_POLICY_BYTES) return null;
  return apiError('LimitExceededException', 'KMS-018', [
    `The new policy has ${bytes} bytes, and a key policy can have ${KEY_POLICY_BYTES}.`,
  ]);
}

/**
 * Problems that Access Analyzer calls errors although KMS saves the policy: a statement without Action or Resource is inert
 * (KMS-019), and in a policy of 2008 a variable is plain text.
 */
const savedAllTheSame: ReadonlySet<string> = new Set([
  'MISSING_ACTION',
  'MISSING_RESOURCE',
  'VARIABLE_UNSUPPORTED_IN_VERSION',
]);

function unusable({ policy, diagnostics }: ParsedPolicy): ApiErrorAnswer | null {
  const problem = diagnostics.find(
    ({ severity, code: found }) => severity === 'error' && !savedAllTheSame.has(found),
  );
  if (problem !== undefined) {
    return malformed('KMS-018', ['KMS refuses the new policy: ', ...fromMessage(problem.message)]);
  }
  return firstError(
    policy?.statements ?? [],
    (statement) => nobody(statement) ?? overlyPermissive(statement),
  );
}

function nobody(statement: Statement): ApiErrorAnswer | null {
  if (statement.principal?.entries.length !== 0) return null;
  return malformed('KMS-018', [
    strong(statementName(statement)),
    ' of the new policy names no principal, and each statement needs one.',
  ]);
}

function overlyPermissive(statement: Statement): ApiErrorAnswer | null {
  const clause = statement.conditions.find(isOverlyPermissive);
  if (clause === undefined) return null;
  return namelessError('MalformedPolicyDocumentException', 'KMS-108', [
    strong(statementName(statement)),
    ' of the new policy uses ',
    code('ForAllValues'),
    ' with ',
    shown(clause.key.value),
    ', which also holds for requests without it, and KMS takes no new policy with such a condition.',
  ]);
}

const singleValued = ['kms:encryptioncontext:', 'aws:requesttag/'];

function isOverlyPermissive({ operator, key }: ConditionClause): boolean {
  const parsed = parseOperator(operator.value);
  const name = key.value.toLowerCase();
  return (
    'qualifier' in parsed &&
    parsed.qualifier === 'ForAllValues' &&
    singleValued.some((prefix) => name.startsWith(prefix))
  );
}
