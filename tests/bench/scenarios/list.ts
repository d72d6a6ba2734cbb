import { keepsDocuments, subjectNames, type SubjectName } from "../subjects/subject.ts";
import { board } from "./board.ts";
import { crowd } from "./crowd.ts";
import { groupCommit } from "./group-commit.ts";
import { largeDocument } from "./large-document.ts";
import { manyRooms } from "./many-rooms.ts";
import { meeting } from "./meeting.ts";
import { saturation } from "./saturation.ts";
import type { Scenario } from "./scenario.ts";
import { slowReader } from "./slow-reader.ts";

export const scenarioIds = [
  "board",
  "crowd-1000",
  "crowd-500",
  "many-rooms",
  "large-document",
  "meeting",
  "slow-reader",
  "group-commit",
  "saturation",
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** One line of a scenario's table. */
export interface Row {
  readonly metric: string;
  readonly label: string;
  readonly digits: number;
  /** Which way is better, when the ratio to the best peer says something. */
  readonly better?: "less" | "more";
}

export interface ListedScenario {
  /** The numbers of the goals it answers (`report/targets.ts`). */
  readonly numbers: readonly number[];
  readonly title: string;
  readonly subjects: readonly SubjectName[];
  readonly run: Scenario;
  readonly rows: readonly Row[];
}

const documents = subjectNames.filter(keepsDocuments);
const row = (metric: string, label: string, digits = 1, better?: Row["better"]): Row =>
  better === undefined ? { metric, label, digits } : { metric, label, digits, better };

const crowdRows = [
  row("joinedSeconds", "all joined, s", 2, "less"),
  row("joinCpu", "CPU for that, s", 2, "less"),
  row("cpuPerDelivery", "CPU per delivery, µs", 2, "less"),
  row("mainPerDelivery", "… main thread alone", 2, "less"),
  row("deliveriesPerSecond", "deliveries/s", 0),
  row("p50", "latency p50, ms", 2),
  row("p99", "latency p99, ms", 1, "less"),
  row("missing", "not delivered 2 s later, %", 2),
  row("rss", "resident, MB", 0, "less"),
  row("generatorBusy", "load generator busy, %", 0),
];

export const scenarios: Readonly<Record<ScenarioId, ListedScenario>> = {
  board: {
    numbers: [1, 7],
    title: "30 people drag and point at 20 Hz; then one edit at a time",
    subjects: subjectNames,
    run: board,
    rows: [
      row("cpuPerDelivery", "CPU per delivery, µs", 2, "less"),
      row("mainPerDelivery", "… main thread alone", 2, "less"),
      row("deliveriesPerSecond", "deliveries/s", 0),
      row("p50", "edit latency p50, ms", 2),
      row("p99", "edit latency p99, ms", 1, "less"),
      row("presenceP99", "presence latency p99, ms", 1, "less"),
      row("loneP50", "lone edit p50, ms", 2, "less"),
      row("loneP99", "lone edit p99, ms", 2, "less"),
      row("savedP50", "saved on disk p50, ms", 1),
      row("savedP99", "saved on disk p99, ms", 1),
      row("delayP99", "event loop delay p99, ms", 1),
      row("missing", "not delivered, %", 2),
      row("rss", "resident, MB", 0, "less"),
      row("generatorBusy", "load generator busy, %", 0),
    ],
  },
  "crowd-1000": {
    numbers: [2],
    title: "1,000 listeners, 5 editors at 20 Hz",
    subjects: subjectNames,
    run: (plan) => crowd(1_000, plan),
    rows: crowdRows,
  },
  "crowd-500": {
    numbers: [2],
    title: "500 listeners, 5 editors at 20 Hz",
    subjects: subjectNames,
    run: (plan) => crowd(500, plan),
    rows: crowdRows,
  },
  "many-rooms": {
    numbers: [3],
    title: "300 rooms of 4 people, a card each, at 2 Hz (ours stores, the peers don't)",
    subjects: subjectNames,
    run: manyRooms,
    rows: [
      row("cpuPer20s", "CPU per 20 s, s", 2, "less"),
      row("mainPer20s", "… main thread alone", 2, "less"),
      row("kbPerRoom", "resident memory per open room, KB", 0, "less"),
      row("restKbPerRoom", "… after 20 s of quiet", 0, "less"),
      row("liveKbPerRoom", "… live on the heap", 0, "less"),
      row("deliveriesPerSecond", "deliveries/s", 0),
      row("p99", "edit latency p99, ms", 1, "less"),
      row("missing", "not delivered, %", 2),
      row("rss", "resident, MB", 0, "less"),
      row("generatorBusy", "load generator busy, %", 0),
    ],
  },
  "large-document": {
    numbers: [4, 5],
    title: "100,000 moves over 5,000 cards, all of them stored; then people join",
    subjects: documents,
    run: largeDocument,
    rows: [
      row("ingestCpu", "CPU for the moves, s", 2, "less"),
      row("ingestMainCpu", "… main thread alone", 2, "less"),
      row("ingestSeconds", "time until all are taken, s", 2, "less"),
      row("documentKb", "document, KB", 0),
      row("contentKb", "the same cards written once, KB", 0),
      row("storedMb", "on disk, MB", 1, "less"),
      row("warmJoinMs", "warm join, ms", 1, "less"),
      row("coldJoinMs", "join after a restart, ms", 0, "less"),
    ],
  },
  meeting: {
    numbers: [4],
    title: "two hours of thirty people, typed letter by letter",
    subjects: ["ours"],
    run: meeting,
    rows: [
      row("edits", "edits", 0),
      row("cards", "cards at the end", 0),
      row("documentKb", "document, KB", 1),
      row("contentKb", "the same written once, KB", 1),
      row("growth", "ratio", 2),
    ],
  },
  "slow-reader": {
    numbers: [6],
    title: "30 people work, one socket takes nothing; then it wakes",
    subjects: subjectNames,
    run: slowReader,
    rows: [
      row("stallSeconds", "stalled for, s", 0),
      row("grewMb", "memory grew by, MB", 1, "less"),
      row("p99Before", "others' edit p99 before, ms", 1),
      row("p99During", "others' edit p99 meanwhile, ms", 1),
      row("p99Ratio", "… ratio", 2),
      row("completeMs", "complete after waking, ms", 0),
      row("rss", "resident, MB", 0),
    ],
  },
  "group-commit": {
    numbers: [7],
    title: "30 rooms append through the store's port, each commit synced",
    subjects: ["ours"],
    run: groupCommit,
    rows: [
      row("oneByOne", "one room, one by one: edits/s", 0),
      row("oneByOneP50", "… p50, ms", 2),
      row("editsPerSecond", "30 rooms, one edit each: edits/s", 0),
      row("savedP50", "… p50, ms", 2),
      row("savedP99", "… p99, ms", 1),
      row("loopDelayP99", "… event loop delay p99, ms", 1),
      row("tensPerSecond", "30 rooms, ten edits each: edits/s", 0),
      row("tensP99", "… p99, ms", 1),
    ],
  },
  saturation: {
    numbers: [8],
    title: "30 people, faster and faster until p99 > 250 ms; then half as fast again",
    subjects: subjectNames,
    run: saturation,
    rows: [
      row("deliveriesPerSecond", "deliveries/s at the limit", 0, "more"),
      row("hertz", "… that is, Hz per person", 0),
      row("p99", "… latency p99, ms", 1),
      row("pastDeliveriesPerSecond", "past it: deliveries/s", 0, "more"),
      row("pastP99", "… latency p99, ms", 0),
      row("pastEditsMissing", "… edits not there 5 s later, %", 1),
      row("pastClosed", "… sockets closed", 0),
    ],
  },
};
