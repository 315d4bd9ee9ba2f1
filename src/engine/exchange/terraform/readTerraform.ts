import { lineIndex } from '#engine/source/lines.ts';
import { PlaceholderBook } from '../placeholderBook.ts';
import { placeholderNames } from '../importOf.ts';
import { lockoutFlag } from '../lockoutFlag.ts';
import type { Import, KeyContent, Piece, PolicyContent, Problem, Skipped } from '../piece.ts';
import { textValue, type Value } from '../value.ts';
import { attributeOf, type Configuration, configurationOf } from './configuration.ts';
import { Evaluator } from './evaluate.ts';
import type { Block } from './hclTree.ts';
import { type Instance, instancesOf, referredTo } from './instances.ts';
import { BYPASS, grantOfBlock, KEY_TYPES, keyOfBlock } from './keyResources.ts';
import { parseHcl } from './parseHcl.ts';
import { identityPolicies } from './identityResources.ts';

/** Whether a text may be a Terraform configuration; cheap, and wrong at times. */
export function looksLikeTerraform(text: string): boolean {
  return /^[ \t]*(resource|data|variable|locals|module|provider|terraform|output)\b[^\n]*\{/m.test(text);
}

/**
 * Keys, policies, aliases and grants of a Terraform configuration. What only a plan would tell is a placeholder.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key
 */
export function readTerraform(text: string): Import {
  const { body, diagnostics } = parseHcl(text, 'import');
  const lines = lineIndex(text);
  const book = new PlaceholderBook();
  const configuration = configurationOf(body);
  const evaluator = new Evaluator(configuration, text, book);
  const at = (block: Block) => lines.at(block.span.from);
  const keys = keysOf(evaluator, configuration);
  const pieces: Piece[] = [
    ...[...keys].map(([address, { content, block }]) => ({
      id: address,
      title: address,
      content,
      ...at(block),
    })),
    ...identityPolicies(evaluator, configuration).map(({ address, content, block }) => ({
      id: address,
      title: address,
      content,
      ...at(block),
    })),
  ];
  const lonely = pieces.length === 0 ? documentsOf(evaluator, configuration) : [];
  const problems: Problem[] = diagnostics.map(({ message, span }) => ({
    message,
    severity: 'error',
    ...lines.at(span.from),
  }));
  if (book.givenUpAt !== undefined)
    problems.push({
      message: 'What stands here refers to itself or grows too large: it is left as a placeholder.',
      severity: 'error',
      ...lines.at(book.givenUpAt.from),
    });
  const all = [
    ...pieces,
    ...lonely.map(({ address, content, block }) => ({ id: address, title: address, content, ...at(block) })),
  ];
  return {
    format: 'terraform',
    pieces: all,
    placeholders: book.among(placeholderNames(all)),
    skipped: modulesSkipped(configuration, at),
    problems,
  };
}

interface Found<Of> {
  readonly content: Of;
  readonly block: Block;
}

type Keys = Map<string, Found<KeyContent>>;

function keysOf(evaluator: Evaluator, { things }: Configuration): ReadonlyMap<string, Found<KeyContent>> {
  const keys: Keys = new Map();
  const instances = new Map<string, readonly Instance[]>();
  const resources = [...things].filter(([, { type }]) => type === 'resource');
  for (const [address, block] of resources) {
    if (!KEY_TYPES.has(block.labels[0] ?? '')) continue;
    const made = instancesOf(evaluator, block, instances);
    instances.set(address, made);
    for (const { suffix, scope } of made)
      keys.set(`${address}${suffix}`, { content: keyOfBlock(evaluator, block, scope), block });
  }
  for (const [address, block] of resources) {
    const add = PARTS.get(block.labels[0] ?? '');
    if (add === undefined) continue;
    for (const instance of instancesOf(evaluator, block, instances))
      add({ evaluator, keys, address: `${address}${instance.suffix}`, block, instance });
  }
  return keys;
}

/** A resource that adds something to a key. */
interface Part {
  readonly evaluator: Evaluator;
  readonly keys: Keys;
  readonly address: string;
  readonly block: Block;
  readonly instance: Instance;
}

/** Resources that belong to a key, and what each adds to it. */
const PARTS: ReadonlyMap<string, (part: Part) => void> = new Map([
  [
    'aws_kms_key_policy',
    (part) => {
      const { keys, address, block } = part;
      const policy = valueOf(part, 'policy');
      const flag = lockoutFlag(valueOf(part, BYPASS));
      if (policy !== undefined)
        change(keys, keyOf(part, 'key_id') ?? address, block, (content) => ({ ...content, policy, ...flag }));
    },
  ],
  [
    'aws_kms_alias',
    (part) => {
      const { keys, block } = part;
      const of = keyOf(part, 'target_key_id');
      const name = valueOf(part, 'name');
      if (of === undefined || name === undefined || !keys.has(of)) return;
      change(keys, of, block, (content) => ({ ...content, aliases: [...content.aliases, name] }));
    },
  ],
  [
    'aws_kms_grant',
    (part) => {
      const { evaluator, keys, address, block, instance } = part;
      const of = keyOf(part, 'key_id') ?? [...keys.keys()][0] ?? address;
      const grant = grantOfBlock(evaluator, block, instance.scope);
      change(keys, of, block, (content) => ({ ...content, grants: [...content.grants, grant] }));
    },
  ],
]);

/** The address of the key that an attribute names. */
function keyOf({ evaluator, keys, block, instance }: Part, attribute: string): string | undefined {
  return referredTo(evaluator, block, attribute, instance, (address) => keys.has(address));
}

function valueOf({ evaluator, block, instance }: Part, name: string): Value | undefined {
  const attribute = attributeOf(block.body, name);
  return attribute && evaluator.evaluate(attribute.value, instance.scope);
}

function change(keys: Keys, address: string, block: Block, more: (content: KeyContent) => KeyContent): void {
  const known = keys.get(address) ?? { content: EMPTY, block };
  keys.set(address, { ...known, content: more(known.content) });
}

const EMPTY: KeyContent = { kind: 'key', metadata: [], aliases: [], grants: [] };

/** Documents that no resource here uses: their shape tells what they are. */
function documentsOf(
  evaluator: Evaluator,
  { things }: Configuration,
): readonly (Found<PolicyContent> & { readonly address: string })[] {
  return [...things].flatMap(([address, block]) => {
    const [type, label = ''] = block.labels;
    if (block.type !== 'data' || type !== 'aws_iam_policy_document') return [];
    const steps = ['aws_iam_policy_document', label, 'json'].map((name) => ({ kind: 'name', name }) as const);
    const document = evaluator.evaluate({ kind: 'reference', span: block.span, name: 'data', steps });
    return [
      { address, block, content: { kind: 'policy', name: textValue(block.span, label), document } as const },
    ];
  });
}

function modulesSkipped(
  { modules }: Configuration,
  at: (block: Block) => { line: number; column: number },
): readonly Skipped[] {
  return modules.map((block) => ({
    what: `module.${block.labels[0] ?? ''}`,
    because:
      'What a module makes is written elsewhere: import its files, or `terraform show -json` of a plan.',
    ...at(block),
  }));
}
