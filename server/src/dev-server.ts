import { mountInspector } from "./inspector/mount-inspector.ts";
import { serve } from "./serve.ts";

/** The server as `dev.ts` runs it: `main.ts` with the inspector, which nothing else imports. */
const listeningOn = await serve(mountInspector);
process.stdout.write(`the rooms from inside: ${new URL("/inspector", listeningOn).href}\n`);
