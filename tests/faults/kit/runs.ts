/** How much a fault test does: the short form runs with every `test`, the long one with FAULTS=long. */
export function faultRuns(short: number, long: number): number {
  const form = process.env["FAULTS"] ?? "short";
  if (form !== "short" && form !== "long") throw new RangeError(`FAULTS is "${form}": use short or long`);
  return form === "long" ? long : short;
}
