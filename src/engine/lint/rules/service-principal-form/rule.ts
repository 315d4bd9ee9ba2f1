import { readViaService } from '#engine/catalog/services.ts';
import { quoted } from '#engine/source/quote.ts';
import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Names of services, as principals and in `kms:ViaService`, that no service has (KMS-186, KMS-202). */
export const servicePrincipalForm: Rule = {
  name: 'service-principal-form',
  codes: { INVALID_SERVICE_PRINCIPAL_FORMAT: 'error' },
  types: ANY_TYPE,
  covers: ['STATEMENT_DOES_NOTHING', 'PART_DOES_NOTHING'],
  statement({ statement, clauses }, report) {
    for (const { kind, value, span } of statement.principal?.entries ?? []) {
      if (kind !== 'Service' || isOpen(value) || isServiceName(value)) continue;
      const help = 'Service principals are written in lower case, such as `sns.amazonaws.com`.';
      const message = `${quoted(value)} is not the name of a service principal.`;
      report('INVALID_SERVICE_PRINCIPAL_FORMAT', span, message, { help });
    }
    const via = clauses.filter(
      ({ key, operator }) => key === 'kms:viaservice' && operator.base.family === 'String',
    );
    for (const { value, span } of via.flatMap(({ clause }) => clause.values)) {
      if (isOpen(value) || isViaService(value)) continue;
      const message = `${quoted(value)} is no value of \`kms:ViaService\`.`;
      const help = 'It has the form `s3.us-east-1.amazonaws.com`, in lower case and with the Region.';
      report('INVALID_SERVICE_PRINCIPAL_FORMAT', span, message, { help });
    }
  },
};

/** Patterns and variables are for other rules. */
function isOpen(value: string): boolean {
  return /[*?]|\$\{/.test(value);
}

function isServiceName(value: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(value);
}

/** A service that the catalog does not have yet may support the key. */
function isViaService(value: string): boolean {
  return readViaService(value) !== undefined || /^[a-z0-9-]+\.[a-z0-9-]+\.amazonaws\.com$/.test(value);
}
