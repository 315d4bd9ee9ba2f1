import { meaningOfName, type Meaning } from '../placeholder.ts';
import { knownText } from '../value.ts';
import { attributeOf } from './configuration.ts';
import type { Evaluator } from './evaluate.ts';

/** Data sources whose attributes say what they are. */
const DATA: readonly (readonly [string, RegExp, Exclude<Meaning['is'], 'iamArn'>])[] = [
  ['data.aws_caller_identity.', /\.account_id$/, 'account'],
  ['data.aws_region.', /\.(name|id|region)$/, 'region'],
  ['data.aws_partition.', /\.(partition|id)$/, 'partition'],
  ['data.aws_partition.', /\.dns_suffix$/, 'urlSuffix'],
  ['data.aws_organizations_organization.', /\.id$/, 'organization'],
  ['aws_organizations_organization.', /\.id$/, 'organization'],
  ['aws_kms_', /\.arn$/, 'keyArn'],
  ['aws_kms_', /\.(key_id|id)$/, 'keyId'],
  ['data.aws_kms_', /\.arn$/, 'keyArn'],
];

const IAM = ['role', 'user', 'group'] as const;

/** What a reference of a configuration stands for, by the resource it is taken of or by its name. */
export function whatReferenceMeans(source: string, evaluator: Evaluator): Meaning | undefined {
  for (const [prefix, attribute, is] of DATA)
    if (source.startsWith(prefix) && attribute.test(source)) return { is };
  for (const kind of IAM) {
    const named = iamResource(source, kind, evaluator);
    if (named !== undefined) return { is: 'iamArn', resource: named };
  }
  return source.startsWith('var.') || source.startsWith('local.') ? meaningOfName(source) : undefined;
}

/** `role/app` for `aws_iam_role.app.arn`, with the name and path the configuration gives it. */
function iamResource(source: string, kind: (typeof IAM)[number], evaluator: Evaluator): string | undefined {
  const address = source.replace(/\[[^\]]*\]/g, '').split('.');
  const shift = address[0] === 'data' ? 1 : 0;
  if (address[shift] !== `aws_iam_${kind}` || address[shift + 2] !== 'arn') return undefined;
  const label = address[shift + 1] ?? '';
  const block = evaluator.configuration.things.get(address.slice(0, shift + 2).join('.'));
  const known = (name: string) => {
    const value = block && attributeOf(block.body, name)?.value;
    return value?.kind === 'template' ? knownText(evaluator.evaluate(value)) : undefined;
  };
  return `${kind}${known('path') ?? '/'}${known('name') ?? known(`${kind}_name`) ?? label}`;
}
