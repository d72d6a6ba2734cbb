import { contentLimits } from "@faelleskort/shared/model/limits.ts";

const kibi = 1024;
const mebi = 1024 * kibi;
const second = 1000;
const minute = 60 * second;

/**
 * What one participant may have the server do, over all their connections. One unit is about 0.1 µs: a byte, a step in looking for a place; reading, checking and
 * taking one struct is some 3 µs.
 */
export const workLimits = {
  /** At once: every card of a full board moved (1.2 million), or a paste of 300 cards with texts (300,000) several times. */
  burst: 4 * mebi,
  /** Units a second, some 5 % of a processor. A person dragging and typing needs 10,000. */
  perSecond: 512 * kibi,
  /** For one connection at a stretch, some 10 ms; then others are looked at. */
  perTurn: 96 * kibi,
  /** Reading, checking and taking one. */
  perStruct: 32,
  /** A byte that says nothing readable: up to here it was read like any other. */
  perMalformedByte: 4,
  /** Besides its bytes: the answer to "what have you that I lack?" goes through the whole document. */
  perAnswer: 64 * kibi,
  /** Of an answer, which is put together from what is there: a full document of 16 MiB may be asked for at once, and by two devices. */
  answerBytesPerUnit: 8,
  /** Presence is read past, but for one's own; unmodified y-websocket clients echo everybody's. */
  presenceBytesPerUnit: 8,
} as const;

/** Limits on WebSockets and on what travels over them. Bytes, and milliseconds. */
export const syncLimits = {
  /**
   * One message; above it the socket is closed. Twice an edit's limit, so that who sends a little too much is told so by name, and
   * keeps the connection. The libraries' default of 100 MiB is an attack surface.
   */
  maxPayload: 2 * mebi,
  /**
   * An update, or a sync step 2 (everything somebody has that the room hasn't). Measured: 300 pasted cards are 54 kB, 150 kB with four
   * texts each; a day offline of one person some 100 kB; 3,000 cards moved at once 142 kB, all 10,000 of a full board 485 kB.
   */
  edit: mebi,
  /** Parts of one message: browsers cut a megabyte into some 20. */
  fragments: 256,
  /** Pieces of a message as they come from the network, 1,400 bytes each on a phone's line. */
  chunks: 16 * kibi,
  /** One awareness state: a person dragging 60 cards is 3 kB. */
  presence: 4 * kibi,
  /** Awareness entries in one message: y-websocket sends back what it hears, so a frame may name everybody in the room. */
  presenceEntries: 1_000,
  /** Above this much unsent data a socket gets no more presence: it will be outdated when it arrives. */
  dropPresenceAbove: 256 * kibi,
  /** Above this much unsent data a socket gets nothing until it has drained, then one fresh difference. */
  behindAbove: mebi,
  /** Unsent data at most: what may wait before a socket is behind, and a full document that was on its way. */
  bufferedAtMost: 24 * mebi,
  /** A socket whose line takes nothing for so long, though there is something, is closed. */
  stuckAfter: minute,
  /** A ping goes out this often; who hasn't answered the last one is gone. */
  pingEvery: 25 * second,
  /** y-websocket gives up after 30 s without a message, so a quiet socket gets an empty one. */
  quietFor: 15 * second,
  /** How often sockets are looked after. */
  lookAfterEvery: 5 * second,
  /**
   * Shortest time between two frames of one kind to the same receivers. Where many write there is a commit every 14 ms; every second one
   * finds the rest over and takes along what came since, and the receipts: a cursor at 35 Hz looks smooth.
   */
  tickRest: 20,
  /** Longest time that something waits for the next commit to leave with. */
  tickLatest: 34,
  /** The time between two frames for those who only listen, in a room with more than `allPromptUpTo`: nobody in a hall notices. */
  listenersTick: 80,
  /** Connections in a room up to which all are told in the quick rhythm: a class in a school, with a screen and some phones. */
  allPromptUpTo: 100,
  /** How long a connection counts as taking part after it wrote or moved. */
  livelyFor: 30 * second,
  /** How often a large room tells how many listen; awareness forgets what it hasn't heard of for 30 s. */
  listenersToldEvery: 5 * second,
  /** How long presence waits for an edit to leave with: who drags a card moves the cursor, too, and one write does for both. */
  presenceLinger: 12,
  /**
   * Frames per second and at once. A person dragging sends 30 to 40; an unmodified y-websocket also sends back each presence
   * frame it gets (at most 40 a second). Only a machine reaches this.
   */
  framesPerSecond: 200,
  framesAtOnce: 600,
  /** How often in a minute a connection is asked for the full difference after a gap. */
  resyncsPerMinute: 10,
} as const;

/** Bounds of one Yjs update. What our clients write lies far below; Yjs itself has none. */
export const updateLimits = {
  /** Client ids with structs or deletions in one update: each page load of each person is one. */
  clients: 20_000,
  structs: 100_000,
  deletions: 100_000,
  /**
   * Deletions that change something: each may split a run of text, which moves all that follow it. Moving every card of a
   * full board replaces 10,000 values.
   */
  newDeletions: 20_000,
  /**
   * Steps in which Yjs looks for the new structs' places, some 70 ns each. Who was offline for a day while others wrote in the
   * same texts needs a few thousand; a forger needs billions.
   */
  integrationSteps: 200_000,
  /** Highest clock: Yjs counts characters and values. */
  clock: 2 ** 32,
  /** Client ids are random 32-bit numbers. */
  clientId: 2 ** 32 - 1,
  rootName: 16,
  key: 64,
  /** Bytes of one run of text; a card's text is at most 4,000 characters, two people's typing at once twice that. */
  text: 32 * kibi,
  /** Plain values: positions and authors nest two deep. */
  valueDepth: 4,
  valueString: 1_000,
  /** Entries of one list or object: a stroke drawn by hand has up to 2,000 numbers. */
  valueEntries: 2_048,
} as const;

