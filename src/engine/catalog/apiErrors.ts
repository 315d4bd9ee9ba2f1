import type { ApiErrorInfo } from './apiErrors.data.ts';
import { apiErrors } from './apiErrors.data.ts';

const byName = new Map(apiErrors.map((error) => [error.name, error]));

/** What an error of the KMS API means (KMS-250). Error names are spelled exactly; undefined for one that is not listed. */
export function findApiError(name: string): ApiErrorInfo | undefined {
  return byName.get(name);
}
