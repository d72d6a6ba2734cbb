/** Why a goal isn't reached, by its id: what a profile showed. Take a line out when its cause is gone. */
export const reasons: Readonly<Record<string, string>> = {
  "1a":
    "three quarters of it is the main thread, where a third goes to taking each frame by itself (checking it, Yjs), a quarter to writing " +
    "ticks and receipts, and a seventh to handing edits to the thread that stores. That thread, with some 80 synced commits a second, is " +
    "most of the rest",
  "1b": "as 1a",
  "1c": "as 1a: the batching relay reads nothing of what it passes on, and stores nothing",
  "3a":
    "2,400 edits a second in 300 documents share nothing: each touches a page of its own in the journal, and makes a write for each " +
    "receiver and a receipt. The batching relay, which reads and stores nothing, takes about 3.4 s here",
  "3b":
    "80 to 100 KB of it are live (two documents, four sockets; Yjs takes 6 KB per card); the rest is room that V8 keeps. With " +
    "--optimize-for-size it is 166 KB, but 300 rooms take half as much CPU again",
};
