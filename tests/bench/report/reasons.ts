/** Why a goal isn't reached, by its id: what a profile showed. Take a line out when its cause is gone. */
export const reasons: Readonly<Record<string, string>> = {
  "1a":
    "of the whole process, two fifths go to reading frames and taking each by itself (checking 8 %, Yjs 13 %, presence 6 %), a fifth to " +
    "writing ticks and receipts, 15 % to the thread that stores (some 80 synced commits a second) and 7 % to collecting garbage; the rest " +
    "is the event loop's own",
  "1b": "as 1a",
  "1c": "as 1a: the batching relay reads nothing of what it passes on, and stores nothing",
  "3a":
    "the batching relay, which reads and stores nothing, takes 3.5 s for one reading and three writes of each message; a receipt is a fourth " +
    "write. In 300 rooms hardly anything comes together: of ours a quarter is such reading and writing, a fifth taking edits and presence, a " +
    "sixth collecting garbage (some 25 KB are made for each edit and its presence) and an eighth the thread that stores",
  "3b":
    "80 to 100 KB of it are live (two documents, four sockets; Yjs takes 6 KB per card); the rest is room that V8 keeps. With " +
    "--optimize-for-size it is 166 KB, but 300 rooms take half as much CPU again",
};
