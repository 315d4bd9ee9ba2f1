import { describe, expect, it } from 'vitest';
import { placesInTemplate } from './placesInTemplate.ts';
import { readImport } from './readImport.ts';
import { settle } from './settle.ts';

/** Where a word of the made policy stands in its template: the line there, from that column on. */
function at(template: string, word: string, answers: ReadonlyMap<string, string> = new Map()): string {
  const reading = readImport(template);
  if (reading.format === 'unknown') throw new Error(reading.because);
  const [piece] = reading.pieces;
  const settled = piece && settle(piece, answers);
  const value = piece?.content.kind === 'key' ? piece.content.policy : undefined;
  if (value === undefined || settled?.kind !== 'key' || settled.policy === undefined)
    throw new Error('There is no policy.');
  const { text } = settled.policy;
  const { line, column } = placesInTemplate(template, value, answers, text)(text.indexOf(word));
  return (template.split('\n')[line - 1] ?? '').slice(column - 1);
}

const TERRAFORM = `
locals { action = "kms:Encrypt" }
resource "aws_kms_key" "k" {
  policy = jsonencode({
    Statement = [
      { Sid = "One", Action = "kms:*" },
      { Sid = "Two",
        Action = ["kms:Decrypt", local.action],
        Principal = { AWS = [for name in ["a", "b"] : "role/\${name}"] },
        Condition = var.condition },
    ]
  })
}`;

describe('a place in a policy', () => {
  it.each([
    ['"kms:*"', '"kms:*" },'],
    ['"Two"', '"Two",'],
    ['"kms:Decrypt"', '"kms:Decrypt", local.action],'],
    // What stands elsewhere in the template is found there.
    ['"kms:Encrypt"', '"kms:Encrypt" }'],
    ['"role/b"', '"role/${name}"] },'],
    ['"Principal"', 'Principal = { AWS = [for name in ["a", "b"] : "role/${name}"] },'],
    ['${var.condition}', 'var.condition },'],
  ])('%s is found in jsonencode', (word, there) => {
    expect(at(TERRAFORM, word)).toBe(there);
  });

  it('is found in blocks', () => {
    const template = `
data "aws_iam_policy_document" "d" {
  statement {
    sid = "One"
    actions = ["kms:Decrypt", "kms:Encrypt"]
    condition {
      test = "StringEquals"
      variable = "kms:ViaService"
      values = ["s3"]
    }
  }
}
resource "aws_kms_key" "k" { policy = data.aws_iam_policy_document.d.json }`;
    expect(at(template, '"One"')).toBe('"One"');
    expect(at(template, '"kms:Encrypt"')).toBe('"kms:Encrypt"]');
    expect(at(template, '"kms:ViaService"')).toBe('"kms:ViaService"');
    expect(at(template, '"s3"')).toBe('"s3"]');
  });

  it.each([
    ['<<EOT', ''],
    ['<<-EOT', '    '],
  ])('is found in %s', (mark, indent) => {
    const lines = [
      '',
      '{',
      '  "Version": "2012-10-17",',
      '  "Statement": [{ "Action": "kms:${var.x}" }]',
      '}',
    ];
    const text = lines.map((line) => (line === '' ? '' : indent + line)).join('\n');
    const template = `resource "aws_kms_key" "k" {\n  policy = ${mark}\n${text}\n${indent}EOT\n}\n`;
    expect(at(template, '"2012-10-17"')).toBe('"2012-10-17",');
    expect(at(template, '"Action"', new Map([['var.x', 'Decrypt']]))).toBe('"Action": "kms:${var.x}" }]');
  });

  it('is found in CloudFormation', () => {
    const template = `Resources:
  K:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - Action: kms:Decrypt
            Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }
          - !If [Never, { Action: kms:Encrypt }, !Ref AWS::NoValue]
`;
    expect(at(template, '"kms:Decrypt"')).toBe('kms:Decrypt');
    expect(at(template, '"arn:aws')).toContain('AWS::AccountId');
  });

  it('is where the text begins that has no places of its own', () => {
    const policy = '{"Statement":[{"Action":"kms:Decrypt"}]}';
    const template = `resource "aws_kms_key" "k" {\n  policy = ${JSON.stringify(policy)}\n}\n`;
    expect(at(template, '"Action"')).toBe(JSON.stringify(policy));
    const broken = `resource "aws_kms_key" "k" {\n  policy = "{ broken"\n}\n`;
    expect(at(broken, 'broken')).toBe('"{ broken"');
  });
});
