import type { SourceSpan } from '../source/span.ts';

/** What a template leaves to its deployment. */
export interface Placeholder {
  /** As the template has it: `var.account_id`, `AWS::Region`. */
  readonly name: string;
  /** `list`: one entry a line. `policy`: a whole document. `yesOrNo`: a condition. */
  readonly takes: 'text' | 'list' | 'policy' | 'yesOrNo';
  /** What it stands for, where that can be told. */
  readonly means?: Meaning;
  /** What the template itself says where nobody says otherwise. */
  readonly standard?: string;
  /** It is left out as long as nobody gives it a value. */
  readonly isNull?: true;
  /** The template's own words about it. */
  readonly description?: string;
  /** Where it stands first. */
  readonly span: SourceSpan;
}

/** What a placeholder stands for, in terms of the scenario it is filled from. */
export type Meaning =
  | { readonly is: 'account' | 'region' | 'partition' | 'urlSuffix' | 'organization' | 'keyArn' | 'keyId' }
  /** `role/path/Name` in the account of the key. */
  | { readonly is: 'iamArn'; readonly resource: string };

/** What is known where placeholders are filled. */
export interface Surroundings {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly organization?: string;
  readonly keyArn: string;
}

/** What to put in for a placeholder until somebody says otherwise; empty where there is no telling. */
export function suggestedAnswer(placeholder: Placeholder, around: Surroundings): string {
  if (placeholder.standard !== undefined && placeholder.standard !== '') return placeholder.standard;
  if (placeholder.means === undefined) return placeholder.takes === 'yesOrNo' ? 'true' : '';
  return meant(placeholder.means, around);
}

function meant(meaning: Meaning, around: Surroundings): string {
  const { account, region, partition, organization, keyArn } = around;
  switch (meaning.is) {
    case 'account':
      return account;
    case 'region':
      return region;
    case 'partition':
      return partition;
    case 'urlSuffix':
      return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    case 'organization':
      return organization ?? '';
    case 'keyArn':
      return keyArn;
    case 'keyId':
      return keyArn.slice(keyArn.lastIndexOf('/') + 1);
    case 'iamArn':
      return `arn:${partition}:iam::${account}:${meaning.resource}`;
  }
}

/** What a name says about what it stands for: `account_id`, `AwsRegion`, `org_id`. */
export function meaningOfName(name: string): Meaning | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const last = words.at(-1) === 'id' ? words.at(-2) : words.at(-1);
  if (last === 'account' || last === 'accountid') return { is: 'account' };
  if (last === 'region') return { is: 'region' };
  if (last === 'partition') return { is: 'partition' };
  if (last === 'org' || last === 'organization') return { is: 'organization' };
  return undefined;
}
