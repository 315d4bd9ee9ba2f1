import { afterEach, describe, expect, it } from 'vitest';
import { place, startTestApp, stopTestApps } from './testApp.ts';

afterEach(stopTestApps);

const TERRAFORM = `
variable "account_id" {}
resource "aws_kms_key" "orders" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Root", Effect = "Allow", Principal = { AWS = "arn:aws:iam::\${var.account_id}:root" }, Action = "kms:*", Resource = "*" },
    ]
  })
}
resource "aws_kms_key" "second" {
  policy = jsonencode({ Statement = [] })
}
`;
const TEMPLATE = JSON.stringify({
  Resources: {
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: {
        KeyPolicy: {
          Statement: [{ Sid: 'Only', Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }],
        },
      },
    },
  },
});

describe('a pasted template', () => {
  it('that leaves something open is shown before anything changes', async () => {
    const app = await startTestApp();
    const before = app.workspace.getState().scenario;
    await place(app, TERRAFORM);
    const { isOpen, read, answers } = app.importing.getState();
    expect(isOpen).toBe(true);
    expect(read?.pieces.map(({ title }) => title)).toEqual(['aws_kms_key.orders', 'aws_kms_key.second']);
    expect([...answers]).toEqual([['var.account_id', '111122223333']]);
    expect(app.workspace.getState().scenario).toBe(before);
  });

  it('is placed as filled in, in one change that can be taken back', async () => {
    const app = await startTestApp();
    const before = app.workspace.getState().scenario;
    await place(app, TERRAFORM);
    app.importing.getState().answer('var.account_id', '444455556666');
    expect(
      app.importing
        .getState()
        .plan()
        ?.rows.map(({ outcome }) => outcome),
    ).toEqual(['replaces', 'new']);
    app.importing.getState().apply();
    const { scenario } = app.workspace.getState();
    expect(scenario.keys).toHaveLength(2);
    expect(scenario.keys[0]?.arn).toContain(':444455556666:key/');
    expect(scenario.keys[0]?.policy.text).toContain('arn:aws:iam::444455556666:root');
    expect(app.importing.getState()).toMatchObject({ isOpen: false, read: null });
    expect(app.placement.getState().message).toContain('Imported 2 things');
    app.workspace.getState().undoOpen();
    expect(app.workspace.getState().scenario).toEqual(before);
  });

  it('goes without the parts that were taken out, and where it is told', async () => {
    const app = await startTestApp();
    await place(app, TERRAFORM);
    const { include, become } = app.importing.getState();
    include(['aws_kms_key.second'], false);
    become('aws_kms_key.orders', 'new');
    expect(app.importing.getState().plan()?.rows).toMatchObject([
      { outcome: 'new' },
      { outcome: 'excluded' },
    ]);
    app.importing.getState().apply();
    const { scenario, previous } = app.workspace.getState();
    expect(scenario.keys).toHaveLength(2);
    expect(scenario.keys[0]?.policy.text).toBe(previous?.scenario.keys[0]?.policy.text);
    expect(scenario.keys[1]?.policy.text).toContain('"Root"');
  });

  it('that leaves nothing open is placed at once', async () => {
    const app = await startTestApp();
    const message = await place(app, TEMPLATE);
    expect(message).toBe(
      'Imported `Key`: 1 statement. Grants allow on their own: paste the output of `list-grants` as well. Previous version is one click away.',
    );
    expect(app.importing.getState().isOpen).toBe(false);
    expect(app.workspace.getState().scenario.keys[0]?.policy.text).toContain('"Only"');
  });

  it('that is here already changes nothing', async () => {
    const app = await startTestApp();
    await place(app, TEMPLATE);
    await app.importing.getState().readText(TEMPLATE);
    const { scenario } = app.workspace.getState();
    expect(app.importing.getState().plan()).toMatchObject({ step: null, rows: [{ outcome: 'same' }] });
    app.importing.getState().apply();
    expect(app.workspace.getState().scenario).toBe(scenario);
  });
});

describe('the import', () => {
  it('recognises what pasting does, too, and previews it', async () => {
    const app = await startTestApp();
    await app.importing
      .getState()
      .readText('{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}');
    expect(app.importing.getState().read?.pieces[0]?.title).toBe('IAM policy');
    expect(app.importing.getState().plan()?.rows[0]?.outcome).toBe('new');
  });

  it('says what it cannot recognise, and keeps the text', async () => {
    const app = await startTestApp();
    await app.importing.getState().readText('hello');
    expect(app.importing.getState()).toMatchObject({ isOpen: true, read: null, text: 'hello' });
    expect(app.importing.getState().refusal).toMatch(/^The text is no JSON: /);
    app.importing.getState().back();
    expect(app.importing.getState()).toMatchObject({ isOpen: true, refusal: null, text: 'hello' });
  });

  it('shows the newest of two texts', async () => {
    const app = await startTestApp();
    const { readText } = app.importing.getState();
    await Promise.all([readText(TERRAFORM), readText(TEMPLATE)]);
    expect(app.importing.getState().read?.format).toBe('cloudFormation');
  });

  it('reads files, and forgets all of it when it is closed', async () => {
    const app = await startTestApp();
    await app.importing.getState().readFile(new Blob([TERRAFORM]), 'main.tf');
    expect(app.importing.getState()).toMatchObject({
      name: 'main.tf',
      underWay: null,
      read: { format: 'terraform' },
    });
    app.importing.getState().close();
    expect(app.importing.getState()).toMatchObject({ isOpen: false, read: null, text: '' });
  });

  it('says so when the reader breaks', async () => {
    const app = await startTestApp({
      readImport() {
        throw new Error('a bug');
      },
    });
    await app.importing.getState().readText(TERRAFORM);
    expect(app.importing.getState().refusal).toMatch(/^The engine could not read this/);
  });
});
