/** Where the PDF reader's decoders lie; ends with a slash. Made by the Vite plugin in `client/vite/pdf-decoders.ts`. */
declare module "virtual:pdf-decoders" {
  export const address: string;
}
