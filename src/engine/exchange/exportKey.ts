import { parsePolicy } from '../policy/parsePolicy.ts';
import type { Policy } from '../policy/policy.ts';
import { printPolicy } from '../policy/printPolicy.ts';
import type { ScenarioKey } from '../scenario/scenario.ts';
import { parseJson } from '../source/parseJson.ts';
import { splitArn } from '../vocabulary/arn.ts';
import { writeCreateKey, writePutKeyPolicy } from './awsCli/writeCommands.ts';
import { writeCdk } from './cdk/writeCdk.ts';
import { writeTemplate } from './cloudFormation/writeTemplate.ts';
import { codeName, type KeyExport } from './keyExport.ts';
import { writePolicyDocument } from './terraform/writePolicyDocument.ts';
import { writeTerraform } from './terraform/writeTerraform.ts';

/** The forms in which a key leaves Keyway. */
export const EXPORT_FORMS = [
  'written',
  'canonical',
  'putKeyPolicy',
  'createKey',
  'terraform',
  'terraformDocument',
  'cloudFormation',
  'cdk',
] as const;

export type ExportForm = (typeof EXPORT_FORMS)[number];

/** The text of one form with a name for its file, or why there is none. */
export type Exported = { readonly text: string; readonly file: string } | { readonly because: string };

/**
 * A key in another form. Each form reads back, by `readImport`, as the same policy.
 *
 * @param title what the key is called, for names in code; its alias is used before it
 */
export function exportKey(key: ScenarioKey, form: ExportForm, title?: string): Exported {
  const alias = key.aliases?.[0]?.replace(/^alias\//, '');
  const name = codeName(alias ?? title ?? 'key');
  if (form === 'written') return { text: key.policy.text, file: `${name}-policy.json` };
  const { root, wellFormed } = parseJson(key.policy.text, 'key');
  if (!wellFormed || root?.kind !== 'object') return { because: NO_JSON };
  if (form === 'canonical') return canonical(key.policy.text, name);
  return inCode({ ...factsOf(key), policy: root, name }, key.policy.text, form);
}

function factsOf({
  arn,
  metadata = {},
  aliases = [],
  tags = {},
}: ScenarioKey): Omit<KeyExport, 'policy' | 'name'> {
  const region = splitArn(arn)?.region ?? 'us-east-1';
  return { arn, region, metadata, aliases, tags: Object.entries(tags) };
}

const NO_JSON = 'The key policy is no valid JSON yet: only its text can be exported.';

/** What was understood of the policy, in AWS's usual order. */
function canonical(text: string, name: string): Exported {
  const policy = understood(text);
  return policy === undefined
    ? { because: ERRORS }
    : { text: `${printPolicy(policy)}\n`, file: `${name}-policy.json` };
}

function documentOf(key: KeyExport, policyText: string): Exported {
  const policy = understood(policyText);
  if (policy === undefined) return { because: ERRORS };
  const written = writePolicyDocument(key, policy);
  return 'because' in written ? written : { ...written, file: `${key.name}.tf` };
}

function understood(text: string): Policy | undefined {
  return parsePolicy(text, { id: 'key', type: 'key', name: 'key' }).policy;
}

const ERRORS = 'The key policy has errors: correct them first.';

function inCode(
  key: KeyExport,
  policyText: string,
  form: Exclude<ExportForm, 'written' | 'canonical'>,
): Exported {
  const { name } = key;
  switch (form) {
    case 'putKeyPolicy':
      return { text: writePutKeyPolicy(key), file: `${name}-put-key-policy.sh` };
    case 'createKey':
      return { text: writeCreateKey(key), file: `${name}-create-key.sh` };
    case 'terraform':
      return { text: writeTerraform(key), file: `${name}.tf` };
    case 'terraformDocument':
      return documentOf(key, policyText);
    case 'cdk':
      return { text: writeCdk(key), file: `${name}-stack.ts` };
    case 'cloudFormation': {
      const text = writeTemplate(key);
      return text === undefined ? { because: TAKEN_FOR_FUNCTION } : { text, file: `${name}.yaml` };
    }
  }
}

const TAKEN_FOR_FUNCTION =
  'The policy has a member named like a function of CloudFormation, such as `Ref`, and CloudFormation would carry it out.';
