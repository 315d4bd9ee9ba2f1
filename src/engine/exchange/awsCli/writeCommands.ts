import { printPolicy } from '#engine/policy/printPolicy.ts';
import { factOf, type KeyExport } from '../keyExport.ts';
import { linkedRoleComments } from './linkedRoles.ts';

/** The commands that set the policy of a key that exists. */
export function writePutKeyPolicy(key: KeyExport): string {
  const file = `${key.name}-policy.json`;
  return `${policyFile(file, key)}
aws kms put-key-policy \\
  --region ${quotedShell(key.region)} \\
  --key-id ${quotedShell(key.arn)} \\
  --policy-name default \\
  --policy file://${file}
`;
}

/** The commands that make a key with the policy. */
export function writeCreateKey(key: KeyExport): string {
  const { metadata, aliases, tags, region, name } = key;
  const file = `${name}-policy.json`;
  const options = [
    `--region ${quotedShell(region)}`,
    ...(
      [
        ['description', 'Description'],
        ['key-spec', 'KeySpec'],
        ['key-usage', 'KeyUsage'],
        ['origin', 'Origin'],
      ] as const
    ).flatMap(([option, field]) => {
      const value = factOf(metadata, field);
      return value === undefined ? [] : [`--${option} ${quotedShell(value)}`];
    }),
    ...(metadata.MultiRegion === true ? ['--multi-region'] : []),
    ...(tags.length === 0
      ? []
      : [`--tags ${quotedShell(JSON.stringify(tags.map(([TagKey, TagValue]) => ({ TagKey, TagValue }))))}`]),
    `--policy file://${file}`,
  ];
  const create = `aws kms create-key \\\n  ${options.join(' \\\n  ')}`;
  if (aliases.length === 0) return `${policyFile(file, key)}\n${create}\n`;
  const named = aliases.map(
    (alias) =>
      `aws kms create-alias --region ${quotedShell(region)} --alias-name ${quotedShell(alias)} --target-key-id "$key_id"`,
  );
  return `${policyFile(file, key)}\nkey_id=$(${create} \\\n  --query KeyMetadata.KeyId --output text)\n${named.join('\n')}\n`;
}

/** A line of JSON is never the word that ends this text. */
function policyFile(file: string, { policy }: KeyExport): string {
  return `${linkedRoleComments(policy)}cat > ${file} <<'POLICY'\n${printPolicy(policy)}\nPOLICY\n`;
}

/** One word of the shell, whatever is in the text. */
function quotedShell(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
