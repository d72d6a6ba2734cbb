import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import {
  type VersionContent,
  VersionContentSchema,
  versionBoard,
} from "@faelleskort/shared/protocol/versions.ts";
import * as v from "valibot";
import type * as Y from "yjs";
import { type Digest, digestOf } from "../config/digest.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** A version's content as it is stored. */
export interface PackedContent {
  readonly digest: Digest;
  readonly bytes: Uint8Array;
}

/** What a version of this board, on this stage, holds. */
export function contentNow(
  board: Y.Doc,
  { picture, freeSheets }: Pick<Stage, "picture" | "freeSheets">,
): VersionContent {
  return { board: versionBoard(readBoard(board)), picture, freeSheets };
}

/** JSON, compressed on another thread. The digest is that of the JSON: equal boards, equal digests. */
export async function packContent(content: VersionContent): Promise<PackedContent> {
  const text = JSON.stringify(content);
  const digest = digestOf(text);
  return { digest, bytes: new Uint8Array(await deflate(text)) };
}

/** @throws when it isn't what `packContent` made: the store has checked it, so that is a defect */
export async function unpackContent(bytes: Uint8Array): Promise<VersionContent> {
  const text = (await inflate(bytes)).toString("utf8");
  return v.parse(VersionContentSchema, JSON.parse(text));
}
