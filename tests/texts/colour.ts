/** A colour without transparency: red, green and blue, 0…255. */
export type Rgb = readonly [number, number, number];

/** CSS custom properties by name, with their dashes. */
export type Variables = Readonly<Record<string, string>>;

/**
 * The colour a CSS value means: `#rrggbb`, `var(--name)`, or `color-mix(in srgb, A p%, B)` of such. Undefined for
 * anything else (keywords, transparency), which can't be judged from the stylesheet alone.
 */
export function colourOf(value: string, variables: Variables): Rgb | undefined {
  const text = value.trim();
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex !== null) return [hexChannel(hex[1]), hexChannel(hex[2]), hexChannel(hex[3])];
  const named = /^var\((--[\w-]+)\)$/.exec(text)?.[1];
  if (named !== undefined) {
    const meant = variables[named];
    return meant === undefined ? undefined : colourOf(meant, variables);
  }
  const mix = /^color-mix\(in srgb,\s*(\S+)\s+(\d+)%,\s*(\S+)\)$/.exec(text);
  if (mix === null) return undefined;
  const one = colourOf(mix[1] ?? "", variables);
  const other = colourOf(mix[3] ?? "", variables);
  if (one === undefined || other === undefined) return undefined;
  const share = Number(mix[2]) / 100;
  const blend = (a: number, b: number): number => a * share + b * (1 - share);
  return [blend(one[0], other[0]), blend(one[1], other[1]), blend(one[2], other[2])];
}

/** Contrast of two colours, 1…21 (WCAG 2.2, relative luminance). */
export function contrast(a: Rgb, b: Rgb): number {
  const lighter = Math.max(luminance(a), luminance(b));
  const darker = Math.min(luminance(a), luminance(b));
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function hexChannel(digits: string | undefined): number {
  return Number.parseInt(digits ?? "", 16);
}
