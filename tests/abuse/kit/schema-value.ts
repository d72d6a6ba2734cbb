import type { Random } from "../../kit/random.ts";

/** What JSON Schema says about a value, as far as it is used here. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Values that break things elsewhere. */
const odd: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 53,
  0.1,
  "",
  "\u0000",
  "\ud800",
  "__proto__",
  "../../etc/passwd",
  "' OR 1=1 --",
  "<script>",
  "å".repeat(5_000),
  [],
  {},
  [[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]],
  { __proto__: null, constructor: { prototype: { polluted: true } } },
];

/** A value that a schema describes, with something wrong in it once in a while. */
export function valueFor(schema: JsonSchema, random: Random, wrongChance: number): unknown {
  if (random.chance(wrongChance)) return random.pick(odd);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return valueFor(random.pick(choices), random, wrongChance);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  switch (schema.type) {
    case "object": {
      const value: Record<string, unknown> = {};
      for (const [name, inner] of Object.entries(schema.properties ?? {})) {
        const isNeeded = schema.required?.includes(name) === true;
        if (isNeeded ? !random.chance(wrongChance) : random.chance(0.5))
          value[name] = valueFor(inner, random, wrongChance);
      }
      if (random.chance(wrongChance))
        value[random.pick(["extra", "__proto__", "constructor"])] = random.pick(odd);
      return value;
    }
    case "array":
      return Array.from({ length: random.below(4) }, () => valueFor(schema.items ?? {}, random, wrongChance));
    case "string":
      return Array.from({ length: random.below(Math.min(schema.maxLength ?? 20, 60) + 1) }, () =>
        random.pick(["a", "Ø", "7", " ", "-", "_", "Z"]),
      ).join("");
    case "number":
    case "integer":
      return random.pick([0, 1, schema.minimum ?? -5, schema.maximum ?? 1e6, 3.5]);
    case "boolean":
      return random.chance(0.5);
    default:
      return random.pick(odd);
  }
}
