import type { PolicyType } from '../policy/policy.ts';

/** What kind of document a text is: a type of policy, or a list of grants. */
export type DocumentKind = PolicyType | 'grants';
