import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Append, DocumentKind } from "../../workshops/ports.ts";
import type { Call, Failure, Outcome, PackedCalls, PackedOutcomes } from "./messages.ts";

/** Workshop, kind, seq that it follows, lengths of its updates, claims. */
type PackedAppend = readonly [WorkshopId, DocumentKind, number, readonly number[], Append["claims"]];

/** The updates are copied, and may be views on anything; byte arrays of other calls must have a buffer of their own. */
export function packCalls(calls: readonly Call[]): PackedCalls {
  const appends: PackedAppend[] = [];
  const updates: Uint8Array[] = [];
  let size = 0;
  const others = calls.map((call) => {
    if (call.name !== "append") return call;
    const [workshopId, kind, append] = call.args;
    appends.push([workshopId, kind, append.after, append.updates.map(({ length }) => length), append.claims]);
    for (const update of append.updates) {
      updates.push(update);
      size += update.length;
    }
    return null;
  });
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const update of updates) {
    bytes.set(update, at);
    at += update.length;
  }
  return { calls: others, appends: JSON.stringify(appends), bytes };
}

/** The calls as they were; the updates are views on `bytes`. */
export function unpackCalls({ calls, appends, bytes }: PackedCalls): Call[] {
  // Both threads are compiled against this file: it is what `packCalls` wrote.
  const waiting = (JSON.parse(appends) as PackedAppend[]).values();
  let at = 0;
  return calls.flatMap((call) => {
    if (call !== null) return [call];
    const next = waiting.next();
    if (next.done === true) return [];
    const [workshopId, kind, after, lengths, claims] = next.value;
    const updates = lengths.map((length) => {
      const start = at;
      at += length;
      return bytes.subarray(start, at);
    });
    return [{ name: "append" as const, args: [workshopId, kind, { after, updates, claims }] as const }];
  });
}

export function packOutcomes(outcomes: readonly Outcome<unknown>[]): PackedOutcomes {
  const failures = new Map<number, Failure>();
  const values = outcomes.map((outcome, index) => {
    if (outcome.ok) return outcome.value;
    failures.set(index, outcome.failure);
    return null;
  });
  return { values, failures };
}

/** @returns undefined when there is none at `index` */
export function outcomeAt({ values, failures }: PackedOutcomes, index: number): Outcome<unknown> | undefined {
  const failure = failures.get(index);
  if (failure !== undefined) return { ok: false, failure };
  return index < values.length ? { ok: true, value: values[index] } : undefined;
}
