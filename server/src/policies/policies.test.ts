import { describe, expect, it } from "vitest";
import { TestTimers } from "../workshops/test-timers.ts";
import { addressKey } from "./address.ts";
import { Attempts } from "./attempts.ts";
import { localeOf } from "./locale.ts";
import { isOwnOrigin } from "./origin.ts";

describe("isOwnOrigin", () => {
  const publicUrl = "https://kort.example.dk";
  it.each([
    [undefined, "localhost:3000", null, true],
    ["http://localhost:3000", "localhost:3000", null, true],
    ["http://LOCALHOST:3000", "localhost:3000", null, true],
    ["http://192.168.1.5", "192.168.1.5", null, true],
    ["http://192.168.1.5", "192.168.1.5:80", null, true],
    ["https://kort.example.dk", "kort.example.dk", null, true],
    ["https://kort.example.dk", "10.0.0.2:3000", publicUrl, true],
    ["http://10.0.0.2:3000", "10.0.0.2:3000", publicUrl, true],
    ["http://kort.example.dk", "10.0.0.2:3000", publicUrl, false],
    ["https://kort.example.dk.evil.example", "10.0.0.2:3000", publicUrl, false],
    ["http://localhost:3001", "localhost:3000", null, false],
    ["https://evil.example", "localhost:3000", null, false],
    ["null", "localhost:3000", null, false],
    ["", "localhost:3000", null, false],
    ["file:///tmp/a.html", "localhost:3000", null, false],
    ["http://localhost:3000", undefined, null, false],
  ])("%s at %s (PUBLIC_URL %s): %s", (origin, host, url, own) => {
    expect(isOwnOrigin(origin, host, url)).toBe(own);
  });
});

describe("addressKey", () => {
  it.each([
    ["192.168.1.5", "192.168.1.5"],
    ["::ffff:192.168.1.5", "192.168.1.5"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["not an address", "not an address"],
  ])("%s counts as %s", (ip, key) => expect(addressKey(ip)).toBe(key));
});

describe("localeOf", () => {
  it.each([
    [undefined, "da"],
    ["", "da"],
    ["da-DK,da;q=0.9,en;q=0.8", "da"],
    ["en-GB,en;q=0.9", "en"],
    ["de,en;q=0.7,da;q=0.3", "en"],
    ["de,en;q=0.3,da;q=0.7", "da"],
    ["en;q=0", "da"],
    ["en;q=x", "en"],
    ["tr,ar", "da"],
  ])("%s reads %s", (header, locale) => expect(localeOf(header)).toBe(locale));
});

describe("Attempts", () => {
  it("are used up after the most, for that address and that window", () => {
    const clock = new TestTimers();
    const attempts = new Attempts(clock, { most: 3, windowMs: 1_000, addresses: 10 });
    for (let count = 0; count < 3; count += 1) {
      expect(attempts.isUsedUp("a")).toBe(false);
      attempts.count("a");
    }
    expect([attempts.isUsedUp("a"), attempts.isUsedUp("b")]).toEqual([true, false]);
    clock.pass(999);
    expect(attempts.isUsedUp("a")).toBe(true);
    clock.pass(1);
    expect(attempts.isUsedUp("a")).toBe(false);
    attempts.count("a");
    expect(attempts.isUsedUp("a")).toBe(false);
  });

  it("forget the address whose window began first when there are too many", () => {
    const attempts = new Attempts(new TestTimers(), { most: 1, windowMs: 1_000, addresses: 2 });
    for (const address of ["a", "b", "c"]) attempts.count(address);
    expect(["a", "b", "c"].map((address) => attempts.isUsedUp(address))).toEqual([false, true, true]);
  });
});
