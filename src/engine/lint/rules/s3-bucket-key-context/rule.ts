import { quoted } from '#engine/source/quote.ts';
import type { Rule } from '#engine/lint/rule.ts';
import type { LintedClause } from '#engine/lint/statement.ts';

/** A condition on the ARN of S3 objects, for a bucket whose Bucket Key makes S3 send the ARN of the bucket (KMS-204). */
export const s3BucketKeyContext: Rule = {
  name: 's3-bucket-key-context',
  codes: { BUCKET_KEY_ENCRYPTION_CONTEXT: 'warning' },
  types: ['key', 'identity'],
  world({ world, documents }, report) {
    const buckets = world.scenario.resources
      .filter(({ encryption }) => encryption?.bucketKey === true)
      .map(({ arn }) => bucketOf(arn));
    if (buckets.length === 0) return;
    const looked = documents.filter(({ policy: { type } }) => type === 'key' || type === 'identity');
    for (const statement of looked.flatMap(({ statements }) => statements)) {
      for (const one of statement.clauses) {
        const bucket = one.key === CONTEXT ? missing(one, buckets) : undefined;
        if (bucket === undefined) continue;
        const message = `The bucket ${quoted(bucket)} has a Bucket Key, so S3 sends its ARN and not those of objects.`;
        const edits = statement.document.edits.addConditionValue(statement.plan, one.clause.span, bucket);
        report('BUCKET_KEY_ENCRYPTION_CONTEXT', one.clause.span, message, {
          help: 'Name the bucket as well.',
          fixes: [{ title: `Also take in \`${bucket}\``, edits }],
        });
      }
    }
  },
};

/** The bucket whose objects a condition takes in, and which it leaves out itself. */
function missing({ operator, clause }: LintedClause, buckets: readonly string[]): string | undefined {
  if (operator.base.negated || operator.base.family === 'Null') return undefined;
  const values = clause.values.map(({ value }) => value);
  const bucket = buckets.find((arn) => values.some((value) => value.startsWith(`${arn}/`)));
  return bucket === undefined || values.some((value) => takesIn(value, bucket)) ? undefined : bucket;
}

const CONTEXT = 'kms:encryptioncontext:aws:s3:arn';

function bucketOf(arn: string): string {
  const slash = arn.indexOf('/');
  return slash < 0 ? arn : arn.slice(0, slash);
}

/** Whether a value or pattern is the bucket, or a prefix that it begins with. */
function takesIn(value: string, bucket: string): boolean {
  return value === bucket || (value.endsWith('*') && bucket.startsWith(value.slice(0, -1)));
}
