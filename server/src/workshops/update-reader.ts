import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { updateLimits as limit } from "../policies/limits.ts";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { skipValue } from "./value-reader.ts";

/** The place of one character or value: how far a client had counted when it wrote it. */
export interface StructId {
  readonly client: number;
  readonly clock: number;
}

/** What a struct carries, as far as anybody here needs to know. Embeds, formats, binaries and subdocuments are refused. */
export type StructContent = "deleted" | "text" | "map" | "text-type" | "value";

/** Where a struct says it belongs, when neither neighbour tells. */
export type StructParent =
  | { readonly type: "root"; readonly name: string }
  | { readonly type: "id"; readonly id: StructId };

export interface ReadItem {
  readonly type: "item";
  readonly clock: number;
  /** Characters or values, ≥ 1. */
  readonly length: number;
  readonly origin: StructId | null;
  readonly rightOrigin: StructId | null;
  readonly parent: StructParent | null;
  /** The key in a map; null in a text, and when a neighbour tells. */
  readonly key: string | null;
  readonly content: StructContent;
}
/** A range whose content is gone for good. */
export interface ReadGone {
  readonly type: "gone";
  readonly clock: number;
  readonly length: number;
}
export type ReadStruct = ReadItem | ReadGone;

/** One client's structs, following each other without a gap; at least one. */
export interface StructBlock {
  readonly client: number;
  readonly clock: number;
  /** The clock after the last one. */
  readonly end: number;
  readonly structs: readonly ReadStruct[];
  /** Where their bytes stand in the update, without the head of the block. */
  readonly from: number;
  readonly to: number;
}

export interface Deletion extends StructId {
  readonly length: number;
}

export interface ReadUpdate {
  readonly blocks: readonly StructBlock[];
  readonly deletions: readonly Deletion[];
}

/**
 * Reads a Yjs update (encoding V1) within bounds (`updateLimits`), building nothing larger than a small multiple of its bytes.
 * What it accepts, Yjs decodes without throwing and to the same structs. It knows nothing of any document: whether an update fits
 * one is `guard.ts`.
 *
 * Refused: `malformed` (bad bytes, bytes left over, kinds of content our documents don't have, structs of no length, one client
 * twice, deletions out of order), `too-large`, and `gap` (a Skip: the sender itself lacks something).
 */
export function readUpdate(bytes: Uint8Array): Result<ReadUpdate, "malformed" | "too-large" | "gap"> {
  const reader = new ByteReader(bytes);
  try {
    const blocks = readBlocks(reader, bytes.length);
    if (blocks === "gap") return err("gap");
    const deletions = readDeletions(reader);
    reader.end();
    return ok({ blocks, deletions });
  } catch (error) {
    if (error instanceof Unreadable) return err(error.reason);
    throw error;
  }
}

function readBlocks(reader: ByteReader, size: number): StructBlock[] | "gap" {
  const count = reader.uint(limit.clients);
  const blocks: StructBlock[] = [];
  const clients = new Set<number>();
  let structsLeft: number = limit.structs;
  for (let index = 0; index < count; index += 1) {
    const structCount = reader.uint(structsLeft);
    const client = reader.uint(limit.clientId);
    const clock = reader.uint(limit.clock);
    // Of two blocks of one client Yjs would drop the first.
    if (structCount === 0 || clients.has(client)) throw new Unreadable("malformed");
    clients.add(client);
    structsLeft -= structCount;
    const structs: ReadStruct[] = [];
    const from = size - reader.left;
    let end = clock;
    for (let left = structCount; left > 0; left -= 1) {
      const struct = readStruct(reader, end);
      if (struct === "gap") return "gap";
      structs.push(struct);
      end += struct.length;
      if (end > limit.clock) throw new Unreadable("too-large");
    }
    blocks.push({ client, clock, end, structs, from, to: size - reader.left });
  }
  return blocks;
}

const contentBits = 0x1f;
const hasKeyBit = 0x20;
const hasRightOriginBit = 0x40;
const hasOriginBit = 0x80;

function readStruct(reader: ByteReader, clock: number): ReadStruct | "gap" {
  const info = reader.byte();
  const kind = info & contentBits;
  if (kind === 0) return { type: "gone", clock, length: readLength(reader) };
  if (kind === 10) return "gap";
  const origin = (info & hasOriginBit) === 0 ? null : readId(reader);
  const rightOrigin = (info & hasRightOriginBit) === 0 ? null : readId(reader);
  const standsAlone = origin === null && rightOrigin === null;
  const parent = standsAlone ? readParent(reader) : null;
  const key = standsAlone && (info & hasKeyBit) !== 0 ? reader.string(limit.key) : null;
  return { type: "item", clock, origin, rightOrigin, parent, key, ...readContent(reader, kind) };
}

function readId(reader: ByteReader): StructId {
  const client = reader.uint(limit.clientId);
  return { client, clock: reader.uint(limit.clock) };
}

function readParent(reader: ByteReader): StructParent {
  return reader.uint(1) === 1
    ? { type: "root", name: reader.string(limit.rootName) }
    : { type: "id", id: readId(reader) };
}

function readLength(reader: ByteReader): number {
  const length = reader.uint(limit.clock);
  // A struct of no length would share its clock with the next one.
  if (length === 0) throw new Unreadable("malformed");
  return length;
}

function readContent(reader: ByteReader, kind: number): { content: StructContent; length: number } {
  switch (kind) {
    case 1:
      return { content: "deleted", length: readLength(reader) };
    case 4: {
      const { length } = reader.string(limit.text);
      if (length === 0) throw new Unreadable("malformed");
      return { content: "text", length };
    }
    case 7:
      return { content: readType(reader), length: 1 };
    case 8: {
      const length = readLength(reader);
      // Every value takes a byte at least.
      if (length > reader.left) throw new Unreadable("malformed");
      for (let left = length; left > 0; left -= 1) skipValue(reader);
      return { content: "value", length };
    }
    default:
      throw new Unreadable("malformed");
  }
}

function readType(reader: ByteReader): StructContent {
  switch (reader.uint(127)) {
    case 1:
      return "map";
    case 2:
      return "text-type";
    default:
      throw new Unreadable("malformed");
  }
}

/**
 * Yjs writes each client once and its ranges in order, without overlap. Anything else is refused: Yjs walks every
 * struct of every range, so that many copies of one wide range would take it hours.
 */
function readDeletions(reader: ByteReader): Deletion[] {
  const deletions: Deletion[] = [];
  const count = reader.uint(limit.clients);
  const clients = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const client = reader.uint(limit.clientId);
    if (clients.has(client)) throw new Unreadable("malformed");
    clients.add(client);
    let end = 0;
    for (let left = reader.uint(limit.deletions - deletions.length); left > 0; left -= 1) {
      const clock = reader.uint(limit.clock);
      const length = readLength(reader);
      if (clock < end) throw new Unreadable("malformed");
      end = clock + length;
      if (end > limit.clock) throw new Unreadable("too-large");
      deletions.push({ client, clock, length });
    }
  }
  return deletions;
}
