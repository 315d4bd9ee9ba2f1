import { splitArn } from '../vocabulary/arn.ts';
import type { TextId } from '../source/span.ts';

/** The ids of a scenario's texts. The id of a key's policy is also its name in statement references. */
export const textIds = {
  keyPolicy: (arn: string, index: number): TextId => (index === 0 ? 'key' : `key:${keyIdOf(arn)}`),
  grants: (arn: string, index: number): TextId => (index === 0 ? 'grants' : `grants:${keyIdOf(arn)}`),
  identityPolicy: (arn: string, name: string): TextId => `identity/${arn}/${name}`,
  boundary: (arn: string): TextId => `boundary/${arn}`,
  organizationPolicy: (type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY', name: string): TextId =>
    `${type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp'}/${name}`,
  endpoint: (id: string): TextId => `endpoint/${id}`,
  resource: (arn: string): TextId => `resource/${arn}`,
  sessionPolicy: (request: number, index: number): TextId => `session/${String(request)}/${String(index)}`,
};

/** Makes ids unique within one scenario: the second text of an id gets `~2` after it. */
export function uniqueIds(): (id: TextId) => TextId {
  const used = new Map<TextId, number>();
  return (id) => {
    const before = used.get(id) ?? 0;
    used.set(id, before + 1);
    return before === 0 ? id : `${id}~${String(before + 1)}`;
  };
}

/** `1234abcd-…` of a key ARN; whatever was given where it is none. */
function keyIdOf(arn: string): string {
  const resource = splitArn(arn)?.resource ?? arn;
  return resource.startsWith('key/') ? resource.slice('key/'.length) : resource;
}
