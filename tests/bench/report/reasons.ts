/** Why a goal isn't reached, by its id: what a profile showed. Take a line out when its cause is gone. */
export const reasons: Readonly<Record<string, string>> = {
  "3a":
    "a third of the main thread's time is writing to sockets: each move makes two writes per receiver (presence at once, the edit " +
    "after its commit) and a receipt. The plain relay, which reads and stores nothing, takes about 4 s here as well",
  "3b":
    "about 110 KB of it is live (two documents, four sockets with their requests; Yjs takes 6 KB per card); the rest is room that " +
    "V8 keeps. A relay's room takes 90 to 140 KB here",
  "5a": "for each who joins, Yjs writes the whole document anew: 60 % of the time, and most of the rest collects what that left",
  "5b": "Yjs integrates the whole document before anybody is answered (70 % of the time), and then writes it anew",
  "6a": "a socket is given up to 4 MiB of edits and 1 MiB of presence before it counts as behind (`policies/limits.ts`)",
};
