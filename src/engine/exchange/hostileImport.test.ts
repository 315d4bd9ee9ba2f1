import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksForeign } from './looksForeign.ts';
import { readImport } from './readImport.ts';

describe('anything else', () => {
  it('is unknown, with a sentence', () => {
    for (const text of ['', 'hello', '{}', '[]', 'a: b', '{"a":'])
      expect(readImport(text)).toMatchObject({ format: 'unknown', because: expect.stringMatching(/\.$/) });
  });

  it('that is long and hostile ends with a message at its place', () => {
    const many = 20_000;
    const tf = 'resource "aws_kms_key" "k" {\n';
    const cases = [
      `${'\n'.repeat(many)}x`,
      `${' '.repeat(many)}x`,
      `${tf}policy = <<EOT\n${'x\n'.repeat(many)}`,
      `${tf}${'a = <<EOT\n'.repeat(many / 10)}`,
      `${tf}a = 1${'+1'.repeat(many)}\n}`,
      `new kms.CfnKey(this, "K", {})${'aliasName: "'.repeat(many / 10)}`,
      'new kms.CfnKey('.repeat(many / 10),
      'PolicyDocument.fromJson( '.repeat(many / 10),
      `aws kms put-key-policy --policy "${'$A'.repeat(many)}`,
      `{"eventVersion":${'['.repeat(many)}`,
      `{"RoleDetailList":[${'{"a":"'.repeat(many)}`,
    ];
    for (const text of cases) {
      const reading = readImport(text);
      if (reading.format === 'unknown') expect(reading.because).toMatch(/\.$/);
      else
        for (const { line, column, message } of reading.problems)
          expect([line > 0, column > 0, message.endsWith('.')]).toEqual([true, true, true]);
    }
  });

  it('is quoted on one line, however it is written', () => {
    const reading = readImport(
      '<<EOT"aws kms put-key-policy --policy Resources:\n  K:\n    Type: AWS::KMS::Key\n',
    );
    expect(reading.format !== 'unknown' && reading.problems.map((problem) => problem.message)).toEqual([
      'This text is not closed: its `"` is missing.',
      expect.stringMatching(/^This text is not closed: no line says `EOTaws kms [^\n]+`\.$/),
    ]);
  });

  it('is never too strange', () => {
    const words = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '`',
      '${',
      '%{',
      '<<EOT',
      '\n',
      ' ',
      '=',
      ':',
      ',',
      '- ',
      '&a',
      '*a',
      '!Ref',
      '\\',
      '#',
      '/*',
      'x',
      '1',
      'resource "aws_kms_key" "k" {\n',
      'policy = jsonencode(',
      'new kms.CfnKey(this, "K", {',
      'keyPolicy: ',
      'Resources:\n  K:\n    Type: AWS::KMS::Key\n',
      'aws kms put-key-policy --policy ',
      '"eventVersion"',
      '"RoleDetailList": [',
      'User: x is not authorized to perform: kms:Decrypt',
      '"planned_values"',
      '"__proto__"',
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 40 }).map((each) => each.join('')),
        (text) => {
          looksForeign(text);
          const reading = readImport(text);
          if (reading.format === 'unknown') expect(reading.because).toMatch(/\.$/);
          else
            for (const problem of reading.problems) {
              expect(problem.line).toBeGreaterThan(0);
              expect(problem.message).toMatch(/^[^\n]+\.$/);
            }
        },
      ),
      { numRuns: 500 },
    );
  });
});
