// Hocuspocus as its guide sets it up. DATA_DIR turns on its database extension, over the SQLite that Node brings.
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import { whenListening } from "./listening.mjs";

/** What @hocuspocus/extension-sqlite does (one table, the whole state per document), without its native build. */
function sqlite(directory) {
  const database = new DatabaseSync(join(directory, "hocuspocus.sqlite"));
  database.exec("CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)");
  const read = database.prepare("SELECT data FROM documents WHERE name = ?");
  const write = database.prepare(
    "INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data",
  );
  return new Database({
    fetch: async ({ documentName }) => read.get(documentName)?.data ?? null,
    store: async ({ documentName, state }) => void write.run(documentName, state),
  });
}

const directory = process.env.DATA_DIR;
const server = new Server({
  address: "127.0.0.1",
  quiet: true,
  stopOnSignals: false,
  extensions: directory ? [sqlite(directory)] : [],
});
// Its `listen(0)` would take the configured port 80.
server.configuration.port = 0;
await server.listen();
whenListening(server.address.port, () => server.destroy());
