import type { PolicyType } from '../policy/policy.ts';

/** What the app and docs/lint.md tell about a rule: what to avoid, what to write instead, and why. */
export interface RulePage {
  /** What is wrong, in a few words. */
  readonly title: string;
  /** The kind of policy the two examples are; a key policy without it. */
  readonly type?: PolicyType;
  /** A statement, a list of statements or a whole policy, as JSON. The rule reports it. */
  readonly avoid: string;
  /** The same done well: the rule has nothing to say about it. */
  readonly prefer: string;
  /** A few sentences, what is typed in a policy in backticks. */
  readonly why: string;
  /** Where AWS says so. */
  readonly aws: { readonly title: string; readonly url: string };
}

const guides = {
  kms: 'https://docs.aws.amazon.com/kms/latest/developerguide',
  api: 'https://docs.aws.amazon.com/kms/latest/APIReference',
  iam: 'https://docs.aws.amazon.com/IAM/latest/UserGuide',
  organizations: 'https://docs.aws.amazon.com/organizations/latest/userguide',
  s3: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide',
  logs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs',
} as const;

/** A page of AWS's documentation. */
export function awsPage(guide: keyof typeof guides, page: string, title: string): RulePage['aws'] {
  return { title, url: `${guides[guide]}/${page}.html` };
}

/** The page that lists the checks of IAM Access Analyzer. */
export const accessAnalyzerChecks = awsPage(
  'iam',
  'access-analyzer-reference-policy-checks',
  'IAM Access Analyzer policy check reference',
);
