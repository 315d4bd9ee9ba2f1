import type { PolicyContent } from '../piece.ts';
import { textValue, type Value } from '../value.ts';
import { attributeOf, blocksOf, type Configuration } from './configuration.ts';
import type { Evaluator } from './evaluate.ts';
import type { Block, Body } from './hclTree.ts';

interface FoundPolicy {
  readonly address: string;
  readonly block: Block;
  readonly content: PolicyContent;
}

type Kind = 'role' | 'user' | 'group';

const KINDS: readonly Kind[] = ['role', 'user', 'group'];

/** IAM policies of a configuration, each with the identity it is attached to where the configuration says so. */
export function identityPolicies(evaluator: Evaluator, configuration: Configuration): readonly FoundPolicy[] {
  return [...configuration.things].flatMap(([address, block]): readonly FoundPolicy[] => {
    if (block.type !== 'resource') return [];
    const [type = '', label = ''] = block.labels;
    const kind = KINDS.find((each) => type === `aws_iam_${each}_policy` || type === `aws_iam_${each}`);
    if (type === 'aws_iam_policy') return managed(evaluator, configuration, address, block);
    if (kind === undefined) return [];
    const named = (body: Body, fallback: string) =>
      read(evaluator, body, 'name') ?? textValue(block.span, fallback);
    if (type === `aws_iam_${kind}`) {
      return blocksOf(block.body, 'inline_policy').flatMap((inline, index) => {
        const document = read(evaluator, inline.body, 'policy');
        if (document === undefined) return [];
        const owner = { kind, name: named(block.body, label) };
        const name = named(inline.body, `inline-${index + 1}`);
        return [
          {
            address: `${address}.inline_policy[${index}]`,
            block: inline,
            content: { kind: 'policy', as: 'identityPolicy', name, owner, document },
          },
        ];
      });
    }
    const document = read(evaluator, block.body, 'policy');
    if (document === undefined) return [];
    const owner = ownerOf(evaluator, configuration, block.body, kind);
    return [
      {
        address,
        block,
        content: {
          kind: 'policy',
          as: 'identityPolicy',
          name: named(block.body, label),
          document,
          ...(owner && { owner }),
        },
      },
    ];
  });
}

function read(evaluator: Evaluator, body: Body, name: string): Value | undefined {
  const attribute = attributeOf(body, name);
  return attribute && evaluator.evaluate(attribute.value);
}

/** An `aws_iam_policy`, as a policy of each identity it is attached to. */
function managed(
  evaluator: Evaluator,
  configuration: Configuration,
  address: string,
  block: Block,
): readonly FoundPolicy[] {
  const document = read(evaluator, block.body, 'policy');
  if (document === undefined) return [];
  const name = read(evaluator, block.body, 'name') ?? textValue(block.span, block.labels[1] ?? '');
  const owners = [...configuration.things.values()].flatMap((attachment) => {
    const kind = KINDS.find((each) => attachment.labels[0] === `aws_iam_${each}_policy_attachment`);
    const arn = kind && read(evaluator, attachment.body, 'policy_arn');
    if (kind === undefined || arn?.kind !== 'placeholder' || arn.name !== `${address}.arn`) return [];
    const owner = ownerOf(evaluator, configuration, attachment.body, kind);
    return owner === undefined ? [] : [owner];
  });
  const content = { kind: 'policy', as: 'identityPolicy', name, document } as const;
  if (owners.length === 0) return [{ address, block, content }];
  return owners.map((owner, index) => ({
    address: index === 0 ? address : `${address} (${index + 1})`,
    block,
    content: { ...content, owner },
  }));
}

/** The identity that `role`, `user` or `group` names, by the name its own block has. */
function ownerOf(
  evaluator: Evaluator,
  { things }: Configuration,
  body: Body,
  kind: Kind,
): PolicyContent['owner'] | undefined {
  const value = read(evaluator, body, kind);
  if (value === undefined) return undefined;
  if (value.kind !== 'placeholder') return { kind, name: value };
  const [type = '', label = ''] = value.name.replace(/\[[^\]]*\]/g, '').split('.');
  if (type !== `aws_iam_${kind}`) return { kind, name: value };
  const block = things.get(`${type}.${label}`);
  const name = block && read(evaluator, block.body, 'name');
  return { kind, name: name ?? textValue(value.span, label) };
}
