import { generatedServicePrefixes } from './servicePrefixes.generated.data.ts';

const prefixes = new Set(generatedServicePrefixes.trim().split('\n'));

/** Whether some AWS service has actions with this prefix (`s3` of `s3:GetObject`); case does not matter (IAM-050). */
export function isServicePrefix(prefix: string): boolean {
  return prefixes.has(prefix.toLowerCase());
}
