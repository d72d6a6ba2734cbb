/**
 * The catalogues as one object per language: message id → message compiled for Lingui. Made by the Vite plugin in
 * `client/vite/catalogues.ts` from `catalogues/<locale>/<area>.json`. Hand it to `i18n.load(locale, messages)`.
 */
declare module "virtual:catalogue/da" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}

declare module "virtual:catalogue/en" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}
