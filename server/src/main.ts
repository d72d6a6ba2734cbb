import { serve } from "./serve.ts";

/** For `start.ts`, which runs this file and then shows people where to go. */
export const listeningOn: URL = await serve();
