import type { Recipe, RecipeRequest, Template } from '../recipe.ts';

const snsPage = {
  title: 'SNS: Managing Amazon SNS encryption keys',
  url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
};
const sqsPage = {
  title: 'SQS: Key management',
  url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
};

const publish = ['kms:GenerateDataKey*', 'kms:Decrypt'];

/** A service that publishes makes a data key for the message, and checks it. */
function asService(
  principal: string,
  source: string,
  account: string,
): Pick<RecipeRequest, 'principal' | 'context'> {
  return { principal, context: { 'aws:SourceArn': source, 'aws:SourceAccount': account } };
}

/** The service, for these sources of this account only. */
function boundBySource(
  operator: string,
  source: string,
  account: string,
): { readonly [name: string]: Template } {
  return {
    [operator]: { 'aws:SourceArn': source },
    StringEquals: { 'aws:SourceAccount': account },
  };
}

/** Services that publish into encrypted topics and queues call KMS as themselves. */
export const eventRecipes: readonly Recipe[] = [
  {
    id: 'sns-alarms',
    chapter: 'Alarms and events',
    title: 'CloudWatch alarms to an encrypted topic',
    purpose: 'CloudWatch alarms publish to SNS topics that are encrypted with the key.',
    use: 'For every topic with a customer managed key that alarms notify; without it notifications fail silently.',
    avoid: 'Not enough for the topic itself: its policy has to allow `sns:Publish` to CloudWatch as well.',
    pages: [snsPage],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'alarms',
        label: 'Alarms',
        type: 'alarm',
        many: true,
        example: 'arn:<key.partition>:cloudwatch:<key.region>:<key.account>:alarm:*',
      },
    ],
    keyPolicy: [
      {
        Sid: 'CloudWatchAlarms',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: publish,
        Resource: '*',
        Condition: boundBySource('ArnLike', '<alarms>', '<alarms.account>'),
      },
    ],
    requests: [
      {
        name: 'An alarm publishes',
        ...asService('cloudwatch.amazonaws.com', '<alarms.sample>', '<alarms.account>'),
        action: 'kms:GenerateDataKey',
        expect: 'allowed',
      },
      {
        name: 'An alarm of another account publishes',
        ...asService(
          'cloudwatch.amazonaws.com',
          'arn:<key.partition>:cloudwatch:<key.region>:<other.account>:alarm:theirs',
          '<other.account>',
        ),
        action: 'kms:GenerateDataKey',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'sns-events',
    chapter: 'Alarms and events',
    title: 'EventBridge to an encrypted topic',
    purpose: 'EventBridge rules publish to SNS topics that are encrypted with the key.',
    use: 'For rules whose target is an encrypted topic: the topic in the encryption context is what the statement can hold on to.',
    avoid:
      'Not with `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`, which AWS does not support here: delivery fails with them.',
    pages: [snsPage],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'topics',
        label: 'Topics',
        type: 'topic',
        many: true,
        example: 'arn:<key.partition>:sns:<key.region>:<key.account>:alerts',
      },
    ],
    keyPolicy: [
      {
        Sid: 'EventBridgeToTopic',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: publish,
        Resource: '*',
        Condition: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': '<topics>' } },
      },
    ],
    requests: [
      {
        name: 'A rule publishes to the topic',
        principal: 'events.amazonaws.com',
        action: 'kms:GenerateDataKey',
        parameters: { EncryptionContext: { 'aws:sns:topicArn': '<topics>' } },
        expect: 'allowed',
      },
      {
        name: 'A rule publishes to another topic',
        principal: 'events.amazonaws.com',
        action: 'kms:GenerateDataKey',
        parameters: {
          EncryptionContext: {
            'aws:sns:topicArn': 'arn:<key.partition>:sns:<key.region>:<other.account>:theirs',
          },
        },
        expect: 'denied',
      },
    ],
  },
  {
    id: 'sqs-events',
    chapter: 'Alarms and events',
    title: 'EventBridge to an encrypted queue',
    purpose: 'EventBridge rules send to SQS queues that are encrypted with the key.',
    use: 'For rules whose target, or dead-letter queue, is an encrypted queue.',
    avoid:
      'Not enough for the queue itself: its policy has to allow `sqs:SendMessage` to EventBridge as well.',
    pages: [sqsPage],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'rules',
        label: 'Rules',
        type: 'rule',
        many: true,
        example: 'arn:<key.partition>:events:<key.region>:<key.account>:rule/orders',
      },
    ],
    keyPolicy: [
      {
        Sid: 'EventBridgeToQueue',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: publish,
        Resource: '*',
        Condition: boundBySource('ArnLike', '<rules>', '<rules.account>'),
      },
    ],
    requests: [
      {
        name: 'The rule sends a message',
        ...asService('events.amazonaws.com', '<rules.sample>', '<rules.account>'),
        action: 'kms:GenerateDataKey',
        expect: 'allowed',
      },
      {
        name: 'A rule of another account sends a message',
        ...asService(
          'events.amazonaws.com',
          'arn:<key.partition>:events:<key.region>:<other.account>:rule/theirs',
          '<other.account>',
        ),
        action: 'kms:GenerateDataKey',
        expect: 'denied',
      },
    ],
  },
  {
    id: 's3-notifications',
    chapter: 'Alarms and events',
    title: 'S3 events to an encrypted topic or queue',
    purpose: 'S3 sends the event notifications of your buckets to topics and queues encrypted with the key.',
    use: 'For buckets whose notifications go to SNS or SQS with a customer managed key.',
    avoid: 'Not for the objects in the buckets: S3 encrypts those with the caller’s permission.',
    pages: [
      {
        title: 'S3: Granting permissions to publish event notification messages to a destination',
        url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
      },
      sqsPage,
    ],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'buckets',
        label: 'Buckets',
        type: 'bucket',
        many: true,
        example: 'amzn-s3-demo-bucket',
        help: 'Buckets of the key’s account.',
      },
    ],
    keyPolicy: [
      {
        Sid: 'S3Notifications',
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: publish,
        Resource: '*',
        Condition: boundBySource('ArnLike', 'arn:<key.partition>:s3:::<buckets>', '<key.account>'),
      },
    ],
    requests: [
      {
        name: 'S3 sends an event of the bucket',
        ...asService('s3.amazonaws.com', 'arn:<key.partition>:s3:::<buckets>', '<key.account>'),
        action: 'kms:GenerateDataKey',
        expect: 'allowed',
      },
      {
        name: 'S3 sends an event of another bucket',
        ...asService('s3.amazonaws.com', 'arn:<key.partition>:s3:::not-<buckets>', '<key.account>'),
        action: 'kms:GenerateDataKey',
        expect: 'denied',
      },
      {
        name: 'S3 sends an event of a bucket of that name in another account',
        ...asService('s3.amazonaws.com', 'arn:<key.partition>:s3:::<buckets>', '<other.account>'),
        action: 'kms:GenerateDataKey',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'sqs-subscriptions',
    chapter: 'Alarms and events',
    title: 'SNS to an encrypted queue',
    purpose: 'SNS delivers the messages of your topics to queues that are encrypted with the key.',
    use: 'For encrypted queues that are subscribed to a topic.',
    avoid: 'Not for the topic’s own encryption: whoever publishes needs the key of the topic.',
    pages: [sqsPage],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'topics',
        label: 'Topics',
        type: 'topic',
        many: true,
        example: 'arn:<key.partition>:sns:<key.region>:<key.account>:alerts',
      },
    ],
    keyPolicy: [
      {
        Sid: 'SnsToQueue',
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: publish,
        Resource: '*',
        Condition: boundBySource('ArnEquals', '<topics>', '<topics.account>'),
      },
    ],
    requests: [
      {
        name: 'SNS delivers a message of the topic',
        ...asService('sns.amazonaws.com', '<topics>', '<topics.account>'),
        action: 'kms:GenerateDataKey',
        expect: 'allowed',
      },
      {
        name: 'SNS delivers a message of another topic',
        ...asService(
          'sns.amazonaws.com',
          'arn:<key.partition>:sns:<key.region>:<other.account>:theirs',
          '<other.account>',
        ),
        action: 'kms:GenerateDataKey',
        expect: 'denied',
      },
    ],
  },
  {
    id: 'sns-sqs-users',
    chapter: 'Alarms and events',
    title: 'Applications with encrypted topics and queues',
    purpose:
      'Users and roles publish to topics, and send and receive messages of queues, encrypted with the key.',
    use: 'For producers and consumers; SNS and SQS call KMS with their identity.',
    avoid: 'Not for AWS services that publish: they call as themselves and have recipes of their own.',
    pages: [snsPage, sqsPage],
    keys: ['symmetricEncryption'],
    parameters: [
      {
        name: 'users',
        label: 'Producers and consumers',
        type: 'principal',
        many: true,
        account: 'own',
        example: 'arn:<key.partition>:iam::<key.account>:role/App',
      },
    ],
    keyPolicy: [
      {
        Sid: 'MessagesThroughSnsAndSqs',
        Effect: 'Allow',
        Principal: { AWS: '<users>' },
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: '*',
        Condition: {
          StringEquals: {
            'kms:ViaService': ['sns.<key.region>.amazonaws.com', 'sqs.<key.region>.amazonaws.com'],
          },
        },
      },
    ],
    requests: [
      {
        name: 'A producer sends a message',
        principal: '<users>',
        action: 'kms:GenerateDataKey',
        viaService: 'sqs.<key.region>.amazonaws.com',
        expect: 'allowed',
      },
      {
        name: 'A producer publishes to a topic',
        principal: '<users>',
        action: 'kms:GenerateDataKey',
        viaService: 'sns.<key.region>.amazonaws.com',
        expect: 'allowed',
      },
      {
        name: 'A consumer decrypts directly',
        principal: '<users>',
        action: 'kms:Decrypt',
        expect: 'denied',
      },
    ],
  },
];
