import type { Append } from "../../workshops/ports.ts";
import type { Call, Outcome } from "./messages.ts";

type AppendCall = Call & { readonly name: "append" };
type OutcomeAt = (index: number) => Outcome<unknown> | undefined;

interface Newest {
  readonly at: number;
  readonly append: Append & { updates: Uint8Array[] };
}

export interface JoinedCalls {
  readonly calls: readonly Call[];
  /** The outcome of the n-th call as it was before joining, by the outcomes of the joined ones. */
  readonly outcomeOf: (index: number, outcomeAt: OutcomeAt) => Outcome<unknown> | undefined;
}

/**
 * Makes one append of those that follow each other in one document, so that its place is looked up once and not for each of thirty
 * people's edits. They could only be stored in this order, or from some on not at all; so only one that claims client ids,
 * which may be refused by itself, stays on its own or begins a new one.
 */
export function joinAppends(calls: readonly Call[]): JoinedCalls {
  const joined: Call[] = [];
  const places: { readonly at: number; readonly seq: number | null }[] = [];
  /** null: two rooms append to it, and whose is refused is the table's to say. */
  const newest = new Map<string, Newest | null>();
  for (const call of calls) {
    if (call.name !== "append") {
      places.push({ at: joined.push(call) - 1, seq: null });
      continue;
    }
    const [workshopId, kind, append] = call.args;
    const name = `${kind} ${workshopId}`;
    const before = newest.get(name);
    const seq = append.after + append.updates.length;
    const follows = before && append.after === before.append.after + before.append.updates.length;
    if (follows === true && append.claims.length === 0) {
      before.append.updates.push(...append.updates);
      places.push({ at: before.at, seq });
    } else {
      const own = { ...append, updates: [...append.updates] };
      const ownCall: AppendCall = { name: "append", args: [workshopId, kind, own] };
      const at = joined.push(ownCall) - 1;
      newest.set(name, before === undefined || follows === true ? { at, append: own } : null);
      places.push({ at, seq });
    }
  }
  return {
    calls: joined,
    outcomeOf(index, outcomeAt) {
      const place = places[index];
      const outcome = place === undefined ? undefined : outcomeAt(place.at);
      return outcome?.ok === true && place !== undefined && place.seq !== null
        ? { ok: true, value: place.seq }
        : outcome;
    },
  };
}
