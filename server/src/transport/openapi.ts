import { problemStatus, type ProblemCode } from "@faelleskort/shared/protocol/problems.ts";
import { ProblemSchema } from "@faelleskort/shared/protocol/http.ts";
import { toJsonSchema } from "@valibot/to-json-schema";
import { type FileAnswer, type FileBody, isSchema, type Route, type Schema } from "./route.ts";

/** The API's own description (OpenAPI 3.1), made from the same table that the calls are mounted from. */
export function openApiDocument(routes: readonly Route[]): { openapi: string } & Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Fælleskort",
      version: "1",
      description:
        "Mapping a neighbourhood's resources and challenges together. Live documents travel over the WebSocket `GET /sync/{workshopId}/{document}` with the session cookie (y-websocket's protocol).",
      license: { name: "MPL-2.0", identifier: "MPL-2.0" },
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(ProblemSchema, "output") },
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "fk_{workshopId}",
          description: "Set by joining; one for each workshop.",
        },
      },
    },
  };
}

const common: readonly ProblemCode[] = ["invalid-input", "too-many-requests", "store-unavailable"];
const commonForMembers: readonly ProblemCode[] = ["no-session", "wrong-workshop", "not-found"];

function operation(route: Route): Record<string, unknown> {
  const needsSession = route.access !== "anyone";
  const problems = [
    ...common,
    ...(needsSession ? commonForMembers : []),
    ...(route.access === "facilitator" ? ["wrong-role" as const] : []),
    ...(route.body === null ? [] : ["too-large" as const]),
    ...route.problems,
  ];
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  return {
    summary: route.summary,
    ...(needsSession ? { security: [{ session: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body === null
      ? {}
      : { requestBody: { required: true, content: content(route.body, "input") } }),
    responses: {
      [route.status]: { description: "Done", content: content(route.answer, "output") },
      ...problemResponses(problems),
    },
  };
}

function content(body: Schema | FileBody | FileAnswer, mode: "input" | "output"): Record<string, unknown> {
  if (isSchema(body)) return { "application/json": { schema: jsonSchema(body, mode) } };
  return Object.fromEntries(body.types.map((type) => [type, {}]));
}

function problemResponses(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(codes), problemStatus);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.join(", "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

/** What JSON Schema can't say (a check by code) is left out; the server holds it all the same. */
function jsonSchema(schema: Schema, typeMode: "input" | "output"): Record<string, unknown> {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: "ignore", typeMode });
  return rest;
}
