import type { Check } from '../authorize/check.ts';
import { isMultivalued } from '../catalog/conditionKeys.ts';
import type { ContextEntry, RequestContext } from '../conditions/context.ts';
import type { Caller } from './caller.ts';
import { canBePresent, inKeyPolicy } from './deriveContext.ts';

/**
 * Makes a check about many requests out of a check about one: every condition key the policies look at and that is not
 * settled by caller and key becomes unknown, and so does the encryption context.
 *
 * @param mentioned the condition keys that any policy of the scenario looks at, in lower case.
 */
export function openCheck(check: Check, mentioned: ReadonlySet<string>): Check {
  const entries = new Map<string, ContextEntry>();
  for (const [key, entry] of check.context.entries) if (isSettled(key, entry, check)) entries.set(key, entry);
  for (const key of mentioned) {
    if (entries.has(key) || !couldBePresent(key, check)) continue;
    entries.set(key, unknownEntry(key));
  }
  const context: RequestContext = { entries, otherwise: 'absent' };
  return {
    ...check,
    context,
    keyPolicyContext: inKeyPolicy(context),
    grantFacts: { ...check.grantFacts, encryptionContextOpen: true, newGrant: undefined },
    open: true,
  };
}

/** The same check with one key left open: whether the answer could be another if the request carried it. */
export function withUnknownKey(check: Check, key: string): Check {
  const open = (context: RequestContext): RequestContext => ({
    ...context,
    entries: new Map(context.entries).set(key, unknownEntry(key)),
  });
  const context = open(check.context);
  return { ...check, context, keyPolicyContext: inKeyPolicy(context) };
}

function unknownEntry(key: string): ContextEntry {
  return {
    key,
    state: 'unknown',
    values: [],
    multivalued: isMultivalued(key) ?? false,
    origin: { kind: 'given' },
  };
}

/** Values that follow from who calls and which key it is, and so are the same in all the requests asked about. */
function isSettled(key: string, entry: ContextEntry, check: Check): boolean {
  switch (entry.origin.kind) {
    case 'principal':
      // A session may or may not have used MFA, and may carry further tags.
      return key !== 'aws:multifactorauthpresent' && check.caller.kind !== 'anyone'
        ? true
        : key === 'aws:principalisawsservice' ||
            key === 'kms:calleraccount' ||
            key === 'aws:principalaccount';
    case 'key':
    case 'account':
      return true;
    case 'network':
      return key === 'aws:securetransport' || key === 'aws:requestedregion';
    default:
      return false;
  }
}

const onlyOfServices: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);
const neverOfServices: ReadonlySet<string> = new Set([
  'kms:viaservice',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
]);
const namesOfServices: ReadonlySet<string> = new Set([
  'aws:principalservicename',
  'aws:principalservicenameslist',
]);

/** Whether any of the requests asked about can carry a key (table 5.1, IAM section 7). */
function couldBePresent(key: string, check: Check): boolean {
  const isService = check.caller.kind === 'service';
  if (onlyOfServices.has(key) || namesOfServices.has(key)) return isService;
  if (neverOfServices.has(key)) return !isService;
  if (isPrincipalKey(key)) return principalKeyPossible(key, check.caller);
  if (isKeyProperty(key)) return false;
  if (key === 'aws:securetransport') return isService;
  return !key.startsWith('kms:') || canBePresent(key, check.action);
}

function isPrincipalKey(key: string): boolean {
  return (
    key.startsWith('aws:principal') ||
    key === 'aws:username' ||
    key === 'aws:userid' ||
    key === 'kms:calleraccount'
  );
}

function principalKeyPossible(key: string, caller: Caller): boolean {
  if (caller.kind === 'service') return false;
  if (key === 'aws:username') return caller.kind === 'anyone';
  return true;
}

/** Properties of the key that it does not have are absent from every request about it. */
function isKeyProperty(key: string): boolean {
  return (
    key === 'kms:multiregionkeytype' ||
    key === 'kms:resourcealiases' ||
    key.startsWith('aws:resourcetag/') ||
    key.startsWith('aws:resourceorg')
  );
}
