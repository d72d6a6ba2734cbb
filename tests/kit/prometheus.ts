const metricTypes = ["counter", "gauge", "histogram"] as const;

/** One family of a Prometheus text: what follows its help and type. */
export interface MetricFamily {
  readonly name: string;
  readonly type: (typeof metricTypes)[number];
  readonly help: string;
  readonly samples: readonly MetricSample[];
}

export interface MetricSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const helpLine = /^# HELP ([a-z][a-z0-9_]*) (\S.*)$/;
const typeLine = /^# TYPE ([a-z][a-z0-9_]*) (counter|gauge|histogram)$/;
const sampleLine = /^([a-z][a-z0-9_]*)(?:\{([^}]*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;
const labelPair = /^([a-z_][a-z0-9_]*)="((?:[^"\\]|\\["\\n])*)"$/;

/**
 * Reads Prometheus' text format 0.0.4, and is stricter than Prometheus: every family has help, type and samples, together and
 * once; counters end in `_total` and nothing else does; histograms are whole.
 * @throws with the line or family that breaks a rule
 */
export function readPrometheus(text: string): ReadonlyMap<string, MetricFamily> {
  if (!text.endsWith("\n") || text.endsWith("\n\n")) throw new Error("the text must end in one line feed");
  const families = new Map<string, MetricFamily & { samples: MetricSample[] }>();
  const lines = text.slice(0, -1).split("\n");
  let index = 0;
  while (index < lines.length) {
    const [, name, help] = helpLine.exec(lines[index] ?? "") ?? [];
    const [, typed, type] = typeLine.exec(lines[index + 1] ?? "") ?? [];
    if (name === undefined || help === undefined) throw new Error(`no help: ${lines[index]}`);
    if (typed !== name) throw new Error(`no type after the help of ${name}`);
    if (families.has(name)) throw new Error(`${name} comes twice`);
    const known = metricTypes.find((one) => one === type);
    if (known === undefined) throw new Error(`no type: ${name}`);
    index += 2;
    const samples: MetricSample[] = [];
    for (; index < lines.length && !lines[index]?.startsWith("#"); index += 1) {
      samples.push(readSample(lines[index] ?? ""));
    }
    const family = { name, type: known, help, samples };
    check(family);
    families.set(name, family);
  }
  return families;
}

function readSample(line: string): MetricSample {
  const [, name, inBraces, value] = sampleLine.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`no sample: ${line}`);
  const labels: Record<string, string> = {};
  for (const pair of inBraces === undefined ? [] : inBraces.split(",")) {
    const [, label, text] = labelPair.exec(pair) ?? [];
    if (label === undefined || text === undefined) throw new Error(`no label: ${line}`);
    if (label in labels) throw new Error(`a label comes twice: ${line}`);
    labels[label] = text;
  }
  return { name, labels, value: Number(value) };
}

function check(family: MetricFamily): void {
  const { name, type, samples } = family;
  if (samples.length === 0) throw new Error(`${name} has no samples`);
  if ((type === "counter") !== name.endsWith("_total")) throw new Error(`${name} is no name of a ${type}`);
  const seen = new Set(samples.map((sample) => `${sample.name} ${JSON.stringify(sample.labels)}`));
  if (seen.size < samples.length) throw new Error(`${name} has a sample twice`);
  if (type === "histogram") return checkHistogram(family);
  for (const sample of samples) {
    if (sample.name !== name) throw new Error(`${sample.name} stands under ${name}`);
    if (type === "counter" && sample.value < 0) throw new Error(`${name} counts below zero`);
  }
}

/** One without labels of its own: rising buckets up to +Inf, then sum and count. */
function checkHistogram({ name, samples }: MetricFamily): void {
  const buckets = samples.slice(0, -2);
  const [sum, count] = samples.slice(-2);
  const bounds = buckets.map(({ labels: { le } }) => (le === "+Inf" ? Infinity : Number(le)));
  const isRising = (numbers: readonly number[], least: number): boolean =>
    numbers.every((number, at) => at === 0 || number - (numbers[at - 1] ?? 0) >= least);
  const isWhole =
    buckets.every(
      (bucket) => bucket.name === `${name}_bucket` && Object.keys(bucket.labels).join() === "le",
    ) &&
    bounds.every((bound) => !Number.isNaN(bound)) &&
    isRising(bounds, Number.MIN_VALUE) &&
    isRising(
      buckets.map(({ value }) => value),
      0,
    ) &&
    bounds.at(-1) === Infinity &&
    sum?.name === `${name}_sum` &&
    count?.name === `${name}_count` &&
    count.value === buckets.at(-1)?.value;
  if (!isWhole) throw new Error(`${name} is no whole histogram`);
}

/** The value of one sample. @throws when there is none */
export function sampleOf(
  families: ReadonlyMap<string, MetricFamily>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  const samples = [...families.values()].flatMap((family) => family.samples);
  const found = samples.find(
    (sample) => sample.name === name && JSON.stringify(sample.labels) === JSON.stringify(labels),
  );
  if (found === undefined) throw new Error(`no ${name}${JSON.stringify(labels)}`);
  return found.value;
}
