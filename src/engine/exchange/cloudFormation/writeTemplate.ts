import type { JsonNode } from '#engine/source/json.ts';
import { factOf, type KeyExport, pascalName } from '../keyExport.ts';

/**
 * A key as a CloudFormation template in YAML. `KeyPolicy` holds plain values and no `Fn::Sub`, so that policy variables need no escape.
 *
 * @returns undefined where the policy has an object that CloudFormation would take for one of its functions
 */
export function writeTemplate({ name, policy, metadata, aliases, tags }: KeyExport): string | undefined {
  if (looksLikeFunction(policy)) return undefined;
  const id = pascalName(name);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Description', factOf(metadata, 'Description')],
    ['KeySpec', factOf(metadata, 'KeySpec')],
    ['KeyUsage', factOf(metadata, 'KeyUsage')],
    ['Origin', factOf(metadata, 'Origin')],
  ];
  const lines = [
    'AWSTemplateFormatVersion: "2010-09-09"',
    'Resources:',
    `  ${id}:`,
    '    Type: AWS::KMS::Key',
    '    Properties:',
    ...facts.flatMap(([field, value]) =>
      value === undefined ? [] : [`      ${field}: ${quotedYaml(value)}`],
    ),
    ...(metadata.MultiRegion === true ? ['      MultiRegion: true'] : []),
    `      KeyPolicy:${yamlValue(policy, '        ')}`,
    ...(tags.length > 0 ? ['      Tags:'] : []),
    ...tags.flatMap(([key, value]) => [
      `        - Key: ${quotedYaml(key)}`,
      `          Value: ${quotedYaml(value)}`,
    ]),
    ...aliases.flatMap((alias, index) => [
      `  ${id}Alias${index === 0 ? '' : index + 1}:`,
      '    Type: AWS::KMS::Alias',
      '    Properties:',
      `      AliasName: ${quotedYaml(alias)}`,
      `      TargetKeyId: !Ref ${id}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** A value behind a colon or dash: on its line where it is short, below it where it has parts. */
function yamlValue(node: JsonNode, indent: string): string {
  switch (node.kind) {
    case 'object':
      if (node.members.length === 0) return ' {}';
      return node.members
        .map(({ key, value }) => `\n${indent}${keyYaml(key)}:${yamlValue(value, `${indent}  `)}`)
        .join('');
    case 'array':
      if (node.items.length === 0) return ' []';
      return node.items.map((item) => `\n${indent}-${yamlItem(item, `${indent}  `)}`).join('');
    case 'string':
      return ` ${quotedYaml(node.value)}`;
    case 'number':
      return ` ${node.lexeme}`;
    case 'boolean':
      return ` ${String(node.value)}`;
    case 'null':
      return ' null';
  }
}

/** An object in a list begins on the line of its dash. */
function yamlItem(node: JsonNode, indent: string): string {
  const value = yamlValue(node, indent);
  return node.kind === 'object' && value.startsWith('\n') ? ` ${value.slice(1 + indent.length)}` : value;
}

function keyYaml(key: string): string {
  return /^[A-Za-z]{3,}$/.test(key) && !/^(true|null|yes|off|false)$/i.test(key) ? key : quotedYaml(key);
}

/** A text in double quotes, where YAML knows JSON's escapes; what YAML may take for a line end is escaped, too. */
function quotedYaml(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether some object has only a member that names an intrinsic function. */
function looksLikeFunction(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.some(looksLikeFunction);
  if (node.kind !== 'object') return false;
  const [only] = node.members;
  const isCall = node.members.length === 1 && only !== undefined && /^(Ref$|Condition$|Fn::)/.test(only.key);
  return (isCall && only.key !== 'Condition') || node.members.some(({ value }) => looksLikeFunction(value));
}
