import { expect, test } from "vitest";
import { importsOf } from "./light-runtime.ts";

test("a source's imports are those that are there when it runs", () => {
  const source = `import type { Actor } from "./actor.ts";
import { type ReactNode, useState } from "react";
import * as v from "valibot";
import {
  first,
  second,
} from "./many.ts";
import "./side.css";
export { third } from "./third.ts";
export type { Fourth } from "./fourth.ts";
const page = () => import("./page.tsx");
const text = 'from "nowhere"';
`;
  expect(importsOf(source)).toEqual(["react", "valibot", "./many.ts", "./third.ts", "./page.tsx"]);
});
