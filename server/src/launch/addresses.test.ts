import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, test } from "vitest";
import { addressesOf, welcome } from "./addresses.ts";

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: "IPv4",
  netmask: "255.255.255.0",
  mac: "00:00:00:00:00:00",
  cidr: `${address}/24`,
});
const wifi = {
  lo: [ipv4("127.0.0.1", true)],
  docker0: [ipv4("172.17.0.1")],
  auto: [ipv4("169.254.3.4")],
  wlan0: [ipv4("192.168.1.20")],
};
const all = new URL("http://0.0.0.0:3000");

describe("where people reach the server", () => {
  test("listening everywhere: this machine's name, and its address on a real network", () => {
    const expected = { local: "http://localhost:3000", network: "http://192.168.1.20:3000" };
    expect(addressesOf(all, null, wifi)).toEqual(expected);
    expect(addressesOf(new URL("http://[::]:3000"), null, wifi)).toEqual(expected);
  });

  test("a virtual network is better than none", () => {
    expect(addressesOf(all, null, { docker0: wifi.docker0 }).network).toBe("http://172.17.0.1:3000");
  });

  test("listening on this machine only, or without a network: nobody else reaches it", () => {
    expect(addressesOf(new URL("http://127.0.0.1:3000"), null, wifi)).toEqual({
      local: "http://127.0.0.1:3000",
      network: undefined,
    });
    expect(addressesOf(all, null, { lo: wifi.lo }).network).toBeUndefined();
  });

  test("the operator's address is the one given out", () => {
    const network = "https://kort.example.dk";
    expect(addressesOf(all, network, wifi)).toEqual({ local: "http://localhost:3000", network });
  });

  test("one chosen address is both", () => {
    const chosen = "http://192.168.1.20:8080";
    expect(addressesOf(new URL(chosen), null, wifi)).toEqual({ local: chosen, network: chosen });
  });
});

describe("what the terminal shows", () => {
  test("both addresses and a code for phones", () => {
    const shown = welcome({ local: "http://localhost:3000", network: "http://192.168.1.20:3000" });
    expect(shown).toContain("on this machine:  http://localhost:3000\n");
    expect(shown).toContain("on the network:   http://192.168.1.20:3000\n");
    expect(shown).toMatch(/█/);
  });

  test("no code when phones can't reach it", () => {
    expect(welcome({ local: "http://localhost:3000", network: undefined })).not.toMatch(/█/);
  });
});
