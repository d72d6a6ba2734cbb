/** Why a goal isn't reached, by its id: what a profile showed. Take a line out when its cause is gone. */
export const reasons: Readonly<Record<string, string>> = {
  "1a":
    "three quarters of the main thread's time goes to each edit by itself: checking it, Yjs taking it, and a receipt written to its " +
    "sender. The rest is the thread that stores, of which two thirds is waking up for each of 80 commits a second",
  "1b": "as 1a",
  "1c": "as 1a: the batching relay reads nothing of what it passes on, and stores nothing",
  "3a":
    "2,400 edits a second in 300 documents share nothing: each touches a page of its own in the journal, and makes a write for each " +
    "receiver and a receipt. The batching relay, which reads and stores nothing, takes about 3.4 s here",
  "3b":
    "about 90 KB of it is live (two documents, four sockets; Yjs takes 6 KB per card); the rest is room that V8 keeps. With " +
    "--optimize-for-size it is 166 KB, but 300 rooms take half as much CPU again",
};
