import { roles } from "@faelleskort/shared/model/roles.ts";
import { type Counters, savedBucketsMs } from "../workshops/counters.ts";
import type { LiveWorkshop } from "../workshops/live-workshop.ts";
import { documentKinds } from "../workshops/ports.ts";

interface Measured {
  readonly counters: Counters;
  readonly workshops: readonly LiveWorkshop[];
  /** Milliseconds: mean and 99th percentile of how late the event loop was. */
  readonly loopDelay: { readonly mean: number; readonly p99: number };
}

/** The server's numbers as Prometheus text. Nothing in it names a workshop or a person. */
export function metricsText({ counters, workshops, loopDelay }: Measured): string {
  const lines: string[] = [];
  const metric = (name: string, type: string, help: string, samples: readonly [string, number][]): void => {
    lines.push(`# HELP faelleskort_${name} ${help}`, `# TYPE faelleskort_${name} ${type}`);
    for (const [labels, value] of samples) lines.push(`faelleskort_${name}${labels} ${value}`);
  };
  const one = (value: number): [string, number][] => [["", value]];
  const connections = workshops.flatMap((workshop) =>
    documentKinds.flatMap((kind) => [...workshop.room(kind).connections]),
  );
  metric("workshops_in_memory", "gauge", "Workshops whose documents are loaded.", one(workshops.length));
  metric(
    "sockets",
    "gauge",
    "Open sockets in rooms.",
    roles.map((role) => [`{role="${role}"}`, connections.filter((each) => each.role === role).length]),
  );
  metric("frames_in_total", "counter", "Messages received.", one(counters.framesIn));
  metric("frames_out_total", "counter", "Messages sent.", one(counters.framesOut));
  metric("bytes_in_total", "counter", "Bytes of messages received.", one(counters.bytesIn));
  metric("bytes_out_total", "counter", "Bytes of messages sent.", one(counters.bytesOut));
  metric(
    "presence_dropped_total",
    "counter",
    "Presence left out for slow sockets.",
    one(counters.presenceDropped),
  );
  metric("left_behind_total", "counter", "Times a slow socket fell behind.", one(counters.leftBehind));
  metric(
    "store_failures_total",
    "counter",
    "Workshops dropped since storing failed.",
    one(counters.storeFailures),
  );
  metric("wrong_invites_total", "counter", "Wrong codes and links.", one(counters.wrongInvites));
  metric(
    "refused_total",
    "counter",
    "Edits refused.",
    [...counters.refusedByReason].map(([reason, count]) => [`{reason="${reason}"}`, count]),
  );
  metric("saved_seconds", "histogram", "From handing edits to the store until they are on disk.", []);
  lines.push(...histogram(counters));
  metric("event_loop_delay_seconds", "gauge", "How late the event loop was.", [
    ['{quantile="mean"}', loopDelay.mean / 1000],
    ['{quantile="0.99"}', loopDelay.p99 / 1000],
  ]);
  return `${lines.join("\n")}\n`;
}

function histogram({ savedByBucket, savedMsTotal }: Counters): string[] {
  let count = 0;
  const buckets = savedByBucket.map((inBucket, index) => {
    count += inBucket;
    const most = savedBucketsMs[index];
    const label = most === undefined ? "+Inf" : String(most / 1000);
    return `faelleskort_saved_seconds_bucket{le="${label}"} ${count}`;
  });
  return [
    ...buckets,
    `faelleskort_saved_seconds_sum ${savedMsTotal / 1000}`,
    `faelleskort_saved_seconds_count ${count}`,
  ];
}
