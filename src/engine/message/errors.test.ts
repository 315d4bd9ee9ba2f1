import { describe, expect, test } from 'vitest';
import { answerOf, type Asked, hidden, KEY, OTHER, OWNER, told } from './testing/told.ts';

const own: Asked = { account: OWNER };
const unknownKey = KEY.replace('1234abcd', '9999ffff');

describe('errors that are not about policies', () => {
  test.each<readonly [string, Asked, string]>([
    ['DisabledException', { ...own, metadata: { KeyState: 'Disabled' } }, `${KEY} is disabled.`],
    [
      'KMSInvalidStateException',
      { ...own, metadata: { KeyState: 'PendingDeletion' } },
      `${KEY} is pending deletion.`,
    ],
    [
      'InvalidKeyUsageException',
      { ...own, metadata: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' } },
      `${KEY} key usage is SIGN_VERIFY which is not valid for Decrypt.`,
    ],
    [
      'IncorrectKeyException',
      { ...own, request: { ciphertext: { key: unknownKey } } },
      'The key ID in the request does not identify a CMK that can perform this operation.',
    ],
    [
      'NotFoundException',
      { ...own, request: { resource: unknownKey } },
      `Key '${unknownKey}' does not exist`,
    ],
    [
      'NotFoundException',
      { ...own, request: { resource: '9999ffff-12ab-34cd-56ef-1234567890ab' } },
      `Key '${unknownKey}' does not exist`,
    ],
    [
      'NotFoundException',
      { ...own, request: { resource: 'alias/none' } },
      `Alias arn:aws:kms:us-west-2:${OWNER}:alias/none is not found.`,
    ],
    [
      'DryRunOperationException',
      { ...own, request: { parameters: { DryRun: true } } },
      'The request would have succeeded, but the DryRun option is set.',
    ],
    [
      'MalformedPolicyDocumentException',
      {
        ...own,
        request: {
          action: 'kms:PutKeyPolicy',
          parameters: {
            Policy: JSON.stringify({
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: { Service: 'logs.amazonaws.com' },
                  Action: 'kms:Encrypt',
                  Resource: '*',
                },
              ],
            }),
          },
        },
      },
      'The new key policy will not allow you to update the key policy in the future.',
    ],
  ])('%s', (code, asked, text) => {
    expect(answerOf(asked).awsMessage?.code).toBe(code);
    expect(told(asked)).toBe(text);
  });

  test('an error without a published text says so', () => {
    const asked: Asked = { ...own, request: { parameters: { EncryptionAlgorithm: 'ROT13' } } };
    expect(told(asked)).toBeUndefined();
    expect(hidden(asked)).toEqual([
      'The text itself: no page or report that is known here quotes what KMS says in this case.',
    ]);
  });

  test('a wrong encryption context is answered without a word', () => {
    const asked: Asked = {
      ...own,
      request: {
        parameters: { EncryptionContext: { a: '1' } },
        ciphertext: { encryptionContext: { a: '2' } },
      },
    };
    expect(answerOf(asked).awsMessage?.code).toBe('InvalidCiphertextException');
    expect(hidden(asked)).toEqual(['Everything: KMS sends this error without a text.']);
  });

  test('a key of another account that is not there may look like a refusal', () => {
    const foreign = unknownKey.replace(OWNER, OTHER);
    const asked: Asked = { ...own, request: { resource: foreign } };
    expect(told(asked)).toBe(`Key '${foreign}' does not exist`);
    expect(hidden(asked)).toEqual([
      'Whether the key exists: of a key of another account KMS may say AccessDeniedException instead.',
    ]);
    expect(answerOf(asked).awsMessage?.alternatives[0]).toContain(
      'because the resource does not exist in this Region',
    );
  });
});
