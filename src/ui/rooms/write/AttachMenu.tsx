import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { FULL_ACCESS_NAME } from '#state/organizationEdits.ts';
import { Button } from '#kit/Button.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { Menu } from '#kit/Menu.tsx';
import type { MenuAction } from '#kit/Menu.tsx';
import { shortType } from './organization.view.ts';
import { attachTemplate, setAttached } from './organizationCommands.ts';
import { organizationTemplates } from './organizationTemplates.ts';

export interface AttachMenuProps {
  readonly app: App;
  /** Where to attach; null where the policy itself says best. */
  readonly target: string | null;
}

/** Attaches a policy: one that is there already, or a new one from a template. */
export function AttachMenu({ app, target }: AttachMenuProps) {
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const { organizationPolicies } = scenario;
  const present: readonly MenuAction[] =
    target === null
      ? []
      : organizationPolicies
          .filter(({ targets }) => !targets.includes(target))
          .map(({ name, type, document }) => ({
            id: document.id,
            text: name,
            secondary: `${shortType[type]} of this scenario`,
            onAction: () => setAttached(app, document.id, target, true),
          }));
  const hasFullAccess = organizationPolicies.some(({ name }) => name === FULL_ACCESS_NAME);
  const fresh = organizationTemplates(scenario)
    .filter(({ name }) => name !== FULL_ACCESS_NAME || !hasFullAccess)
    .map((template, index): MenuAction => ({
      id: `new ${template.name}`,
      text: template.name,
      secondary: `${shortType[template.type]}: ${template.meaning}`,
      startsGroup: index === 0 && present.length > 0,
      onAction: () => attachTemplate(app, template, target),
    }));
  const label = target === null ? 'Add an SCP or RCP' : `Attach a policy to ${target}`;
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={
        target === null ? (
          <Button icon="add" size="dense">
            {label}
          </Button>
        ) : (
          <IconButton icon="add" size="dense" label={label} />
        )
      }
      actions={[...present, ...fresh]}
    />
  );
}
