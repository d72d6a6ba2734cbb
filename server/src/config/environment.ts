import { resolve } from "node:path";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import * as v from "valibot";

export const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the operator chose (`contract.md`, Environment), parsed once at start. */
export interface Config {
  /** 0 = any free one. */
  readonly port: number;
  readonly host: string;
  /** Scheme, host and port of the links given out, without a slash at the end; null = taken from each request. */
  readonly publicUrl: string | null;
  /** Absolute. */
  readonly dataDirectory: string;
  /** Needed for creating a workshop, when set. */
  readonly createKey: string | null;
  readonly logLevel: LogLevel;
}

const portProblem = "must be a whole number from 0 to 65535";
const urlProblem =
  "must be an address like https://kort.example.dk, without anything after the host and port";
const oneFile = "is set, but this version keeps everything in DATA_DIR and nowhere else: unset it";

const EnvironmentSchema = v.object({
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[0-9]{1,5}$/, portProblem),
      v.transform(Number),
      v.maxValue(65_535, portProblem),
    ),
    "3000",
  ),
  HOST: v.optional(
    v.pipe(v.string(), v.regex(/^[^\s/]+$/, "must be a host name or an IP address")),
    "0.0.0.0",
  ),
  PUBLIC_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(isOrigin, urlProblem),
      v.transform((text) => new URL(text).origin),
    ),
  ),
  DATA_DIR: v.optional(v.string(), "./data"),
  CREATE_KEY: v.optional(v.string()),
  LOG_LEVEL: v.optional(v.picklist(logLevels, `must be one of ${logLevels.join(", ")}`), "info"),
  // Refused rather than ignored: who sets them believes that the data lies there.
  DATABASE_URL: v.optional(v.never(oneFile)),
  REDIS_URL: v.optional(v.never("is set, but this version runs as one server only: unset it")),
});

/**
 * @param environment as in `process.env`; an empty value counts as not set
 * @returns the configuration, or one line saying what is wrong with which variable. Values that may be secret aren't repeated in it.
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, string> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = v.safeParse(EnvironmentSchema, set, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return err(`${v.getDotPath(issue) ?? "environment"} ${issue.message}`);
  }
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, CREATE_KEY, LOG_LEVEL } = parsed.output;
  return ok({
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL ?? null,
    dataDirectory: resolve(DATA_DIR),
    createKey: CREATE_KEY ?? null,
    logLevel: LOG_LEVEL,
  });
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return false;
  return url.href === `${url.origin}/`;
}
