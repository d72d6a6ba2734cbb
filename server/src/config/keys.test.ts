import { expect, test } from "vitest";
import { digestOf } from "./digest.ts";
import { codeAlphabet, codeAttempts, keysFrom, parseJoinCode } from "./keys.ts";

const keys = keysFrom(new Uint8Array(32).fill(7));
const otherKeys = keysFrom(new Uint8Array(32).fill(8));

test("an invite's secret is the same each time, and another for another invite or key", () => {
  const secret = keys.inviteSecret("invite-1");
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(keys.inviteSecret("invite-1")).toBe(secret);
  expect(keys.inviteSecret("invite-2")).not.toBe(secret);
  expect(otherKeys.inviteSecret("invite-1")).not.toBe(secret);
});

test("what the store keeps of a secret or a code isn't the thing itself, nor each other's", () => {
  const secret = keys.inviteSecret("invite-1");
  const code = keys.joinCode("invite-1", 0);
  const kept = new Set<string>([
    secret,
    digestOf(secret),
    keys.codeHash(code),
    digestOf(code),
    otherKeys.codeHash(code),
  ]);
  expect(kept.size).toBe(5);
});

test("a code has six characters that can't be confused, all of which come up", () => {
  const codes = Array.from({ length: 500 }, (_, index) => keys.joinCode(`invite-${index}`, 0));
  for (const code of codes) expect(code).toMatch(/^[34679CFHJKMNPRTWX]{6}$/);
  expect(new Set(codes.join(""))).toEqual(new Set(codeAlphabet));
  expect(new Set(codes).size).toBe(codes.length);
  for (const confusable of "0OQD1IL2Z5S8BGUV") expect(codeAlphabet).not.toContain(confusable);
});

test("each attempt gives another code, and the invite's own is found again by its hash", () => {
  const codes = Array.from({ length: codeAttempts }, (_, attempt) => keys.joinCode("invite-1", attempt));
  expect(new Set(codes).size).toBe(codeAttempts);
  for (const code of codes) expect(keys.joinCodeOf("invite-1", keys.codeHash(code))).toBe(code);
  expect(keys.joinCodeOf("invite-2", keys.codeHash(codes[0] ?? ""))).toBeNull();
  expect(otherKeys.joinCodeOf("invite-1", keys.codeHash(codes[0] ?? ""))).toBeNull();
});

test.each([
  ["349CFH", "349CFH"],
  [" 349-cfh ", "349CFH"],
  ["349 cfh", "349CFH"],
  ["349CF", null],
  ["349CFHJ", null],
  ["349CF0", null],
  ["", null],
])("a person types %j: %j", (typed, code) => {
  expect(parseJoinCode(typed)).toBe(code);
});
