/** What the killed process writes and says, so that the one who looks afterwards can tell what must be there. */

export type WriterMode = "durable" | "early";

export const roomNames: readonly string[] = ["room-one", "room-two", "room-three", "room-four", "room-five"];

/** From a few bytes to a few pages, so that a kill falls into all kinds of writing. */
export function updateText(room: string, seq: number): string {
  return `${room} ${seq} ${"x".repeat((seq * 7_919) % 9_000)}`;
}

/** A state that holds everything up to a seq. */
export function snapshotText(room: string, uptoSeq: number): string {
  return `${room} holds ${uptoSeq} ${"y".repeat((uptoSeq * 104_729) % 50_000)}`;
}

export function acknowledgement(room: string, seq: number): string {
  return `stored ${room} ${seq}`;
}

/** The newest seq acknowledged for each room, from the lines that came whole. */
export function acknowledgedIn(output: string): Map<string, number> {
  const newest = new Map<string, number>();
  for (const line of output.split("\n").slice(0, -1)) {
    const [, room = "", seq = ""] = /^stored (\S+) (\d+)$/.exec(line) ?? [];
    if (room === "") throw new Error(`the writer said something else: ${line}`);
    newest.set(room, Math.max(newest.get(room) ?? 0, Number(seq)));
  }
  return newest;
}