/** Limits on one document and its room. */
export const roomLimits = {
  /** Bytes of the stored state and its tail: a board with 10,000 cards is about 6 MiB. */
  document: 16 * mebi,
  /** Of that, what an imported file may fill: the rest is for working on it. */
  import: 8 * mebi,
  /** Client ids with an owner: one for each page load that ever wrote. */
  claims: 100_000,
  /** Client ids first seen in one frame: one for each time the page was opened without a connection. */
  claimsPerFrame: 256,
  /** Appended updates before a new snapshot is written, once they are as many bytes as the last one: then writing costs no more than appending. */
  tailUpdates: 500,
  /** Appended updates before a new snapshot is written in any case: opening replays at most this many, in some 30 ms. */
  tailUpdatesAtMost: 4_000,
  /** An empty room stays in memory so long: phones come and go. */
  idleFor: 30 * second,
  /** How often the store is tried again after it failed. */
  storeRetryEvery: second,
} as const;

/** Limits on the older versions that are kept of one board. */
export const versionLimits = {
  /** Versions: a day has some ten steps, the rest is for going to and fro. Of those that came by themselves the older are thinned first. */
  count: 100,
  /** Bytes of their contents, compressed, each content once: 300 cards take 20 kB, so a hundred versions of that take 2 MB. */
  bytes: 8 * mebi,
  /** When a step of private writing ends, its cards are sent; they belong to its version. */
  draftsWithin: 5 * second,
  /** Bytes of them in the backup of one workshop, as JSON in which equal records stand once: with them it must still fit an import. */
  inBackup: 8 * mebi,
  /** Records in all versions of an imported file together, equal ones counted each time: each is written out again. */
  imported: 200_000,
} as const;

/** Pictures of one workshop: people put them on free sheets, prepared by their browser to some 300 KiB each. */
export const pictureLimits = {
  /** All of them, area pictures that were replaced, too. */
  perWorkshop: contentLimits.pictures,
  /** Bytes of all of them together: they must fit in an exported file. */
  bytes: 24 * mebi,
} as const;

/** Limits on HTTP requests. A school or a library brings sixty people behind one address, so each number is for a crowd. */
export const httpLimits = {
  window: minute,
  /** Calls of one kind: sixty people opening the page, several times, and a facilitator pressing every button. */
  perAddress: 3_000,
  /** New workshops of one address: a course where everyone tries for themselves. */
  createPerAddress: 120,
  /** Joins and previews with a right invite: sixty people, two devices each, and some reloading. */
  joinPerAddress: 600,
  /** Uploads and imports cost memory. */
  uploadPerAddress: 30,
  /** Reading a whole older version: it is unpacked for each. */
  versionReads: 300,
  /** Keeping one, or bringing one back: the whole board is read, and written. */
  versionWrites: 30,
  /** Wrong codes and links of one address in `wrongInviteWindow`: sixty people who each mistype twice. */
  wrongInvites: 150,
  wrongInviteWindow: 10 * minute,
  /** The same in a day: four such workshops. Of 24 million codes so many a day find one of fifty in two years. */
  wrongInvitesPerDay: 600,
  /** Wrong create keys, likewise. */
  wrongCreateKeys: 20,
  /** Addresses remembered at once; the oldest is forgotten first. */
  addresses: 20_000,
  /** From a request's first byte to the end of its headers; browsers send them in one piece. */
  headersWithin: 10 * second,
  /** To the end of its body: 24 MiB on a phone's line of 2 Mbit/s take 100 seconds. */
  requestWithin: 3 * minute,
  /** How often requests are looked for that take longer. */
  slowLookedForEvery: 2 * second,
  /** An idle connection is kept so long for the next request; a proxy's own limit is usually a minute. */
  keepAlive: 72 * second,
  /** Sockets opened, or tried to open: while the store fails, two devices of sixty people, two sockets each, try some 17 times in a minute. */
  socketOpeningsPerAddress: 6_000,
  /** Sockets of one address, and of one workshop. */
  socketsPerAddress: 500,
  socketsPerWorkshop: 1_000,
  /** Bodies of calls that carry a few fields. */
  smallBody: 16 * kibi,
  /** Bodies on their way are held in memory. Those above this size count for the next two. */
  countedBody: mebi,
  /** Bytes of all that are on their way at once: five of the largest imports. */
  bodiesAtOnce: 320 * mebi,
  /** The same of one address: thirty pictures of a camera, or two of the largest imports. */
  bodiesAtOncePerAddress: 128 * mebi,
} as const;

/** What a JSON body may hold, looked at before it is parsed: fifty megabytes of brackets would become gigabytes of objects. */
export const jsonLimits = {
  /** Lists and objects in each other; an exported workshop has eight. */
  depth: 32,
  /** Values, lists and objects: a full board of 10,000 cards has 300,000, its older versions some times that. */
  values: 3_000_000,
  /** Letters of a number. */
  word: 64,
} as const;
