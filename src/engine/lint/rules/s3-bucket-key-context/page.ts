import { awsPage, type RulePage } from '#engine/lint/page.ts';

export const page: RulePage = {
  title: 'A Bucket Key changes the encryption context',
  avoid: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": { "StringLike": {"kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::bucket/*"} }
  }
]`,
  prefer: `[
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*"
  },
  {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
    "Action": "kms:Decrypt",
    "Resource": "*",
    "Condition": {
      "StringLike": {
        "kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*"]
      }
    }
  }
]`,
  why: 'S3 puts the ARN of the object into the encryption context. With a Bucket Key it puts in the ARN of the bucket, so conditions on object ARNs fail from then on. Objects that were written before keep theirs: take in both.',
  aws: awsPage('s3', 'bucket-key', 'Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys'),
};
