import { parseRange } from '#engine/conditions/address.ts';
import { isInRange, parseAddress } from '#engine/conditions/address.ts';
import { quoted } from '#engine/source/quote.ts';
import { ANY_TYPE, type Report, type Rule } from '#engine/lint/rule.ts';
import type { LintedClause } from '#engine/lint/statement.ts';

/** Addresses that `aws:SourceIp` never is, and ranges with bits that do not count (IAM-087). */
export const ipRanges: Rule = {
  name: 'ip-ranges',
  codes: {
    PRIVATE_IP_ADDRESS: 'error',
    PRIVATE_NOT_IP_ADDRESS: 'error',
    PRIVATE_IP_ADDRESS_SUBSET: 'suggestion',
    PRIVATE_NOT_IP_ADDRESS_SUBSET: 'suggestion',
    IMPROVE_IP_RANGE: 'suggestion',
  },
  types: ANY_TYPE,
  covers: ['STATEMENT_DOES_NOTHING'],
  statement({ clauses }, report) {
    for (const one of clauses) {
      if (one.operator.base.family !== 'IpAddress') continue;
      if (one.key === 'aws:sourceip') privateOnes(one, report);
      for (const { value, span } of one.clause.values) {
        if (!hasLooseBits(value)) continue;
        const message = `In ${quoted(value)} the bits behind the prefix do not count.`;
        report('IMPROVE_IP_RANGE', span, message, { help: 'Write the first address of the range.' });
      }
    }
  },
};

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '169.254.0.0/16'].flatMap(
  (text) => parseRange(text) ?? [],
);

function privateOnes({ clause, operator }: LintedClause, report: Report): void {
  const inside = clause.values.filter(({ value }) => isPrivate(value));
  const [first] = inside;
  if (first === undefined) return;
  const code = operator.base.negated ? 'PRIVATE_NOT_IP_ADDRESS' : 'PRIVATE_IP_ADDRESS';
  const help = 'Use `aws:SourceVpc` or `aws:SourceVpce` for calls from within a VPC.';
  if (inside.length === clause.values.length) {
    const so = operator.base.negated ? 'the condition always holds' : 'the condition never holds';
    const message = `${quoted(first.value)} is private, and \`aws:SourceIp\` is a public address: ${so}.`;
    report(code, first.span, message, { help });
  } else {
    const message = `${quoted(first.value)} is private, and \`aws:SourceIp\` never is.`;
    report(`${code}_SUBSET`, first.span, message, { help });
  }
}

function isPrivate(value: string): boolean {
  const address = parseAddress(value.split('/')[0] ?? '');
  const bits = Number(value.split('/')[1] ?? 32);
  return address !== undefined && bits >= 8 && PRIVATE.some((range) => isInRange(address, range));
}

/** Whether an IPv4 range begins with another address than its first. */
function hasLooseBits(value: string): boolean {
  const [text = '', prefix] = value.split('/');
  const address = parseAddress(text);
  const bits = Number(prefix);
  if (typeof address !== 'number' || prefix === undefined || !(bits >= 1 && bits < 32)) return false;
  return address % 2 ** (32 - bits) !== 0;
}
