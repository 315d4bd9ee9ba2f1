import type { AwsPage } from './hoverCard.ts';

const DOCS = 'https://docs.aws.amazon.com/';

/** Guides whose pages the catalog's rows name as `TAG:page`; the editions of 2023 and 2026 have one address. */
const guides: readonly (readonly [tag: string, title: string, path: string])[] = [
  ['DG', 'AWS KMS Developer Guide', 'kms/latest/developerguide/'],
  ['IAM', 'IAM User Guide', 'IAM/latest/UserGuide/'],
  ['ORG', 'AWS Organizations User Guide', 'organizations/latest/userguide/'],
];

/** Tags that stand for one page. */
const singlePages: ReadonlyMap<string, AwsPage> = new Map([
  [
    'SAR',
    page(
      'Service Authorization Reference',
      'service-authorization/latest/reference/list_awskeymanagementservice',
    ),
  ],
  ['GCK', page('IAM User Guide', 'IAM/latest/UserGuide/reference_policies_condition-keys')],
  [
    'iam-data',
    page(
      'Service Authorization Reference',
      'service-authorization/latest/reference/reference_policies_actions-resources-contextkeys',
    ),
  ],
  ['FAS', page('IAM User Guide', 'IAM/latest/UserGuide/access_forward_access_sessions')],
]);

/**
 * The page a row of the catalog rests on: the first of its sources that names one.
 *
 * @param source tags as docs/semantics.md explains them, `API:Decrypt; SAR`
 * @returns undefined where no tag is known
 */
export function awsPage(source: string): AwsPage | undefined {
  for (const tag of source.split(';')) {
    const found = pageOf(tag.trim());
    if (found !== undefined) return found;
  }
  return undefined;
}

function pageOf(tag: string): AwsPage | undefined {
  const [name = '', rest = ''] = tag.split(/:(.*)/s);
  const where = /^[\w.-]+/.exec(rest)?.[0];
  const guide = name.trim().replace(/\d+.*$/, '');
  if (guide === 'API' && where !== undefined) {
    return page('AWS KMS API Reference', `kms/latest/APIReference/API_${where}`);
  }
  const single = singlePages.get(guide.replace(/ .*/, ''));
  if (single !== undefined) return single;
  const [, title, path] = guides.find(([known]) => known === guide) ?? [];
  return title === undefined || where === undefined ? undefined : page(title, `${path ?? ''}${where}`);
}

function page(title: string, path: string): AwsPage {
  return { title, url: `${DOCS}${path}.html` };
}
