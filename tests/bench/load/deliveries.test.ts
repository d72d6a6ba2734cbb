import { beforeEach, describe, expect, test } from "vitest";
import { Histogram } from "../statistics/histogram.ts";
import { Deliveries, type Tally } from "./deliveries.ts";

let tally: Tally;
let deliveries: Deliveries;

// Two who write (0, 1) and one who only listens (2).
beforeEach(() => {
  tally = { delivered: 0, latency: new Histogram() };
  deliveries = new Deliveries(tally, 3, 2);
});

describe("counting deliveries", () => {
  test("each receiver but the sender counts once, however often it comes", () => {
    const number = deliveries.send(0, 1);
    for (const receiver of [0, 1, 1, 2]) deliveries.receive(receiver, 0, number, 2);
    expect(tally.delivered).toBe(2);
  });

  test("a later one counts for those it overtakes, and an older one after it for nothing", () => {
    for (let index = 0; index < 5; index += 1) deliveries.send(0, index);
    deliveries.receive(2, 0, 4, 10);
    deliveries.receive(2, 0, 2, 11);
    expect(tally.delivered).toBe(4);
    deliveries.receive(2, 0, 5, 12);
    expect(tally.delivered).toBe(5);
  });

  test("presence of people who don't send is no delivery", () => {
    deliveries.receive(0, 2, 1, 1);
    expect(tally.delivered).toBe(0);
  });
});

describe("the measured time", () => {
  test("latency is taken from each one's own sending, overtaken ones too", () => {
    deliveries.send(0, 0);
    deliveries.begin();
    deliveries.send(0, 100);
    deliveries.send(0, 120);
    deliveries.receive(1, 0, 3, 130);
    expect(tally.delivered).toBe(3);
    expect(tally.latency.count).toBe(2);
    expect(tally.latency.percentile(0.5)).toBeCloseTo(10, 0);
    expect(tally.latency.percentile(1)).toBeCloseTo(30, 0);
  });

  test("what is sent after its end isn't timed, and isn't missing", () => {
    deliveries.begin();
    deliveries.send(1, 0);
    deliveries.end();
    deliveries.send(1, 5);
    deliveries.receive(0, 1, 2, 7);
    expect(tally.latency.count).toBe(1);
    expect(deliveries.outcome()).toEqual({ expected: 2, missing: 1 });
    deliveries.receive(2, 1, 1, 9);
    expect(deliveries.outcome()).toEqual({ expected: 2, missing: 0 });
  });

  test("what was sent before its beginning isn't expected", () => {
    deliveries.send(0, 0);
    deliveries.begin();
    expect(deliveries.outcome()).toEqual({ expected: 0, missing: 0 });
  });
});

test("complete is who has everything of the others", () => {
  deliveries.send(0, 0);
  deliveries.send(1, 0);
  const progress = deliveries.progress();
  deliveries.send(0, 1);
  deliveries.receive(2, 0, 1, 2);
  expect(deliveries.has(2, progress)).toBe(false);
  deliveries.receive(2, 1, 1, 2);
  expect(deliveries.has(2, progress)).toBe(true);
  deliveries.receive(1, 0, 1, 2);
  expect(deliveries.has(1, progress)).toBe(true);
});
