import { readFileSync } from "node:fs";
import * as v from "valibot";

const PackageSchema = v.object({ scripts: v.object({ start: v.string() }) });

/** Node's options in a `start` script, such as `node --optimize-for-size server/src/start.ts`. */
export function flagsIn(script: string): string[] {
  const [program, ...rest] = script.split(" ");
  if (program !== "node") throw new Error(`the start script doesn't run node: ${script}`);
  return rest.filter((word) => word.startsWith("--"));
}

/** The options our server runs with when people start it: it is measured as it is run. */
export function startFlags(): string[] {
  const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  return flagsIn(v.parse(PackageSchema, JSON.parse(text)).scripts.start);
}
