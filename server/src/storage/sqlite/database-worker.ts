import { parentPort, workerData } from "node:worker_threads";
import * as v from "valibot";
import { failureOf } from "./failures.ts";
import type { FromDatabase, ToDatabase } from "./messages.ts";
import { openDatabase } from "./open-database.ts";
import { operations } from "./operations.ts";
import { packOutcomes, unpackCalls } from "./packing.ts";
import { isBroken, runGroup } from "./run-group.ts";
import { transferables } from "./transfer.ts";

// The entry of the database's own thread: the only file here that does something when loaded.

const { file } = v.parse(v.object({ file: v.string() }), workerData);
const port = parentPort;
if (port === null) throw new Error("database-worker.ts runs as a worker thread only");

function serve(from: typeof port & {}): void {
  const database = openDatabase(file);
  const carried = operations(database);
  const finish = (): void => {
    database.close();
    from.close();
  };
  from.on("message", (message: ToDatabase) => {
    switch (message.type) {
      case "group": {
        const outcomes = runGroup(database, carried, unpackCalls(message.packed));
        const reply: FromDatabase = { type: "outcomes", packed: packOutcomes(outcomes) };
        from.postMessage(reply, transferables(reply.packed.values));
        // The next call starts a fresh thread, which opens the file and reads the log anew.
        if (outcomes.some(isBroken)) finish();
        return;
      }
      case "close":
        finish();
    }
  });
}

try {
  serve(port);
} catch (error) {
  const problem = failureOf(error);
  // Whatever keeps the file from opening, to those who call it is a store that doesn't work.
  const message: FromDatabase = {
    type: "unusable",
    failure:
      problem.type === "unavailable"
        ? problem
        : { type: "unavailable", code: "broken", message: problem.message },
  };
  port.postMessage(message);
  port.close();
}
