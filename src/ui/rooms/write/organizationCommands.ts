import { accountOf } from '#engine/vocabulary/arn.ts';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { shownKeyIndex } from '#state/keyEdits.ts';
import {
  FULL_ACCESS_NAME,
  knownTargets,
  usualTarget,
  withFullAccess,
  withOrganizationPolicy,
  withOrganizationPolicyChanged,
} from '#state/organizationEdits.ts';
import type { OrganizationTemplate } from './organizationTemplates.ts';

/** Attaches a policy made from a template and opens it: to a target, or where it bears on the caller or the key. */
export function attachTemplate(app: App, template: OrganizationTemplate, target: string | null): void {
  let opened: TextId | null = null;
  app.workspace.getState().edit((scenario) => {
    const isFullAccess = template.name === FULL_ACCESS_NAME;
    if (isFullAccess) {
      const targets = target === null ? knownTargets(scenario) : [target];
      return withFullAccess(scenario, targets.length === 0 ? [placeFor(app, template)] : targets);
    }
    const added = withOrganizationPolicy(scenario, {
      ...template,
      targets: [target ?? placeFor(app, template)],
    });
    opened = added.id;
    return added.scenario;
  });
  if (opened !== null) app.preferences.getState().open('organization', opened);
}

/** SCPs bear on the caller's account, RCPs on the key's. */
function placeFor(app: App, { type }: OrganizationTemplate): string {
  const { scenario, request, shownKey } = app.workspace.getState();
  const ofKey = accountOf(scenario.keys[shownKeyIndex(scenario, shownKey)]?.arn ?? '') ?? '';
  const account = type === 'SERVICE_CONTROL_POLICY' ? (accountOf(request.principal) ?? ofKey) : ofKey;
  return usualTarget(scenario, account);
}

/** Attaches a policy to one target more, or takes it off. */
export function setAttached(app: App, id: TextId, target: string, isAttached: boolean): void {
  app.workspace.getState().edit((scenario) => {
    const policy = scenario.organizationPolicies.find((each) => each.document.id === id);
    const others = policy?.targets.filter((each) => each !== target) ?? [];
    const targets = isAttached ? [...others, target] : others;
    return withOrganizationPolicyChanged(scenario, id, { targets });
  });
}

export function attachFullAccess(app: App, target: string): void {
  app.workspace.getState().edit((scenario) => withFullAccess(scenario, [target]));
}
