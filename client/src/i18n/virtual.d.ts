/**
 * The catalogues, one object per language and group: message id → compiled message. Made by the Vite plugin in
 * `client/vite/catalogues.ts` from `catalogues/<locale>/<area>.json`.
 */
declare module "virtual:catalogue/*" {
  import type { Messages } from "@faelleskort/client/i18n/format-message.ts";
  export const messages: Messages;
}
