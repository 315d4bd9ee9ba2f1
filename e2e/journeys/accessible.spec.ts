import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

const widths = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

for (const viewport of widths) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${viewport.width} wide, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('axe finds nothing in any pane', async ({ page }) => {
        const keyway = new Keyway(page);
        await page.goto('./');
        await expect(page.getByRole('heading', { name: 'Keyway' })).toBeVisible();
        if (viewport.width >= 1200) await expect(keyway.editor).toBeAttached({ timeout: 15_000 });
        for (const pane of ['Ask', viewport.width >= 720 ? 'See' : 'Access', 'Policy']) {
          await show(page, pane);
          await page.waitForTimeout(400);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual(
            [],
          );
        }
      });

      test('axe finds nothing in Prove', async ({ page }) => {
        for (const question of ['who-can', 'compare', 'separation', 'smallest']) {
          await page.goto(`./#/prove/${question}`);
          const room = page.getByRole('region', { name: 'Prove' }).first();
          await expect(room.getByText('Somebody can give themselves')).toBeVisible({ timeout: 30_000 });
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual(
            [],
          );
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overflow).toBeLessThanOrEqual(0);
        }
      });

      test('nothing scrolls sideways', async ({ page }) => {
        await page.goto('./');
        await page.waitForTimeout(500);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    });
  }
}

/** Brings a pane into view where not all of them fit. */
async function show(page: Page, pane: string): Promise<void> {
  // With an answer, the verdict stands before the name.
  const name = new RegExp(`\\b${pane}\\b`);
  const tab = page.getByRole('tab', { name }).first();
  const button = page
    .getByRole('contentinfo')
    .or(page.getByRole('navigation'))
    .getByRole('button', { name })
    .first();
  if (await tab.isVisible()) await tab.click();
  else if (await button.isVisible()) await button.click();
}
