import type { Format, Import, Position } from '#engine/exchange/piece.ts';
import type { Placeholder } from '#engine/exchange/placeholder.ts';
import type { Settled } from '#engine/exchange/settle.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import type { ScenarioKey } from '#engine/scenario/scenario.ts';
import type { ImportPlan, PlannedPiece } from '#state/importPlan.ts';

/** A message with its backticks as code. */
export function marked(text: string): Phrase {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? { code: part } : part))
    .filter((part) => part !== '');
}

/** What can be imported, as the empty import lists it. */
export const recognisedForms: readonly string[] = [
  'policies: key, IAM, boundary, SCP, RCP, VPC endpoint and S3 bucket policies; scenarios',
  'what the AWS CLI prints: `get-key-policy`, `describe-key`, `list-grants`, `list-aliases`, `list-resource-tags`, `get-role`, `get-role-policy`, `describe-policy` and others',
  '`get-account-authorization-details`, of any size; CloudTrail events and log files; AccessDenied messages',
  'Terraform: `aws_kms_key`, `aws_kms_key_policy`, `aws_iam_policy_document`, IAM policies; `terraform show -json`',
  'CloudFormation: `AWS::KMS::Key` and IAM policies, in YAML or JSON; CDK: `CfnKey`',
  'AWS CLI commands: `put-key-policy`, `create-key`',
];

const FORMATS: Readonly<Record<Format, string>> = {
  json: 'JSON',
  terraform: 'Terraform configuration',
  terraformPlan: 'Terraform plan',
  cloudFormation: 'CloudFormation template',
  cdk: 'CDK program',
  awsCli: 'AWS CLI commands',
  authorizationDetails: 'Output of get-account-authorization-details',
  cloudTrail: 'CloudTrail events',
  accessDenied: 'AccessDenied message',
};

/** "CloudFormation template: 2 keys, 1 policy." */
export function formatWords({ format, pieces, problems }: Import): Phrase {
  const counts = counted(pieces.map(({ content }) => content.kind));
  const [only] = pieces;
  if (format === 'json' && only !== undefined) return [{ strong: only.title }, '.'];
  const nothing = problems.length > 0 ? 'nothing that could be read' : 'nothing about KMS keys';
  return [{ strong: FORMATS[format] }, `: ${counts === '' ? nothing : counts}.`];
}

const NOUNS: Readonly<Record<Import['pieces'][number]['content']['kind'], readonly [string, string]>> = {
  key: ['key', 'keys'],
  policy: ['policy', 'policies'],
  recognized: ['document', 'documents'],
  identity: ['identity', 'identities'],
  request: ['request', 'requests'],
};

function counted(kinds: readonly (keyof typeof NOUNS)[]): string {
  const words = (Object.keys(NOUNS) as (keyof typeof NOUNS)[]).flatMap((kind) => {
    const number = kinds.filter((each) => each === kind).length;
    return number === 0 ? [] : [`${number} ${NOUNS[kind][number === 1 ? 0 : 1]}`];
  });
  return words.join(', ');
}

/** "12:5": line and column. */
export function placeWords({ line, column }: Position): string {
  return `${line}:${column}`;
}

export const outcomeWords: Readonly<Record<PlannedPiece['outcome'], string>> = {
  new: 'New',
  replaces: 'Replaces',
  same: 'No change',
  skipped: 'Skipped',
  excluded: 'Stays out',
};

/** Rows that are shown at once. */
export const MOST_ROWS = 60;

export function rowsShown(
  rows: readonly PlannedPiece[],
  filter: string,
): { readonly shown: readonly PlannedPiece[]; readonly more: number } {
  const wanted = filter.trim().toLowerCase();
  const found = rows.filter(({ piece }) => piece.title.toLowerCase().includes(wanted));
  return { shown: found.slice(0, MOST_ROWS), more: Math.max(0, found.length - MOST_ROWS) };
}

/** The text of what a piece is, to look at before it is imported. */
export function textOf(settled: Settled): string | null {
  if (settled.kind === 'key') return settled.policy?.text ?? null;
  if (settled.kind === 'recognized' && 'text' in settled.recognized) return settled.recognized.text;
  return null;
}

/** The keys that an imported key can become. */
export function targetOptions(keys: readonly ScenarioKey[]) {
  return [
    { id: 'auto', text: 'Where it belongs' },
    ...keys.map(({ arn }) => ({
      id: arn,
      text: arn.slice(arn.lastIndexOf('/') + 1),
      secondary: 'Takes its place',
    })),
    { id: 'new', text: 'A new key' },
  ];
}

/** What a field is about: the template's own words, and what happens while it is empty. */
export function fieldNote({ description, takes, name }: Placeholder, value: string): string {
  const own = description === undefined ? [] : [description.slice(0, 200)];
  const many = takes === 'list' ? ['One a line.'] : [];
  const policy = takes === 'policy' ? ['The contents of the file: a policy.'] : [];
  const empty = value === '' ? [`Stays \${${name}} while it is empty.`] : [];
  return [...own, ...policy, ...many, ...empty].join(' ');
}

/** "Import 3 things". */
export function buttonWords({ rows }: ImportPlan): string {
  const number = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'replaces').length;
  return number > 1 ? `Import ${number} things` : 'Import';
}

/** "Reading `details.json`: 40 %". */
export function progressWords({
  name,
  fraction,
}: {
  readonly name: string | null;
  readonly fraction: number;
}): string {
  const percent = fraction > 0 ? `: ${Math.round(fraction * 100)} %` : '';
  return `Reading ${name ?? 'the text'}${percent}`;
}
