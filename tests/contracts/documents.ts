import type { DocumentName } from "@faelleskort/shared/protocol/routes.ts";
import * as Y from "yjs";
import { enter } from "./raw-client.ts";
import type { Guest } from "./running-app.ts";

/** A document as the server has it now, asked for by a new connection. */
export async function documentOf(url: string, guest: Guest, name: DocumentName): Promise<Y.Doc> {
  const client = await enter(url, guest, name);
  await client.roundTrip();
  const doc = new Y.Doc();
  for (const heard of client.heard)
    if (heard.type === "sync" && heard.kind === "step2") Y.applyUpdate(doc, heard.body);
  client.close();
  return doc;
}
