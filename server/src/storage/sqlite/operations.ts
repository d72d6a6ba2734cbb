import type { DatabaseSync } from "node:sqlite";
import { documentKinds, type NewWorkshop } from "../../workshops/ports.ts";
import { accessTable } from "./access-table.ts";
import { documentTable } from "./document-table.ts";
import type { Call, CallName, Output } from "./messages.ts";
import { pictureTable } from "./picture-table.ts";
import type { Operations } from "./run-group.ts";
import { versionTable } from "./version-table.ts";
import { workshopTable } from "./workshop-table.ts";

/** Several pages, so that a file which can't grow is noticed. */
const probeBytes = 16 * 1024;
/** SQLite's own ceiling. */
const unlimitedPages = 4_294_967_294;

/** Everything that can be called, over prepared statements. */
export function operations(database: DatabaseSync): Operations {
  const workshops = workshopTable(database);
  const access = accessTable(database);
  const documents = documentTable(database);
  const pictures = pictureTable(database);
  const versions = versionTable(database);
  const fillProbe = database.prepare(`INSERT INTO health (filler) VALUES (zeroblob(${probeBytes}))`);
  const clearProbe = database.prepare("DELETE FROM health");

  function createWorkshop(workshop: NewWorkshop): void {
    workshops.create(workshop);
    for (const invite of workshop.invites) access.addInvite(invite);
    for (const kind of documentKinds) documents.create(workshop.id, kind, workshop.snapshots[kind]);
  }

  function carry(call: Call): Output<CallName> {
    switch (call.name) {
      case "open":
        return undefined;
      case "probe":
        fillProbe.run();
        clearProbe.run();
        return undefined;
      case "limitPages":
        database.exec(`PRAGMA max_page_count = ${call.args[0] ?? unlimitedPages}`);
        return undefined;
      case "sortAbove":
        documents.sortAbove(...call.args);
        return undefined;
      case "refuseWrites":
        database.exec(`PRAGMA query_only = ${call.args[0] ? "ON" : "OFF"}`);
        return undefined;
      case "createWorkshop":
        return createWorkshop(...call.args);
      case "readWorkshop":
        return workshops.read(...call.args);
      case "findInviteBySecretHash":
        return access.findInviteBySecretHash(...call.args);
      case "findInviteByCodeHash":
        return access.findInviteByCodeHash(...call.args);
      case "listInvites":
        return access.listInvites(...call.args);
      case "addInvite":
        workshops.require(call.args[0].workshopId);
        return access.addInvite(...call.args);
      case "revokeInvite":
        return access.revokeInvite(...call.args);
      case "addSession":
        return access.addSession(...call.args);
      case "findSession":
        return access.findSession(...call.args);
      case "loadDocument":
        return documents.load(...call.args);
      case "append":
        return documents.append(...call.args);
      case "writeSnapshot":
        return documents.writeSnapshot(...call.args);
      case "putPicture":
        workshops.require(call.args[0].workshopId);
        return pictures.put(...call.args);
      case "readPicture":
        return pictures.read(...call.args);
      case "addVersion":
        workshops.require(call.args[0].workshopId);
        return versions.add(...call.args);
      case "listVersions":
        return versions.list(...call.args);
      case "readVersion":
        return versions.read(...call.args);
    }
  }

  return { carry, forget: documents.forget };
}
