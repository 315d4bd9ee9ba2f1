import { describe, expect, it } from 'vitest';
import { suggestedAnswer } from '../placeholder.ts';
import { settle } from '../settle.ts';
import { looksLikeTerraform, readTerraform } from './readTerraform.ts';

const AROUND = {
  account: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
  keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k',
};

/** The policies of a configuration, with placeholders filled as suggested or as given. */
function policies(text: string, given: Record<string, string> = {}): readonly unknown[] {
  const { pieces, placeholders } = readTerraform(text);
  const suggested = placeholders.map((each) => [each.name, suggestedAnswer(each, AROUND)] as const);
  const answers = new Map([...suggested, ...Object.entries(given)]);
  return pieces.map((piece) => {
    const settled = settle(piece, answers);
    const policy =
      settled.kind === 'key'
        ? settled.policy
        : settled.kind === 'recognized'
          ? settled.recognized
          : undefined;
    return policy !== undefined && 'text' in policy ? JSON.parse(policy.text) : undefined;
  });
}

const names = (text: string) => readTerraform(text).placeholders.map(({ name }) => name);
const statement = (value: string) =>
  `resource "aws_kms_key" "k" { policy = jsonencode({ Statement = ${value} }) }`;

describe('expressions', () => {
  it.each<[string, string, unknown]>([
    ['a text', '"x"', 'x'],
    ['escapes', String.raw`"a\"b\n\u00e9"`, 'a"b\né'],
    ['a policy variable', '"$${aws:username} %%{x}"', '${aws:username} %{x}'],
    ['numbers, truth and nothing', '[1, 2.50, -1, true, null]', [1, 2.5, -1, true, null]],
    ['an object with both marks', '{ a = 1, "b c": 2\n (upper("d")) = 3 }', { a: 1, 'b c': 2, D: 3 }],
    ['trailing commas and comments', '[ # one\n "a", // two\n /* three */ "b",\n]', ['a', 'b']],
    ['format', 'format("arn:%s:%d %%", "x", 5)', 'arn:x:5 %'],
    ['join', 'join(",", ["a", "b"])', 'a,b'],
    ['concat and flatten', 'concat(["a"], flatten([["b"], ["c"]]))', ['a', 'b', 'c']],
    ['merge', 'merge({ a = 1 }, { b = 2 })', { a: 1, b: 2 }],
    ['toset', 'toset(["a"])', ['a']],
    ['split', 'split(",", "a,b")', ['a', 'b']],
    ['a condition that is known', '1 < 2 && !false ? "yes" : "no"', 'yes'],
    ['for', '[for x in ["a", "b"] : "r/${x}" if x != "a"]', ['r/b']],
    ['for with keys', '{for k, v in { a = "b" } : v => k}', { b: 'a' }],
    ['a step into an object', '{ a = { b = ["x"] } }.a.b[0]', 'x'],
    ['a directive', '"%{ if true }a%{ else }b%{ endif }%{ for x in ["c","d"] }${x}%{ endfor }"', 'acd'],
    ['jsonencode within', '"${jsonencode(["a"])}"', ['a']],
  ])('%s', (_, source, expected) => {
    const [policy] = policies(statement(source));
    const value = (policy as { Statement: unknown }).Statement;
    expect(typeof value === 'string' && Array.isArray(expected) ? JSON.parse(value) : value).toEqual(
      expected,
    );
  });

  it.each<[string, string, readonly string[]]>([
    ['a variable', 'var.x', ['var.x']],
    [
      'a data source',
      'data.aws_caller_identity.current.account_id',
      ['data.aws_caller_identity.current.account_id'],
    ],
    ['another resource, as a whole', 'aws_iam_role.app[0].arn', ['aws_iam_role.app[0].arn']],
    ['an unknown call', 'cidrsubnet(var.a, 1, 2)', ['cidrsubnet(var.a, 1, 2)']],
    ['a file', 'file("policy.json")', ['file("policy.json")']],
    ['a condition', 'var.on == "yes" ? "a" : "b"', ['var.on == "yes"']],
    ['part of a text', '"arn:aws:iam::${var.account}:root"', ['var.account']],
    ['the list of a for', '[for r in var.roles : "role/${r}"]', ['var.roles']],
  ])('leaves %s open', (_, source, expected) => {
    expect(names(statement(source))).toEqual(expected);
  });

  it('fills lists, also within other lists and loops', () => {
    const text = statement('concat(["a"], var.more, [for r in var.roles : "role/${r}"])');
    const [policy] = policies(text, { 'var.more': 'b\nc', 'var.roles': 'x\ny' });
    expect(policy).toEqual({ Statement: ['a', 'b', 'c', 'role/x', 'role/y'] });
  });

  it('keeps what nobody filled in sight', () => {
    expect(policies(statement('var.x'))).toEqual([{ Statement: '${var.x}' }]);
  });
});

