import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
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
        if (viewport.width >= 1200) await expect(keyway.editor).toBeVisible();
        for (const pane of viewport.width >= 720 ? ['Ask', 'See'] : ['Ask', 'Access', 'Policy']) {
          const tab = page.getByRole('tab', { name: pane, exact: false }).first();
          const button = page.getByRole('button', { name: pane, exact: true }).first();
          if (viewport.width < 1200) await ((await tab.isVisible()) ? tab : button).click();
          await page.waitForTimeout(400);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual(
            [],
          );
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
