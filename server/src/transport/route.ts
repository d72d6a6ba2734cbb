import type { ProblemCode } from "@faelleskort/shared/protocol/problems.ts";
import type * as v from "valibot";

/** Anything that can be parsed or described. */
export type Schema = v.GenericSchema;

export interface FileBody {
  /** Media types taken as raw bytes. */
  readonly types: readonly string[];
}
export interface FileAnswer {
  readonly types: readonly string[];
}

/**
 * One call of the API: what the server checks, and what `openapi.json` says, are the same.
 * @typeParam Body what the handler gets: the parsed JSON, or bytes
 */
export interface Route<Body extends Schema | FileBody | null = Schema | FileBody | null> {
  readonly method: "GET" | "POST" | "PUT";
  /** With `:workshopId` for what belongs to one workshop. */
  readonly path: string;
  readonly summary: string;
  /** `anyone` needs no session; `member` one in the workshop; `facilitator` one of that role. */
  readonly access: "anyone" | "member" | "facilitator";
  readonly body: Body;
  /** What a body that can't be read is answered with; `invalid-input` when not given. */
  readonly unreadable?: ProblemCode;
  /** Bytes. */
  readonly bodyLimit?: number;
  readonly status: 200 | 201;
  readonly answer: Schema | FileAnswer;
  /** Besides those every call can have. */
  readonly problems: readonly ProblemCode[];
  /** Calls per address and minute; else the general limit. */
  readonly perMinute?: number;
}

export const isSchema = (value: Schema | FileBody | FileAnswer): value is Schema => !("types" in value);