describe('a configuration', () => {
  it('gives variables their defaults, descriptions and types, and locals their values', () => {
    const text = `
variable "account_id" {
  type        = string
  description = "Of the key."
}
variable "admins" { type = list(string) }
variable "org" { default = "o-1" }
locals { root = "arn:aws:iam::\${var.account_id}:root" }
${statement('[local.root, var.admins, var.org]')}
org = "o-2"
`;
    expect(readTerraform(text).placeholders).toMatchObject([
      { name: 'var.account_id', takes: 'text', description: 'Of the key.', means: { is: 'account' } },
      { name: 'var.admins', takes: 'list' },
      { name: 'var.org', standard: 'o-2' },
    ]);
    expect(policies(text)).toEqual([
      { Statement: ['arn:aws:iam::111122223333:root', '${var.admins}', 'o-2'] },
    ]);
  });

  it('takes a heredoc as it is, without its indentation', () => {
    const text = `resource "aws_kms_key" "k" {
  policy = <<-EOT
    {
      "Statement": [{ "Sid": "\${var.sid}", "Principal": "*" }]
    }
  EOT
}`;
    const { pieces } = readTerraform(text);
    const settled = pieces[0] && settle(pieces[0], new Map([['var.sid', 'A']]));
    expect(settled).toMatchObject({
      policy: { text: '{\n  "Statement": [{ "Sid": "A", "Principal": "*" }]\n}' },
    });
  });

  it('puts an aws_iam_policy_document together', () => {
    const text = `
data "aws_iam_policy_document" "base" {
  statement {
    sid = "Base"
    actions = ["kms:*"]
  }
  statement {
    sid = "Over"
    effect = "Deny"
  }
}
data "aws_iam_policy_document" "key" {
  policy_id = "id"
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  override_policy_documents = [jsonencode({ Statement = [{ Sid = "Over", Effect = "Allow" }] })]
  statement {
    not_actions = ["kms:Decrypt", "kms:Encrypt"]
    resources = ["*"]
    principals {
      type = "AWS"
      identifiers = ["a"]
    }
    principals {
      type = "AWS"
      identifiers = ["b"]
    }
    not_principals {
      type = "*"
      identifiers = ["*"]
    }
    condition {
      test = "StringEquals"
      variable = "aws:PrincipalTag/x"
      values = ["&{aws:username}"]
    }
    condition {
      test = "StringEquals"
      variable = "kms:ViaService"
      values = ["s3", "ec2"]
    }
  }
  dynamic "statement" {
    for_each = { one = ["kms:Sign"] }
    content {
      sid = statement.key
      actions = statement.value
    }
  }
}
resource "aws_kms_key_policy" "k" {
  key_id = aws_kms_key.k.id
  policy = data.aws_iam_policy_document.key.json
}
resource "aws_kms_key" "k" { description = "A key" }
`;
    expect(readTerraform(text).problems).toEqual([]);
    expect(policies(text)).toEqual([
      {
        Version: '2012-10-17',
        Id: 'id',
        Statement: [
          { Sid: 'Base', Effect: 'Allow', Action: 'kms:*' },
          {
            Effect: 'Allow',
            NotAction: ['kms:Decrypt', 'kms:Encrypt'],
            Resource: '*',
            Principal: { AWS: ['a', 'b'] },
            NotPrincipal: '*',
            Condition: {
              StringEquals: { 'aws:PrincipalTag/x': '${aws:username}', 'kms:ViaService': ['s3', 'ec2'] },
            },
          },
          { Sid: 'one', Effect: 'Allow', Action: 'kms:Sign' },
          { Sid: 'Over', Effect: 'Allow' },
        ],
      },
    ]);
  });

  it('gives a key its facts, aliases, tags and grants, and roles their policies', () => {
    const text = `
resource "aws_kms_key" "k" {
  description = "Orders"
  multi_region = true
  tags = { Team = "pay" }
}
resource "aws_kms_alias" "k" {
  name = "alias/orders"
  target_key_id = aws_kms_key.k.key_id
}
resource "aws_kms_grant" "g" {
  key_id = aws_kms_key.k.key_id
  grantee_principal = aws_iam_role.app.arn
  operations = ["Decrypt"]
  constraints { encryption_context_equals = { a = "b" } }
}
resource "aws_iam_role" "app" {
  name = "orders-app"
  path = "/service/"
}
resource "aws_iam_policy" "use" {
  name = "use"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*" }] })
}
resource "aws_iam_role_policy_attachment" "use" {
  role = aws_iam_role.app.name
  policy_arn = aws_iam_policy.use.arn
}
`;
    const { pieces, placeholders } = readTerraform(text);
    const answers = new Map(placeholders.map((each) => [each.name, suggestedAnswer(each, AROUND)]));
    const [key, policy] = pieces.map((piece) => settle(piece, answers));
    expect(key).toMatchObject({
      metadata: { Description: 'Orders', MultiRegion: true },
      aliases: ['alias/orders'],
      tags: { Team: 'pay' },
    });
    expect(key?.kind === 'key' && JSON.parse(key.grants ?? '')).toEqual([
      {
        GrantId: 'g',
        GranteePrincipal: 'arn:aws:iam::111122223333:role/service/orders-app',
        Operations: ['Decrypt'],
        Constraints: { EncryptionContextEquals: { a: 'b' } },
      },
    ]);
    expect(policy).toMatchObject({
      recognized: { kind: 'identityPolicy', name: 'use', owner: { kind: 'role', name: 'orders-app' } },
    });
  });

  it('says that what a module makes is written elsewhere', () => {
    expect(readTerraform('\nmodule "kms" {\n  source = "x"\n}').skipped).toMatchObject([
      { what: 'module.kms', line: 2, column: 1 },
    ]);
  });
});

