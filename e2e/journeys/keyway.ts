import { expect, type Locator, type Page } from '@playwright/test';

/** A whole key policy that allows nobody the tests ask about. */
export const ALLOWS_NOBODY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Nobody',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/Nobody' },
      Action: 'kms:CancelKeyDeletion',
      Resource: '*',
    },
  ],
});

/** The app as a user meets it: by the names of things, never by their markup. */
export class Keyway {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits for its first answer. */
  async open(): Promise<void> {
    await this.page.goto('./');
    // A browser that is busy may take its time to start the engine.
    await expect(this.verdict).toBeVisible({ timeout: 30_000 });
    await expect(this.upToDate).toBeVisible({ timeout: 30_000 });
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

  /** The editor's text field. It has no size of its own: ask whether it is attached, not whether it is visible. */
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

  /** Replaces everything in the key policy's editor from the clipboard: select all, paste. */
  async replaceKeyPolicy(text: string): Promise<void> {
    await this.replaceText(this.editor, text);
  }

  /** The same in another editor. */
  async replaceText(editor: Locator, text: string): Promise<void> {
    await expect(editor).toBeAttached({ timeout: 15_000 });
    await editor.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Sets the first pair of the request's encryption context, in the request's details. */
  async setEncryptionContext(key: string, value: string): Promise<void> {
    const edit = this.ask.getByRole('button', { name: 'Edit the details of the request' });
    if (await edit.isVisible()) await edit.click();
    const group = this.ask.getByRole('group', { name: 'Encryption context' });
    const keyField = group.getByRole('combobox', { name: 'Key 1' });
    if (!(await keyField.isVisible())) await group.getByRole('button', { name: 'Add pair' }).click();
    await keyField.fill(key);
    await keyField.press('Tab');
    await group.getByRole('textbox', { name: 'Value 1' }).fill(value);
  }
}
