import { EXPORT_FORMS, type ExportForm } from '#engine/exchange/exportKey.ts';

/** The forms as they are typed: `put-key-policy`. */
export const formNames: ReadonlyMap<string, ExportForm> = new Map(
  EXPORT_FORMS.map((form) => [form.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), form]),
);
