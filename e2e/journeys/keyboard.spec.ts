import { expect, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

test('from the policy to the reason without a mouse', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await expect(keyway.editor).toBeAttached({ timeout: 15_000 });

  // F6 walks the panes, also out of the editor.
  await page.keyboard.press('F6');
  await expect(page.locator('#pane-write')).toBeFocused();
  await keyway.editor.focus();
  await page.keyboard.press('F6');
  await expect(page.locator('#pane-see')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.locator('#pane-ask')).toBeFocused();

  // A step of the trace pins its lines; Escape lets go.
  const step = keyway.trace.getByRole('treeitem', { name: /PartnerRead/ });
  await step.focus();
  await page.keyboard.press('Enter');
  const chip = page.getByRole('button', { name: /^Let go of/ });
  await expect(chip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chip).toHaveCount(0);

  // t turns the graph into a table.
  await page.locator('#pane-see').focus();
  await page.keyboard.press('t');
  await expect(keyway.see.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true');
});
