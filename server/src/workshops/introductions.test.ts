import { inviteId, participantId } from "@faelleskort/shared/model/ids.ts";
import { expect, test } from "vitest";
import { Connection } from "./connection.ts";
import { Counters } from "./counters.ts";
import { Introductions } from "./introductions.ts";
import { TestTimers } from "./test-timers.ts";

function hall(bytes: number) {
  const timers = new TestTimers();
  const document = { isOpen: false, figures: { bytes } };
  const asked: Connection[] = [];
  const introductions = new Introductions(timers, document, (connection) => {
    document.isOpen = true;
    asked.push(connection);
  });
  const guest = () => {
    const line = { buffered: 0 };
    const member = {
      participantId: participantId("person-1"),
      role: "participant" as const,
      inviteId: inviteId("invite-1"),
    };
    const socket = {
      send() {},
      onDrained() {},
      buffered: () => line.buffered,
      taken: () => 0,
      ping() {},
      close() {},
      terminate() {},
    };
    return { connection: new Connection(member, socket, timers, new Counters()), line };
  };
  return { timers, document, asked, introductions, guest };
}

test("who comes to a small document, or one that is open, is asked at once", () => {
  const small = hall(1_000);
  const first = small.guest();
  small.introductions.ask(first.connection);
  expect(small.asked).toEqual([first.connection]);
  const large = hall(1_000_000);
  large.document.isOpen = true;
  const second = large.guest();
  large.introductions.ask(second.connection);
  expect(large.asked).toEqual([second.connection]);
  expect(large.timers.waiting).toBe(0);
});

test("a large document waits until those who came have got their copy", () => {
  const { timers, asked, introductions, guest } = hall(1_000_000);
  const [one, two, gone] = [guest(), guest(), guest()];
  for (const { connection } of [one, two, gone]) introductions.ask(connection);
  timers.pass(20);
  introductions.answered(one.connection);
  introductions.answered(two.connection);
  introductions.forget(gone.connection);
  two.line.buffered = 5_000;
  timers.pass(20);
  expect(asked).toEqual([]);
  two.line.buffered = 0;
  timers.pass(5);
  expect(asked).toEqual([one.connection, two.connection]);
  expect(timers.waiting).toBe(0);
});

test("it doesn't wait for ever for who never asks or takes nothing, nor after the room is closed", () => {
  const { timers, asked, introductions, guest } = hall(1_000_000);
  const { connection } = guest();
  introductions.ask(connection);
  timers.pass(495);
  expect(asked).toEqual([]);
  timers.pass(10);
  expect(asked).toEqual([connection]);
  const closing = hall(1_000_000);
  closing.introductions.ask(closing.guest().connection);
  closing.introductions.close();
  closing.timers.pass(1_000);
  expect(closing.asked).toEqual([]);
});
