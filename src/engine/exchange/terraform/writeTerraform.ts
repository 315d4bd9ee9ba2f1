import { factOf, type KeyExport } from '../keyExport.ts';
import { literal, type LiteralStyle } from '../literal.ts';
import { attributes, hclBlock, quotedHcl } from './hclText.ts';

/**
 * A key as `aws_kms_key`, `aws_kms_key_policy` and `aws_kms_alias`, its policy as `jsonencode`. Policy variables are escaped, so
 * that Terraform takes `${` for what it is in a policy.
 */
export function writeTerraform(key: KeyExport): string {
  return resources(key, `jsonencode(${literal(key.policy, '  ', HCL)})`).join('\n\n');
}

/** The resources of a key, whose policy is what an expression gives; the last ends with a line break. */
export function resources({ name, metadata, aliases, tags }: KeyExport, policy: string): readonly string[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['description', factOf(metadata, 'Description')],
    ['customer_master_key_spec', factOf(metadata, 'KeySpec')],
    ['key_usage', factOf(metadata, 'KeyUsage')],
  ];
  const all = [
    ...facts.flatMap(([attribute, value]) =>
      value === undefined ? [] : [[attribute, quotedHcl(value)] as const],
    ),
    ...(metadata.MultiRegion === true ? [['multi_region', 'true'] as const] : []),
    ...(tags.length > 0 ? [['tags', tagsOf(tags)] as const] : []),
  ];
  const key = hclBlock(`resource "aws_kms_key" "${name}"`, attributes(all, '  '));
  const keyPolicy = hclBlock(
    `resource "aws_kms_key_policy" "${name}"`,
    attributes(
      [
        ['key_id', `aws_kms_key.${name}.id`],
        ['policy', policy],
      ],
      '  ',
    ),
  );
  const names = aliases.map((alias, index) =>
    hclBlock(
      `resource "aws_kms_alias" "${name}${index === 0 ? '' : `_${index + 1}`}"`,
      attributes(
        [
          ['name', quotedHcl(alias)],
          ['target_key_id', `aws_kms_key.${name}.key_id`],
        ],
        '  ',
      ),
    ),
  );
  const blocks = [key, keyPolicy, ...names];
  return blocks.map((block, index) => (index === blocks.length - 1 ? `${block}\n` : block));
}

function tagsOf(tags: KeyExport['tags']): string {
  const lines = attributes(
    tags.map(([key, value]) => [quotedHcl(key), quotedHcl(value)]),
    '    ',
  );
  return `{\n${lines.join('\n')}\n  }`;
}

const HCL: LiteralStyle = {
  member: (name) => `${isWord(name) ? name : quotedHcl(name)} = `,
  memberEnd: '',
  text: quotedHcl,
};

/** A name that needs no quotes: no word of HCL's own. */
function isWord(name: string): boolean {
  return /^[A-Za-z]\w*$/.test(name) && !['for', 'if', 'in', 'true', 'false', 'null'].includes(name);
}
