import { expect, it } from "vitest";
import { fakeClock } from "./fake-clock.ts";
import { createThrottle } from "./throttle.ts";

it("passes the first value at once and then the latest, one per interval", () => {
  const clock = fakeClock();
  const passed: [number, string][] = [];
  const throttle = createThrottle<string>(clock, 50, (value) => passed.push([clock.now(), value]));
  for (const value of ["a", "b", "c"]) throttle.push(value);
  clock.advance(49);
  throttle.push("d");
  clock.advance(200);
  throttle.push("e");
  expect(passed).toEqual([
    [0, "a"],
    [50, "d"],
    [249, "e"],
  ]);
  throttle.push("f");
  throttle.flush();
  expect(passed.at(-1)).toEqual([249, "f"]);
  throttle.push("g");
  throttle.close();
  clock.advance(500);
  expect(passed).toHaveLength(4);
});
