/**
 * What a press on empty paper does. `select`: lasso (mouse) or pan (touch). `hand`: pan. The others write the thing on
 * the spot; a double click writes it with `select`, too.
 */
export type CanvasTool = "select" | "hand" | "card" | "resource" | "challenge" | "note";
