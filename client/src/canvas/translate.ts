/** A catalogue text: ICU message id and its values. */
export type Translate = (id: string, values?: Record<string, string | number>) => string;
