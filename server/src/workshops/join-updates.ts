import { FrameWriter, sizeOfUint } from "@faelleskort/shared/protocol/frame-writer.ts";
import * as Y from "yjs";
import type { Deletion, ReadUpdate } from "./update-reader.ts";

/** An update, and what the guard's reader found in it; null when it wasn't read. */
export interface JoinableUpdate {
  readonly update: Uint8Array;
  readonly read: ReadUpdate | null;
}

/** One client's structs, from several updates. */
interface Section {
  readonly clock: number;
  end: number;
  structs: number;
  readonly parts: Uint8Array[];
}

/** What one client wrote and is deleted. */
interface Range {
  readonly clock: number;
  end: number;
}

/**
 * One update that does what these do together, given in the order in which the document took them. Their bytes are put together
 * as they are, without decoding a struct; only where one client's structs don't follow each other is it Yjs that merges.
 */
export function joinUpdates(updates: readonly JoinableUpdate[]): Uint8Array {
  const [first] = updates;
  if (first !== undefined && updates.length === 1) return first.update;
  const sections = new Map<number, Section>();
  const deletions: Deletion[] = [];
  for (const { update, read } of updates) {
    if (read === null || !addSections(sections, update, read)) return merge(updates);
    deletions.push(...read.deletions);
  }
  const rangesByClient = rangesOf(deletions);
  const writer = new FrameWriter(sizeOfSections(sections) + sizeOfRanges(rangesByClient));
  writer.uint(sections.size);
  for (const [client, { clock, structs, parts }] of sections) {
    writer.uint(structs).uint(client).uint(clock);
    for (const part of parts) writer.raw(part);
  }
  writer.uint(rangesByClient.size);
  for (const [client, ranges] of rangesByClient) {
    writer.uint(client).uint(ranges.length);
    for (const { clock, end } of ranges) writer.uint(clock).uint(end - clock);
  }
  return writer.bytes;
}

function sizeOfSections(sections: ReadonlyMap<number, Section>): number {
  let size = sizeOfUint(sections.size);
  for (const [client, { clock, structs, parts }] of sections) {
    size += sizeOfUint(structs) + sizeOfUint(client) + sizeOfUint(clock);
    for (const part of parts) size += part.length;
  }
  return size;
}

function sizeOfRanges(rangesByClient: ReadonlyMap<number, readonly Range[]>): number {
  let size = sizeOfUint(rangesByClient.size);
  for (const [client, ranges] of rangesByClient) {
    size += sizeOfUint(client) + sizeOfUint(ranges.length);
    for (const { clock, end } of ranges) size += sizeOfUint(clock) + sizeOfUint(end - clock);
  }
  return size;
}

const merge = (updates: readonly JoinableUpdate[]): Uint8Array =>
  Y.mergeUpdates(updates.map(({ update }) => update));

/** @returns false when a client's structs don't go on where the last ones ended */
function addSections(sections: Map<number, Section>, update: Uint8Array, { blocks }: ReadUpdate): boolean {
  for (const { client, clock, end, structs, from, to } of blocks) {
    const part = update.subarray(from, to);
    const section = sections.get(client);
    if (section === undefined) {
      sections.set(client, { clock, end, structs: structs.length, parts: [part] });
    } else {
      if (section.end !== clock) return false;
      section.end = end;
      section.structs += structs.length;
      section.parts.push(part);
    }
  }
  return true;
}

/** As Yjs writes them: each client once, its ranges in order and without overlap. */
function rangesOf(deletions: readonly Deletion[]): Map<number, Range[]> {
  const rangesByClient = new Map<number, Range[]>();
  for (const { client, clock, length } of deletions.toSorted((a, b) => a.clock - b.clock)) {
    const ranges = rangesByClient.get(client) ?? [];
    rangesByClient.set(client, ranges);
    const last = ranges.at(-1);
    if (last !== undefined && clock <= last.end) last.end = Math.max(last.end, clock + length);
    else ranges.push({ clock, end: clock + length });
  }
  return rangesByClient;
}
