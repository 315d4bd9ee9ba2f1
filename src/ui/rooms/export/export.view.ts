import { exportKey, type Exported, type ExportForm } from '#engine/exchange/exportKey.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';

/** What can be exported: everything as a scenario, or one key in a form of its own. */
export type Form = 'scenario' | ExportForm;

export const forms: readonly { readonly id: Form; readonly text: string; readonly secondary: string }[] = [
  { id: 'scenario', text: 'Scenario', secondary: 'Everything on this page, to open again' },
  { id: 'written', text: 'Key policy, as written', secondary: 'Its text, to the last character' },
  {
    id: 'canonical',
    text: 'Key policy, canonical',
    secondary: "AWS's order, a list of one without brackets",
  },
  { id: 'putKeyPolicy', text: 'AWS CLI: put-key-policy', secondary: 'Sets the policy of this key' },
  { id: 'createKey', text: 'AWS CLI: create-key', secondary: 'Makes a key like this' },
  { id: 'terraform', text: 'Terraform', secondary: 'The policy in jsonencode' },
  {
    id: 'terraformDocument',
    text: 'Terraform: aws_iam_policy_document',
    secondary: 'The policy as a data source',
  },
  { id: 'cloudFormation', text: 'CloudFormation', secondary: 'A template in YAML' },
  { id: 'cdk', text: 'CDK', secondary: 'A stack in TypeScript' },
];

/** The text of a form, or why there is none. */
export function exported(scenario: Scenario, print: () => string, form: Form, keyIndex: number): Exported {
  if (form === 'scenario') return { text: print(), file: 'scenario.json' };
  const key = scenario.keys[keyIndex];
  return key === undefined ? { because: 'There is no key.' } : exportKey(key, form, scenario.title);
}

/** The media type of a file by its name. */
export function mediaType(file: string): string {
  return file.endsWith('.json') ? 'application/json' : 'text/plain';
}
