import type { Histogram } from "../workshops/histogram.ts";

/** Label values by name, and the value. */
export type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

/** Writes Prometheus' text format 0.0.4: each family with its help, its type and its samples together. */
export class PrometheusText {
  readonly #lines: string[] = [];

  gauge(name: string, help: string, samples: number | readonly Sample[]): void {
    this.#family(name, "gauge", help);
    this.#samples(name, samples);
  }

  /** @param name ends in `_total` */
  counter(name: `${string}_total`, help: string, samples: number | readonly Sample[]): void {
    this.#family(name, "counter", help);
    this.#samples(name, samples);
  }

  /** @param unit by how much its numbers are divided: 1,000 makes seconds of milliseconds */
  histogram(name: string, help: string, histogram: Histogram, unit = 1): void {
    this.#family(name, "histogram", help);
    const cumulative = histogram.cumulative();
    for (const [index, count] of cumulative.entries()) {
      const bound = histogram.bounds[index];
      this.#sample(`${name}_bucket`, [{ le: bound === undefined ? "+Inf" : String(bound / unit) }, count]);
    }
    this.#sample(`${name}_sum`, [{}, histogram.sum / unit]);
    this.#sample(`${name}_count`, [{}, cumulative.at(-1) ?? 0]);
  }

  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  #family(name: string, type: "counter" | "gauge" | "histogram", help: string): void {
    this.#lines.push(`# HELP ${name} ${escapeHelp(help)}`, `# TYPE ${name} ${type}`);
  }

  #samples(name: string, samples: number | readonly Sample[]): void {
    if (typeof samples === "number") this.#sample(name, [{}, samples]);
    else for (const sample of samples) this.#sample(name, sample);
  }

  #sample(name: string, [labels, value]: Sample): void {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
    this.#lines.push(`${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}`);
  }
}

const escapeHelp = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
const escapeLabel = (text: string): string => escapeHelp(text).replaceAll('"', '\\"');
