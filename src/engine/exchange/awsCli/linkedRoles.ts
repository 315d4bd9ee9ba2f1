import type { JsonNode } from '#engine/source/json.ts';

const LINKED_ROLE =
  /^arn:[a-z-]+:iam::\d{12}:role\/aws-service-role\/([a-z0-9.-]{1,100})\/AWSServiceRoleFor[A-Za-z0-9]{1,60}(?:_([A-Za-z0-9+=,.@-]{1,60}))?$/;

/**
 * Comment lines about the service-linked roles that a policy names: KMS refuses a policy with a principal that does not exist, and
 * the service makes its role only when it is first used (KMS-182).
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/create-service-linked-role.html
 */
export function linkedRoleComments(policy: JsonNode): string {
  const commands = new Set(
    textsIn(policy).flatMap((text) => {
      const [, service, suffix] = LINKED_ROLE.exec(text) ?? [];
      const option = suffix === undefined ? '' : ` --custom-suffix ${suffix}`;
      return service === undefined
        ? []
        : [`#   aws iam create-service-linked-role --aws-service-name ${service}${option}`];
    }),
  );
  if (commands.size === 0) return '';
  return `# The policy names service-linked roles, which have to exist before it is set:\n${[...commands].join('\n')}\n`;
}

/** All texts of a tree that is no deeper than JSON may be. */
function textsIn(node: JsonNode): readonly string[] {
  if (node.kind === 'string') return [node.value];
  if (node.kind === 'array') return node.items.flatMap(textsIn);
  return node.kind === 'object' ? node.members.flatMap(({ value }) => textsIn(value)) : [];
}
