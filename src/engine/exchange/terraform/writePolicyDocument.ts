import type { PatternElement, Policy, PrincipalElement, Statement } from '#engine/policy/policy.ts';
import type { KeyExport } from '../keyExport.ts';
import { attributes, hclBlock, hclList, quotedHcl } from './hclText.ts';
import { resources } from './writeTerraform.ts';

/**
 * A key whose policy is an `aws_iam_policy_document`. The data source has no place for some things a policy can say; then there is
 * no such form.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 * @returns the configuration, or one sentence that says what the data source has no place for
 */
export function writePolicyDocument(
  key: KeyExport,
  policy: Policy,
): { readonly text: string } | { readonly because: string } {
  const problem = policy.statements.length === 0 ? 'has no statement' : firstProblem(policy.statements);
  if (problem !== undefined)
    return {
      because: `The policy ${problem}, for which \`aws_iam_policy_document\` has no place: use the form with \`jsonencode\`.`,
    };
  const head = attributes(
    [
      // Without a version of its own the data source would take 2012-10-17.
      ...(policy.variables ? [] : [['version', '"2008-10-17"'] as const]),
      ...(policy.id === undefined ? [] : [['policy_id', quotedHcl(policy.id)] as const]),
    ],
    '  ',
  );
  const lines = [...(head.length === 0 ? [] : [head.join('\n')]), ...policy.statements.map(statementBlock)];
  const data = hclBlock(`data "aws_iam_policy_document" "${key.name}"`, [lines.join('\n\n')]);
  const expression = `data.aws_iam_policy_document.${key.name}.json`;
  return { text: [data, ...resources(key, expression)].join('\n\n') };
}

function statementBlock({ sid, effect, principal, action, resource, conditions }: Statement): string {
  const lines = attributes(
    [
      ...(sid === undefined ? [] : [['sid', quotedHcl(sid)] as const]),
      ['effect', quotedHcl(effect ?? 'Allow')],
      ...patterns('actions', action),
      ...patterns('resources', resource),
    ],
    '    ',
  );
  const ofConditions = conditions.map(({ operator, key, values }) =>
    hclBlock(
      'condition',
      attributes(
        [
          ['test', quotedHcl(operator.value)],
          ['variable', quotedHcl(key.value)],
          [
            'values',
            hclList(
              values.map(({ value }) => value),
              '      ',
            ),
          ],
        ],
        '      ',
      ),
      '    ',
    ),
  );
  const blocks = [lines.join('\n'), ...principals(principal), ...ofConditions];
  return hclBlock('statement', [blocks.join('\n\n')], '  ');
}

function patterns(
  name: 'actions' | 'resources',
  element: PatternElement | undefined,
): readonly (readonly [string, string])[] {
  if (element === undefined) return [];
  const list = hclList(
    element.patterns.map(({ value }) => value),
    '    ',
  );
  return [[element.negated ? `not_${name}` : name, list]];
}

function principals(element: PrincipalElement | undefined): readonly string[] {
  if (element === undefined) return [];
  const kinds = [...new Set(element.entries.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const identifiers = element.entries.filter((entry) => entry.kind === kind).map(({ value }) => value);
    return hclBlock(
      element.negated ? 'not_principals' : 'principals',
      attributes(
        [
          ['type', quotedHcl(kind)],
          ['identifiers', hclList(identifiers, '      ')],
        ],
        '      ',
      ),
      '    ',
    );
  });
}

/** What a statement says that the data source cannot: it leaves out empty lists, puts equal conditions together, and reads `&{`. */
function firstProblem(statements: readonly Statement[]): string | undefined {
  for (const { effect, principal, action, resource, conditions } of statements) {
    if (effect === undefined) return 'has a statement without `Effect`';
    const lists = [
      principal?.entries ?? NOT_EMPTY,
      action?.patterns ?? NOT_EMPTY,
      resource?.patterns ?? NOT_EMPTY,
      ...conditions.map(({ values }) => values),
    ];
    if (lists.some((list) => list.length === 0)) return 'has an empty list';
    const names = conditions.map(({ operator, key }) => `${operator.value} ${key.value}`);
    if (new Set(names).size < names.length) return 'has the same condition twice';
    if (lists.some((list) => list.some(({ value }) => value.includes('&{')))) return 'contains `&{`';
  }
  return undefined;
}

const NOT_EMPTY = [{ value: '' }];
