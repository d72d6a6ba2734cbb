/** Why a goal isn't reached, by its id: what a profile showed. Take a line out when its cause is gone. */
export const reasons: Readonly<Record<string, string>> = {
  "1b":
    "0.42 of the best peer's in five quiet rounds. A third of the whole process is beside its main thread: the one that stores (some 70 " +
    "synced commits a second) and the collecting of garbage",
  "1c": "level with it (4.88 against 4.85 µs in five quiet rounds): the batching relay reads nothing of what it passes on, and stores nothing",
  "1e":
    "of 2.6 ms where this was measured last, 1.2 are the commit (an insert synced after a rest, by itself), 0.9 what y-websocket takes, who " +
    "stores nothing, and the rest two threads waking each other; on another day, with another disk, it was 1.6 ms",
  "3a":
    "the batching relay, which reads and stores nothing, takes 2.9 to 3.5 s for one reading and three writes of each message; a receipt is a fourth " +
    "write. In 300 rooms hardly anything comes together: of ours a quarter is such reading and writing, a fifth taking edits and presence, a " +
    "sixth collecting garbage (some 25 KB are made for each edit and its presence) and an eighth the thread that stores",
  "3b":
    "some 90 KB of it are live (two documents, four sockets; Yjs takes 6 KB per card); the rest is room that V8 keeps while they work, and " +
    "gives back after a quarter of a minute of quiet: then it is 124 KB. With --optimize-for-size it is 166 KB at work, but 300 rooms take " +
    "half as much CPU again",
};
