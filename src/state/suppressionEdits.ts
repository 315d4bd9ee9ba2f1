import type { Scenario, Suppression } from '#engine/scenario/scenario.ts';

/** The scenario with one more finding that is meant to stay; a new reason for the same one replaces the old. */
export function withSuppression(scenario: Scenario, suppression: Suppression): Scenario {
  const others = without(scenario, suppression);
  return { ...scenario, suppressions: [...others, suppression] };
}

/** The scenario in which a finding is shown again. */
export function withoutSuppression(scenario: Scenario, gone: Pick<Suppression, 'code' | 'about'>): Scenario {
  const { suppressions: _, ...rest } = scenario;
  const left = without(scenario, gone);
  return left.length === 0 ? rest : { ...rest, suppressions: left };
}

function without(
  { suppressions = [] }: Scenario,
  { code, about }: Pick<Suppression, 'code' | 'about'>,
): readonly Suppression[] {
  return suppressions.filter((one) => one.code !== code || one.about !== about);
}
