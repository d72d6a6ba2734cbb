import { expect, test } from "vitest";
import { readPrometheus, sampleOf } from "./prometheus.ts";

const good = `# HELP a_total Things.
# TYPE a_total counter
a_total{kind="x",other="y \\"z\\""} 3
a_total{kind="y",other=""} 0
# HELP b Size.
# TYPE b histogram
b_bucket{le="1"} 1
b_bucket{le="2.5"} 1
b_bucket{le="+Inf"} 4
b_sum 1e-7
b_count 4
`;

test("what is well formed is read", () => {
  const families = readPrometheus(good);
  expect([...families.keys()]).toEqual(["a_total", "b"]);
  expect(sampleOf(families, "a_total", { kind: "y", other: "" })).toBe(0);
  expect(sampleOf(families, "b_sum")).toBe(1e-7);
  expect(() => sampleOf(families, "c")).toThrow("no c");
});

test.each([
  ["no line feed at the end", good.trimEnd()],
  ["no help", good.replace("# HELP a_total Things.\n", "")],
  ["help without words", good.replace(" Things.", " ")],
  ["no type", good.replace("# TYPE b histogram\n", "")],
  ["another's type", good.replace("# TYPE b histogram", "# TYPE c histogram")],
  ["an unknown type", good.replace("b histogram", "b heap")],
  ["a counter's name without _total", good.replaceAll("a_total", "a")],
  ["a gauge named as a counter", good.replace("a_total counter", "a_total gauge")],
  ["a family without samples", good.replace(/^a_total.*\n/gm, "")],
  ["a family twice", good + good],
  ["a sample twice", good.replace('kind="y",other=""', 'kind="x",other="y \\"z\\""')],
  ["another family's sample", good.replace("b_sum", "c_sum")],
  ["a value that is no number", good.replace("} 3", "} three")],
  ["a value below zero in a counter", good.replace("} 3", "} -3")],
  ["NaN", good.replace("} 3", "} NaN")],
  ["a label without quotes", good.replace('kind="y"', "kind=y")],
  ["buckets that fall", good.replace('"2.5"} 1', '"2.5"} 0')],
  ["bounds that fall", good.replace('"2.5"', '"0.5"')],
  ["no +Inf", good.replace('b_bucket{le="+Inf"} 4\n', "")],
  ["a count that isn't the last bucket's", good.replace("b_count 4", "b_count 5")],
  ["no sum", good.replace("b_sum 1e-7\n", "")],
  ["an empty line", good.replace("# HELP b", "\n# HELP b")],
])("turned down: %s", (_what, text) => {
  expect(text).not.toBe(good);
  expect(() => readPrometheus(text)).toThrow();
});
