import { quoted } from '#engine/source/quote.ts';
import { type Arn, isAccountId, splitArn } from '#engine/vocabulary/arn.ts';
import { isRegion } from '#engine/vocabulary/region.ts';
import { placeholder } from '#engine/lint/placeholder.ts';
import { GUARDRAIL_TYPES, IAM_TYPES, type Rule } from '#engine/lint/rule.ts';
import type { LintedStatement } from '#engine/lint/statement.ts';

/** Keys that are named in a way that no request fits: by id, by alias, without a Region or an account (KMS-022). */
export const iamResources: Rule = {
  name: 'iam-resources',
  codes: {
    INVALID_ARN_PREFIX: 'error',
    INVALID_PARTITION: 'error',
    INVALID_ARN_SERVICE_CASE: 'error',
    INVALID_ARN_REGION: 'error',
    INVALID_ARN_ACCOUNT: 'error',
    MISSING_ARN_FIELD: 'error',
    MISSING_ARN_REGION: 'error',
    MISSING_ARN_ACCOUNT: 'error',
    INVALID_ARN_RESOURCE: 'error',
    ALIAS_AS_RESOURCE: 'warning',
    ARN_REGION_NOT_ALLOWED: 'error',
    ARN_ACCOUNT_NOT_ALLOWED: 'error',
  },
  types: [...IAM_TYPES, ...GUARDRAIL_TYPES, 'endpoint', 'resource'],
  statement(statement, report) {
    const element = statement.plan.resource?.element;
    const isAboutKms = statement.actions.length > 0;
    for (const { value, span } of element?.patterns ?? []) {
      const found = ofGlobalService(value) ?? (isAboutKms ? wrong(value, statement) : undefined);
      if (found !== undefined)
        report(found.code, span, `${quoted(value)} ${found.because}.`, { help: found.help });
    }
  },
};

interface Wrong {
  readonly code: string;
  readonly because: string;
  readonly help: string;
}

/** Buckets and objects, and what IAM has, are named without a Region, and buckets without an account as well. */
function ofGlobalService(value: string): Wrong | undefined {
  const arn = splitArn(value);
  if (arn?.service === 'iam' && isWritten(arn.region))
    return {
      code: 'ARN_REGION_NOT_ALLOWED',
      because: 'has a Region, and IAM has none',
      help: 'Leave the Region empty.',
    };
  // Access points, jobs and what else S3 has besides buckets belong to a Region and an account.
  if (arn?.service !== 's3' || OF_ACCOUNTS.test(arn.resource) || arn.resource.startsWith('*'))
    return undefined;
  const help = 'Name a bucket by `arn:aws:s3:::bucket`, and objects by `arn:aws:s3:::bucket/key`.';
  if (isWritten(arn.region))
    return { code: 'ARN_REGION_NOT_ALLOWED', because: 'has a Region, and buckets have none', help };
  if (isWritten(arn.account))
    return { code: 'ARN_ACCOUNT_NOT_ALLOWED', because: 'has an account, and buckets have none', help };
  return undefined;
}

const OF_ACCOUNTS =
  /^(?:accesspoint|access-grants|job|storage-lens|storage-lens-group|async-request|outpost)\b/;

function isWritten(field: string): boolean {
  return field !== '' && !/^[*?]+$/.test(field) && placeholder(field) === undefined && !field.includes('${');
}

const FORM = 'A key is named by its ARN, `arn:aws:kms:us-east-1:111122223333:key/…`.';

function wrong(value: string, statement: LintedStatement): Wrong | undefined {
  if (value === '*' || /^\*|\$\{/.test(value)) return undefined;
  const arn = splitArn(value);
  if (arn === undefined) return unfinished(value);
  if (arn.service !== 'kms') return serviceCase(arn.service);
  if (arn.region === '')
    return { code: 'MISSING_ARN_REGION', because: 'has no Region, and KMS keys have one', help: FORM };
  if (arn.account === '')
    return { code: 'MISSING_ARN_ACCOUNT', because: 'has no account, and KMS keys have one', help: FORM };
  const field = fieldOf(arn);
  if (field !== undefined) return { ...field, help: FORM };
  if (arn.resource.startsWith('alias/')) return alias(statement);
  if (/^(?:key|\*|\?)/.test(arn.resource) || arn.resource === '') return undefined;
  return { code: 'INVALID_ARN_RESOURCE', because: 'is neither a key nor an alias', help: FORM };
}

/** What is missing at the end of an ARN stands for anything (IAM-062), so that what ends in a wildcard may well be meant. */
function unfinished(value: string): Wrong | undefined {
  if (!value.startsWith('arn:'))
    return { code: 'INVALID_ARN_PREFIX', because: 'is no ARN, and no request fits it', help: FORM };
  if (!/^arn:[^:]*:kms(?::|$)/.test(value) || value.endsWith('*')) return undefined;
  return { code: 'MISSING_ARN_FIELD', because: 'ends before it names a key', help: FORM };
}

function serviceCase(service: string): Wrong | undefined {
  if (service.toLowerCase() !== 'kms') return undefined;
  return { code: 'INVALID_ARN_SERVICE_CASE', because: 'has its service in capital letters', help: FORM };
}

function fieldOf({ partition, region, account }: Arn): Omit<Wrong, 'help'> | undefined {
  if (isOther(partition, (text) => /^aws(?:-[a-z]+)*$/.test(text)))
    return { code: 'INVALID_PARTITION', because: `is of no partition of AWS: ${quoted(partition)}` };
  if (isOther(region, isRegion))
    return { code: 'INVALID_ARN_REGION', because: `has ${quoted(region)} where its Region stands` };
  if (isOther(account, isAccountId))
    return { code: 'INVALID_ARN_ACCOUNT', because: `has ${quoted(account)} where its account stands` };
  return undefined;
}

/** Whether a field that is written out is something else than it has to be. */
function isOther(field: string, fits: (text: string) => boolean): boolean {
  return !/[*?]|\$\{/.test(field) && placeholder(field) === undefined && !fits(field);
}

/** Only the alias operations ask about the alias; everything else is asked of the key that it stands for. */
function alias({ actions, plan }: LintedStatement): Wrong | undefined {
  if (actions.some(({ authorizedOn }) => authorizedOn === 'alias+key')) return undefined;
  const others = plan.resource?.element.patterns.some(({ value }) => !value.includes(':alias/'));
  if (others === true && plan.effect === 'Allow') return undefined;
  return {
    code: 'ALIAS_AS_RESOURCE',
    because: 'is an alias, and these actions are asked of the key that it stands for',
    help: 'Name the key by its ARN, or use a condition on `kms:RequestAlias` or `kms:ResourceAliases`.',
  };
}
