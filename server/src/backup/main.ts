import { resolve } from "node:path";
import { readEnvironment } from "../config/environment.ts";
import { backUp } from "./back-up.ts";
import { restore } from "./restore.ts";

/** `npx pnpm@12 backup FOLDER` and `npx pnpm@12 restore FOLDER`, on the data in DATA_DIR. */
async function main([command, folder, ...others]: readonly string[]): Promise<string> {
  const environment = readEnvironment(process.env);
  if (!environment.ok) throw new Error(environment.error);
  const { dataDirectory } = environment.value;
  if (folder === undefined || others.length > 0)
    throw new Error(`Name one folder: npx pnpm@12 ${command ?? "backup"} FOLDER`);
  // A package manager runs this in the project's folder; the name was meant from where it was typed.
  const path = resolve(process.env["INIT_CWD"] ?? ".", folder);
  switch (command) {
    case "backup": {
      const made = await backUp(dataDirectory, path);
      if (!made.ok) throw new Error(made.error);
      return `${dataDirectory} is backed up in ${path}. Keep it as safe as the server: it holds everything, and the key.`;
    }
    case "restore": {
      const restored = await restore(path, dataDirectory);
      if (!restored.ok) throw new Error(restored.error);
      return `${path} is in place in ${dataDirectory}. Start the server; pages that are newer than the backup reload themselves.`;
    }
    default:
      throw new Error("The commands are backup and restore.");
  }
}

try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
