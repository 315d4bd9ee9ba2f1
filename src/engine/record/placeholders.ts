/** Values that only AWS knows. They say of themselves that they are made up. */
export const placeholder = {
  accessKeyId: 'EXAMPLE-ACCESS-KEY-ID',
  userId: 'EXAMPLE-USER-ID',
  roleId: 'EXAMPLE-ROLE-ID',
  requestId: 'EXAMPLE-REQUEST-ID',
  eventId: 'EXAMPLE-EVENT-ID',
  ownersEventId: 'EXAMPLE-EVENT-ID-2',
  sharedEventId: 'EXAMPLE-SHARED-EVENT-ID',
  time: 'EXAMPLE-TIME',
  userAgent: 'EXAMPLE-USER-AGENT',
  /** Of the block that is kept for documentation. */
  sourceIp: '192.0.2.0',
  grantId: 'EXAMPLE-GRANT-ID',
  keyId: 'EXAMPLE-KEY-ID',
  keyMaterialId: 'EXAMPLE-KEY-MATERIAL-ID',
  keyStoreId: 'EXAMPLE-KEY-STORE-ID',
  keyStoreName: 'EXAMPLE-KEY-STORE',
  clusterId: 'EXAMPLE-CLUSTER-ID',
  backingKey: 'EXAMPLE-BACKING-KEY',
  moduleId: 'EXAMPLE-MODULE-ID',
  imageDigest: 'EXAMPLE-IMAGE-DIGEST',
} as const;

const made: ReadonlySet<string> = new Set(Object.values(placeholder));

/** Whether a text is made up or has a made-up part. */
export function isMadeUp(text: string): boolean {
  return made.has(text) || text.includes('EXAMPLE-') || text.includes('SESSION-NAME');
}
