// @ts-check
/** @import { Inspection } from "../inspection.ts" */

const everyMs = 1_000;

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

/** @param {number} ms */
const milliseconds = (ms) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

/** @param {number} count */
function bytes(count) {
  if (count < 1024) return `${count} B`;
  const kibi = count / 1024;
  return kibi < 1024 ? `${kibi.toFixed(1)} KiB` : `${(kibi / 1024).toFixed(1)} MiB`;
}

/** @param {number} at */
function timeOfDay(at) {
  const time = new Date(at);
  return `${time.toLocaleTimeString("da-DK")}.${String(time.getMilliseconds()).padStart(3, "0")}`;
}

/**
 * Fills a table's body; what is in it is text, never markup.
 * @param {string} name the body's id; `no-<name>` is what stands there when it is empty
 * @param {readonly (readonly (string | number)[])[]} rows
 * @param {readonly number[]} textColumns
 */
function fill(name, rows, textColumns) {
  const made = rows.map((cells) => {
    const row = document.createElement("tr");
    for (const [column, value] of cells.entries()) {
      const cell = document.createElement("td");
      cell.textContent = String(value);
      if (textColumns.includes(column)) cell.className = "text";
      row.append(cell);
    }
    return row;
  });
  byId(name).replaceChildren(...made);
  byId(`no-${name}`).hidden = rows.length > 0;
}

/** @param {Inspection} inspection */
function show({ at, rooms, ticks }) {
  fill(
    "rooms",
    rooms.map((room) => [
      room.workshop,
      room.document,
      room.people.facilitator,
      room.people.participant,
      room.people.observer,
      room.behind,
      bytes(room.bytes),
      room.tail,
      room.seq,
      room.saved === null ? "–" : `${milliseconds(room.saved.median)} / ${milliseconds(room.saved.slowest)}`,
      room.owners,
      room.clientIds.join(" ") || "–",
    ]),
    [0, 1, 11],
  );
  fill(
    "ticks",
    ticks.map((tick) => [
      timeOfDay(tick.at),
      tick.workshop,
      tick.document,
      tick.edits,
      tick.presence,
      tick.frames,
      bytes(tick.bytes),
      tick.receivers,
      milliseconds(tick.tookMs),
    ]),
    [0, 1, 2],
  );
  byId("state").textContent = `As of ${timeOfDay(at)}, read again every second`;
  delete byId("state").dataset.lost;
}

async function refresh() {
  try {
    const response = await fetch("/inspector/rooms.json");
    if (!response.ok) throw new Error(`answered with ${response.status}`);
    // The page and the answer come from the same sources.
    /** @type {unknown} */
    const answer = await response.json();
    show(/** @type {Inspection} */ (answer));
  } catch (error) {
    byId("state").textContent =
      `The server doesn't answer (${error instanceof Error ? error.message : String(error)}); trying again`;
    byId("state").dataset.lost = "";
  }
}

async function run() {
  // A page nobody looks at asks nothing.
  if (!document.hidden) await refresh();
  setTimeout(() => void run(), everyMs);
}

await run();
