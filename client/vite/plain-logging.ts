/**
 * Stands in for `lib0/logging`, by which Yjs and its kin say the little they have to say: plainly, where the original
 * brings along a console in colours, a page to show it on, and the DOM and schemas for that.
 */
const say = (...words: readonly unknown[]): void => console.warn(...words);

export { say as print, say as printError, say as warn };
export const createModuleLogger = () => say;
// Names of colours that callers put between the words.
export const BOLD = "";
export const UNBOLD = "";
export const BLUE = "";
export const GREY = "";
export const GREEN = "";
export const RED = "";
export const PURPLE = "";
export const ORANGE = "";
export const UNCOLOR = "";
