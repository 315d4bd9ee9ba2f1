import { factOf, type KeyExport } from '../keyExport.ts';
import { literal, type LiteralStyle } from '../literal.ts';

/**
 * A key as `aws_kms_key`, `aws_kms_key_policy` and `aws_kms_alias`. Policy variables are escaped, so that Terraform takes `${`
 * for what it is in a policy.
 */
export function writeTerraform({ name, policy, metadata, aliases, tags }: KeyExport): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['description', factOf(metadata, 'Description')],
    ['customer_master_key_spec', factOf(metadata, 'KeySpec')],
    ['key_usage', factOf(metadata, 'KeyUsage')],
  ];
  const attributes = [
    ...facts.flatMap(([attribute, value]) =>
      value === undefined ? [] : [`  ${attribute} = ${quotedHcl(value)}`],
    ),
    ...(metadata.MultiRegion === true ? ['  multi_region = true'] : []),
    ...(tags.length > 0
      ? [
          `  tags = {\n${tags.map(([key, value]) => `    ${quotedHcl(key)} = ${quotedHcl(value)}`).join('\n')}\n  }`,
        ]
      : []),
  ];
  const key = `resource "aws_kms_key" "${name}" {${attributes.length === 0 ? '' : `\n${attributes.join('\n')}\n`}}`;
  const keyPolicy = `resource "aws_kms_key_policy" "${name}" {
  key_id = aws_kms_key.${name}.id
  policy = jsonencode(${literal(policy, '  ', HCL)})
}`;
  const names = aliases.map(
    (alias, index) => `resource "aws_kms_alias" "${name}${index === 0 ? '' : `_${index + 1}`}" {
  name          = ${quotedHcl(alias)}
  target_key_id = aws_kms_key.${name}.key_id
}`,
  );
  return `${[key, keyPolicy, ...names].join('\n\n')}\n`;
}

const HCL: LiteralStyle = { member: (name) => `${quotedHcl(name)} = `, memberEnd: '', text: quotedHcl };

/** A text in quotes as HCL reads it: nothing in it is interpolated. */
function quotedHcl(text: string): string {
  const escaped = JSON.stringify(text)
    .replace(/\\([bf])/g, (_, letter: string) => (letter === 'b' ? '\\u0008' : '\\u000c'))
    .replace(/[$%]\{/g, (mark) => `${mark.charAt(0)}${mark}`);
  return escaped;
}
