import type { World } from '../world/world.ts';
import type { Edit } from './edit.ts';

/** What an edit changes, named as statements are: `key`, `identity:Own`, `boundary`, `scp:Guard`, `grants`, `request`. */
export function documentName(edit: Edit, world: World): string {
  switch (edit.kind) {
    case 'request':
      return 'request';
    case 'grants':
      return 'grants';
    case 'identityPolicy':
      return `identity:${edit.name}`;
    case 'serviceControlPolicy':
      return `scp:${edit.name}`;
    case 'text': {
      const document = world.documents.find(({ id }) => id === edit.document);
      return (
        document?.policy?.policy.name ??
        (document?.kind === 'grants' ? 'grants' : (edit.document.split('/')[0] ?? ''))
      );
    }
    default:
      return edit satisfies never;
  }
}
