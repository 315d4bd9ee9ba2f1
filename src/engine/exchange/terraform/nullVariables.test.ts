import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { readTerraform } from './readTerraform.ts';

const VARIABLE = 'variable "x" { default = null }\n';

describe('a variable that is null by default', () => {
  it.each<[string, string, unknown]>([
    ['is passed over by coalesce', 'coalesce(var.x, "own")', 'own'],
    ['is nothing where it is compared', 'var.x == null ? "none" : var.x', 'none'],
    ['is nothing where it must not be', 'var.x != null && true ? [var.x] : []', []],
    ['is filled in where it is all there is', 'coalesce(null, var.x)', 'given'],
    ['is filled in where it is used', '"a ${var.x}"', 'a given'],
  ])('%s', (_, source, expected) => {
    const text = `${VARIABLE}resource "aws_kms_key" "k" { policy = jsonencode({ Statement = ${source} }) }`;
    const [piece] = readTerraform(text).pieces;
    const settled = piece && settle(piece, new Map([['var.x', 'given']]));
    const policy = settled?.kind === 'key' ? settled.policy?.text : undefined;
    expect(JSON.parse(policy ?? '')).toEqual({ Statement: expected });
  });

  it('leaves facts of the key out, and the policy open', () => {
    const text = `${VARIABLE}resource "aws_kms_key" "k" {
  description = var.x
  policy = var.x
}`;
    const [piece] = readTerraform(text).pieces;
    expect(piece?.content).toMatchObject({ metadata: [], policy: { kind: 'placeholder', name: 'var.x' } });
  });
});