describe('what cannot be read', () => {
  it.each<[string, string, string, string]>([
    ['an open text', 'a = "x\nb = 1', '1:7', 'ends on its line'],
    ['an open heredoc', 'x = 1\na = <<EOT\n  text', '2:5', 'no line says `EOT`'],
    ['an open block', 'resource "a" "b" {\n  c = 1\n', '1:1', 'its `}` is missing'],
    ['an open list', 'a = [1, 2', '1:10', 'a `,` or `]` is missing'],
    ['an open call', 'a = f(1', '1:8', 'In this call of `f`'],
    ['an open interpolation', 'a = "${b"', '1:6', 'is missing'],
    ['a missing value', 'a =\n', '1:4', 'A value is missing'],
    ['two values on a line', 'a = 1 b = 2', '1:7', 'a line of its own'],
    ['an open comment', 'a = 1 /* x', '1:7', '`*/` is missing'],
    ['an unknown escape', 'a = "\\q"', '1:6', 'no escape'],
    ['a word alone', 'resource\n', '1:9', 'comes `=`'],
    ['what is nested too deeply', `a = ${'['.repeat(5000)}`, '1:55', 'levels deep'],
  ])('says where: %s', (_, text, place, message) => {
    const [problem] = readTerraform(text).problems;
    expect(problem?.message).toContain(message);
    expect(`${problem?.line}:${problem?.column}`).toBe(place);
  });

  it('loses nothing of what follows', () => {
    const text = `resource "x" "y" {\n  a = = 1\n}\n${statement('"s"')}`;
    const { problems, pieces } = readTerraform(text);
    expect(problems).toHaveLength(1);
    expect(pieces.map(({ title }) => title)).toEqual(['aws_kms_key.k']);
  });

  it.each([
    ['a local of itself', 'locals { a = local.a }\n' + statement('local.a')],
    [
      'locals that multiply',
      `locals {\n a0 = ["x"]\n${Array.from({ length: 40 }, (_, at) => ` a${at + 1} = [local.a${at}, local.a${at}]`).join('\n')}\n}\n${statement('local.a40')}`,
    ],
    [
      'a document of itself',
      'data "aws_iam_policy_document" "a" { source_policy_documents = [data.aws_iam_policy_document.a.json] }',
    ],
  ])('gives up on %s', (_, text) => {
    const { placeholders, problems } = readTerraform(text);
    expect(placeholders.length + problems.length).toBeGreaterThan(0);
  });

  it('takes a name of JavaScript for a name like any other', () => {
    expect(policies(statement('{ "__proto__" = "x", constructor = var.toString }'))).toHaveLength(1);
    expect(names(statement('var.__proto__'))).toEqual(['var.__proto__']);
  });
});

it('recognises a configuration', () => {
  expect(looksLikeTerraform('resource "aws_kms_key" "k" {\n}')).toBe(true);
  expect(looksLikeTerraform('{"Statement": []}')).toBe(false);
});
