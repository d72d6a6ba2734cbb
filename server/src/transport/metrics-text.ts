import { roles } from "@faelleskort/shared/model/roles.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import type { Counters } from "../workshops/counters.ts";
import type { LiveWorkshop } from "../workshops/live-workshop.ts";
import { documentKinds } from "../workshops/ports.ts";
import type { Lateness } from "./loop-delay.ts";
import { PrometheusText } from "./prometheus-text.ts";

export interface Measured {
  readonly counters: Counters;
  readonly workshops: readonly LiveWorkshop[];
  readonly loopDelay: Lateness;
  /** Bytes. */
  readonly memory: Pick<NodeJS.MemoryUsage, "rss" | "heapUsed" | "heapTotal" | "external">;
  /** Milliseconds of the clock that the store queue is measured with. */
  readonly now: number;
}

/** The server's numbers as Prometheus text. Nothing in it names a workshop or a person. */
export function metricsText({ counters, workshops, loopDelay, memory, now }: Measured): string {
  const text = new PrometheusText();
  const connections = workshops.flatMap((workshop) =>
    documentKinds.flatMap((kind) => [...workshop.room(kind).connections]),
  );
  const { storeQueue } = counters;
  text.gauge("faelleskort_workshops_in_memory", "Workshops whose documents are loaded.", workshops.length);
  text.gauge(
    "faelleskort_rooms",
    "Open documents: two for each workshop in memory.",
    documentKinds.map((document) => [{ document }, workshops.length]),
  );
  text.gauge(
    "faelleskort_sockets",
    "Open sockets in rooms.",
    roles.map((role) => [{ role }, connections.filter((each) => each.role === role).length]),
  );
  text.gauge(
    "faelleskort_sockets_behind",
    "Sockets that take too little and get nothing until they have drained.",
    connections.filter(({ isBehind }) => isBehind).length,
  );
  text.counter("faelleskort_left_behind_total", "Times a socket fell behind.", counters.leftBehind);
  text.counter(
    "faelleskort_closed_total",
    "Sockets that the server ended.",
    Object.entries(closeCode).map(([reason, code]) => [{ reason }, counters.closedByCode.get(code) ?? 0]),
  );
  text.counter("faelleskort_frames_in_total", "Messages received.", counters.framesIn);
  text.counter("faelleskort_frames_out_total", "Messages sent.", counters.framesOut);
  text.counter("faelleskort_bytes_in_total", "Bytes of messages received.", counters.bytesIn);
  text.counter("faelleskort_bytes_out_total", "Bytes of messages sent.", counters.bytesOut);
  text.histogram("faelleskort_tick_edits", "Edits sent on together in one tick.", counters.editsPerTick);
  text.histogram(
    "faelleskort_tick_presence",
    "People whose presence was sent on together in one tick.",
    counters.presencePerTick,
  );
  text.counter(
    "faelleskort_presence_dropped_total",
    "Presence left out for slow sockets.",
    counters.presenceDropped,
  );
  text.counter(
    "faelleskort_refused_total",
    "Edits refused.",
    [...counters.refusedByReason].map(([reason, count]) => [{ reason }, count]),
  );
  text.counter(
    "faelleskort_http_refused_total",
    "Calls refused, and sockets before their upgrade, by HTTP status.",
    [...counters.refusedByStatus].map(([status, count]) => [{ status: String(status) }, count]),
  );
  text.counter("faelleskort_wrong_invites_total", "Wrong codes and links.", counters.wrongInvites);
  text.histogram(
    "faelleskort_saved_seconds",
    "From handing edits to the store until they are on disk.",
    counters.saved,
    1_000,
  );
  text.gauge("faelleskort_store_queue", "Appends that aren't on disk yet.", storeQueue.length);
  text.gauge(
    "faelleskort_store_queue_oldest_seconds",
    "How long the oldest of them has waited.",
    storeQueue.oldestAge(now) / 1_000,
  );
  text.counter(
    "faelleskort_store_failures_total",
    "Workshops dropped since storing failed.",
    counters.storeFailures,
  );
  const loopHelp = "How late the event loop was, in the worse of this half minute and the last";
  text.gauge("faelleskort_event_loop_delay_p50_seconds", `${loopHelp}: median.`, loopDelay.p50 / 1_000);
  text.gauge(
    "faelleskort_event_loop_delay_p99_seconds",
    `${loopHelp}: 99th percentile.`,
    loopDelay.p99 / 1_000,
  );
  text.gauge("process_resident_memory_bytes", "Memory that the process occupies.", memory.rss);
  text.gauge("nodejs_heap_size_used_bytes", "Memory in use by JavaScript objects.", memory.heapUsed);
  text.gauge("nodejs_heap_size_total_bytes", "Memory reserved for JavaScript objects.", memory.heapTotal);
  text.gauge(
    "nodejs_external_memory_bytes",
    "Memory of buffers and other things outside the heap.",
    memory.external,
  );
  return text.toString();
}
