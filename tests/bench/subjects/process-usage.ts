import { readdirSync, readFileSync } from "node:fs";

/** Kernel clock ticks are 10 ms on every Linux that Node runs on (USER_HZ). */
const msPerTick = 10;

/** CPU time in ms since the process began, user and system together. */
export interface CpuTime {
  readonly all: number;
  readonly main: number;
}

/** User and system time of a `stat` line, in ms. */
export function cpuOf(stat: string): number {
  // The name, in brackets, may hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

/** The number behind a name in `/proc/<pid>/status`, in kB; NaN when there is none. */
export function statusKb(status: string, name: string): number {
  return Number(new RegExp(String.raw`^${name}:\s+(\d+) kB$`, "m").exec(status)?.[1] ?? Number.NaN);
}

export function cpuTime(pid: number): CpuTime {
  return {
    all: cpuOf(readFileSync(`/proc/${pid}/stat`, "latin1")),
    main: cpuOf(readFileSync(`/proc/${pid}/task/${pid}/stat`, "latin1")),
  };
}

/** Resident memory now, in kB. */
export function residentKb(pid: number): number {
  return statusKb(readFileSync(`/proc/${pid}/status`, "latin1"), "VmRSS");
}

export function threadCount(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).length;
}
