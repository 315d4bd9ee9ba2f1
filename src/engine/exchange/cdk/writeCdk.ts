import { factOf, type KeyExport, pascalName } from '../keyExport.ts';
import { literal, type LiteralStyle } from '../literal.ts';

/**
 * A key as a CDK stack in TypeScript. It is a `CfnKey`, whose policy is taken as it is: a `Key` would add statements of its own, and
 * a `PolicyDocument` may merge them.
 */
export function writeCdk({ name, policy, metadata, aliases, tags }: KeyExport): string {
  const id = pascalName(name);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['description', factOf(metadata, 'Description')],
    ['keySpec', factOf(metadata, 'KeySpec')],
    ['keyUsage', factOf(metadata, 'KeyUsage')],
    ['origin', factOf(metadata, 'Origin')],
  ];
  const properties = [
    ...facts.flatMap(([field, value]) =>
      value === undefined ? [] : [`      ${field}: ${JSON.stringify(value)},`],
    ),
    ...(metadata.MultiRegion === true ? ['      multiRegion: true,'] : []),
    `      keyPolicy: ${literal(policy, '      ', TYPESCRIPT)},`,
    ...(tags.length === 0
      ? []
      : [
          '      tags: [',
          ...tags.map(
            ([key, value]) => `        { key: ${JSON.stringify(key)}, value: ${JSON.stringify(value)} },`,
          ),
          '      ],',
        ]),
  ];
  const names = aliases.flatMap((alias, index) => [
    `    new kms.CfnAlias(this, '${id}Alias${index === 0 ? '' : index + 1}', {`,
    `      aliasName: ${JSON.stringify(alias)},`,
    '      targetKeyId: key.ref,',
    '    });',
  ]);
  return `import { Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export class ${id}Stack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    ${aliases.length === 0 ? '' : 'const key = '}new kms.CfnKey(this, '${id}', {
${properties.join('\n')}
    });
${names.map((line) => `${line}\n`).join('')}  }
}
`;
}

const TYPESCRIPT: LiteralStyle = {
  member: (name) => `${property(name)}: `,
  memberEnd: ',',
  text: (value) => JSON.stringify(value),
};

/** A member's name; `__proto__` has a meaning of its own unless it is computed. */
function property(key: string): string {
  if (key === '__proto__') return '["__proto__"]';
  return /^[A-Za-z][A-Za-z0-9]*$/.test(key) ? key : JSON.stringify(key);
}
