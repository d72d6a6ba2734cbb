import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";

test("everything has a default", () => {
  expect(readEnvironment({})).toEqual({
    ok: true,
    value: {
      port: 3000,
      host: "0.0.0.0",
      publicUrl: null,
      dataDirectory: resolve("data"),
      createKey: null,
      logLevel: "info",
    },
  });
});

test("what is set is taken, an empty value counts as not set, and what isn't ours is left alone", () => {
  const environment = {
    PORT: "0",
    HOST: "::1",
    PUBLIC_URL: "https://kort.example.dk/",
    DATA_DIR: "/srv/faelleskort",
    CREATE_KEY: "a key",
    LOG_LEVEL: "debug",
    DATABASE_URL: "",
    REDIS_URL: " ",
    PATH: "/bin",
    EDITOR: undefined,
  };
  expect(readEnvironment(environment)).toEqual({
    ok: true,
    value: {
      port: 0,
      host: "::1",
      publicUrl: "https://kort.example.dk",
      dataDirectory: "/srv/faelleskort",
      createKey: "a key",
      logLevel: "debug",
    },
  });
});

test.each([
  ["PORT", "http", "PORT must be a whole number from 0 to 65535"],
  ["PORT", "65536", "PORT must be a whole number from 0 to 65535"],
  ["PORT", "-1", "PORT must be a whole number from 0 to 65535"],
  ["PORT", "80.5", "PORT must be a whole number from 0 to 65535"],
  ["HOST", "http://example.dk", "HOST must be a host name or an IP address"],
  ["PUBLIC_URL", "kort.example.dk", "PUBLIC_URL must be an address like"],
  ["PUBLIC_URL", "ftp://kort.example.dk", "PUBLIC_URL must be an address like"],
  ["PUBLIC_URL", "https://kort.example.dk/under", "PUBLIC_URL must be an address like"],
  ["PUBLIC_URL", "https://me:secret@kort.example.dk", "PUBLIC_URL must be an address like"],
  ["LOG_LEVEL", "loud", "LOG_LEVEL must be one of silent, fatal,"],
  [
    "DATABASE_URL",
    "postgres://me:secret@db/kort",
    "DATABASE_URL is set, but this version keeps everything in DATA_DIR",
  ],
  ["REDIS_URL", "redis://me:secret@cache", "REDIS_URL is set, but this version runs as one server only"],
])("%s=%s is refused in one readable line", (name, value, problem) => {
  const result = readEnvironment({ [name]: value });
  expect(result.ok ? "accepted" : result.error).toContain(problem);
  expect(JSON.stringify(result)).not.toContain("secret");
  expect(JSON.stringify(result)).not.toContain(String.raw`\n`);
});
