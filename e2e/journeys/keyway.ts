import { expect, type Locator, type Page } from '@playwright/test';

/** The app as a user meets it: by the names of things, never by their markup. */
export class Keyway {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits for its first answer. */
  async open(): Promise<void> {
    await this.page.goto('./');
    await expect(this.verdict).toBeVisible();
    await expect(this.upToDate).toBeVisible();
  }

  get ask(): Locator {
    return this.page.getByRole('region', { name: 'Ask' }).first();
  }

  get see(): Locator {
    return this.page.getByRole('region', { name: 'See' }).first();
  }

  get write(): Locator {
    return this.page.getByRole('region', { name: 'Write' }).first();
  }

  /** The verdict's title, whatever it is. */
  get verdict(): Locator {
    return this.ask.getByRole('heading', { name: /^(Allowed|Denied)/ });
  }

  get upToDate(): Locator {
    return this.page.getByText('Up to date', { exact: true });
  }

  get trace(): Locator {
    return this.ask.getByRole('tree', { name: 'Why, step by step' });
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: /^Key policy, JSON/ });
  }

  /** Pastes a text into the page, outside of any field, as Ctrl+V does. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    }, text);
  }

  /** Replaces everything in the key policy's editor by typing over it. */
  async typeKeyPolicy(text: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
  }

  async choose(slot: string, value: string): Promise<void> {
    const field = this.ask.getByRole('combobox', { name: slot, exact: true });
    await field.fill(value);
    await field.press('Enter');
  }
}
