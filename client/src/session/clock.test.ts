import { err, ok } from "@faelleskort/shared/model/result.ts";
import { expect, it } from "vitest";
import { createClock } from "./clock.ts";

it("takes the server's time from the quickest answer, in the middle of its trip", async () => {
  let device = 1000;
  // The server is an hour ahead; the trips take 80, 20 and 200 ms, and the slow ones are lopsided.
  const trips = [
    { there: 70, back: 10 },
    { there: 10, back: 10 },
    { there: 10, back: 190 },
  ];
  const clock = createClock({
    deviceNow: () => device,
    tries: 3,
    time: () => {
      const trip = trips.shift() ?? { there: 0, back: 0 };
      device += trip.there;
      const now = device + 3_600_000;
      device += trip.back;
      return Promise.resolve(ok({ now }));
    },
  });
  await clock.measure();
  expect(clock.now()).toBe(device + 3_600_000);
});

it("goes by the device while nobody answers", async () => {
  const clock = createClock({
    deviceNow: () => 5000,
    time: () => Promise.resolve(err({ kind: "unreachable" as const })),
  });
  await clock.measure();
  expect(clock.now()).toBe(5000);
});

it("FAULT-8 measures anew only when a clock was set meanwhile", async () => {
  let server = 1_000_000;
  let questions = 0;
  const clock = createClock({
    deviceNow: () => 5000,
    time: () => {
      questions += 1;
      return Promise.resolve(ok({ now: server }));
    },
  });
  await clock.measure();
  questions = 0;
  server += 400;
  await clock.check();
  expect([questions, clock.now()]).toEqual([1, 1_000_000]);
  server -= 3_600_000;
  await clock.check();
  expect([questions, clock.now()]).toEqual([3, server]);
});

it("asks no more once an answer was quick, and four times when none is", async () => {
  const asked = async (trip: number) => {
    let device = 0;
    let questions = 0;
    const clock = createClock({
      deviceNow: () => device,
      time: () => {
        questions += 1;
        device += trip;
        return Promise.resolve(ok({ now: 0 }));
      },
    });
    await clock.measure();
    return questions;
  };
  expect([await asked(12), await asked(120)]).toEqual([1, 4]);
});

it("asks nothing beside a measurement: who comes meanwhile waits for that", async () => {
  let device = 0;
  let questions = 0;
  const clock = createClock({
    deviceNow: () => device,
    time: () => {
      questions += 1;
      device += 100;
      return Promise.resolve(ok({ now: 3_600_000 + device }));
    },
  });
  await Promise.all([clock.measure(), clock.check(), clock.measure()]);
  expect([questions, clock.now()]).toEqual([4, device + 3_600_050]);
});

it("FAULT-8 isn't led astray when this device's clock is set back while it asks", async () => {
  let device = 10_000_000;
  const trips = [-3_600_000, 20];
  const clock = createClock({
    deviceNow: () => device,
    time: () => {
      device += trips.shift() ?? 0;
      return Promise.resolve(ok({ now: 50_000 }));
    },
  });
  await clock.measure();
  expect(clock.now()).toBe(50_010);
});
