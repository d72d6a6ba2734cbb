/** WebSocket close codes. 4xxx are ours; on those marked final a client must not reconnect by itself. */
export const closeCode = {
  /** The server is stopping; come back in a moment. */
  goingAway: 1001,
  /** A frame larger than the limit. */
  tooBig: 1009,
  /** Final: the invite this session came by was revoked, or the session ended. */
  sessionEnded: 4401,
  /** Final: this page holds an older copy of the document (the workshop was restored or cleaned): reload. */
  otherEpoch: 4409,
  /** Frames that no client of ours sends. */
  protocolError: 4400,
  /** Faster than a person can be. */
  tooFast: 4429,
  /** The socket took nothing for too long. */
  stuck: 4408,
  /** Storing failed; what was not shown as saved is asked for again. */
  storeLost: 4503,
} as const;
export type CloseCode = (typeof closeCode)[keyof typeof closeCode];

export const isFinalClose = (code: number): boolean =>
  code === closeCode.sessionEnded || code === closeCode.otherEpoch;
