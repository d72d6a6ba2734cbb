import { expect, test } from "vitest";
import { fileName } from "./workshop-file.ts";

test.each([
  ["Høje Gladsaxe", "hoeje-gladsaxe.json"],
  ["  Æbleø & Ålborg, 2. runde! ", "aebleoe-aalborg-2-runde.json"],
  ["Café Olé", "cafe-ole.json"],
  ['"; rm -rf /\r\nx: y', "rm-rf-x-y.json"],
  ["مجموعة", "kortlaegning.json"],
  ["", "kortlaegning.json"],
  ["a".repeat(200), `${"a".repeat(60)}.json`],
])("%s is downloaded as %s", (title, name) => expect(fileName(title, "json")).toBe(name));
