import type { Result } from "../model/result.ts";
import type { BoardRejection } from "./board-command.ts";
import type { Change } from "./change.ts";

/** What a board command comes to: the changes to write, in order, or why it can't be done. */
export type BoardDecision = Result<readonly Change[], BoardRejection>;
