/**
 * The tables, as steps that are only ever added to: `user_version` counts how many a file has been through.
 *
 * Digests, ids and texts are TEXT, instants are whole milliseconds. Checksums are CRC-32 (`checksum.ts`).
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE programme (
    id TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE workshop (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    title TEXT NOT NULL,
    area TEXT NOT NULL,
    template TEXT NOT NULL,
    locale TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    epoch INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX workshop_of_programme ON workshop (programme_id);

  CREATE TABLE invite (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    role TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    code_hash TEXT,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX invite_of_workshop ON invite (workshop_id);
  -- A code is worth typing only while it leads to one place; a revoked invite's code is free again.
  CREATE UNIQUE INDEX active_code ON invite (code_hash) WHERE revoked_at IS NULL AND code_hash IS NOT NULL;

  CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    participant_id TEXT NOT NULL,
    role TEXT NOT NULL,
    invite_id TEXT NOT NULL REFERENCES invite (id),
    label TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_of_invite ON session (invite_id);

  CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    kind TEXT NOT NULL,
    -- Repeated from the snapshot, so that an append needn't touch the large row.
    snapshot_seq INTEGER NOT NULL,
    UNIQUE (workshop_id, kind)
  ) STRICT;

  CREATE TABLE snapshot (
    document_id INTEGER PRIMARY KEY REFERENCES document (id),
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    state BLOB NOT NULL
  ) STRICT;

  -- Clustered by document: opening a room reads one range.
  CREATE TABLE journal (
    document_id INTEGER NOT NULL REFERENCES document (id),
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (document_id, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE client_owner (
    document_id INTEGER NOT NULL REFERENCES document (id),
    client_id INTEGER NOT NULL,
    participant_id TEXT NOT NULL,
    PRIMARY KEY (document_id, client_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE picture (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE health (
    filler BLOB NOT NULL
  ) STRICT;
  `,
  `
  -- What versions hold, compressed; versions of the same board share one row.
  CREATE TABLE version_content (
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    digest TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (workshop_id, digest)
  ) STRICT;

  CREATE TABLE version (
    -- The order in which they were kept.
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    kind TEXT NOT NULL,
    name TEXT,
    step TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- Label of whoever asked for it; empty when it came by itself.
    asked_by TEXT NOT NULL,
    -- JSON: how many of each kind.
    counts TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    FOREIGN KEY (workshop_id, digest) REFERENCES version_content (workshop_id, digest)
  ) STRICT;
  CREATE INDEX version_of_workshop ON version (workshop_id, number);
  CREATE INDEX version_of_content ON version (workshop_id, digest);
  `,
  `
  -- What came last, of all documents, in the order in which it came (journal-table.ts).
  CREATE TABLE arrival (
    number INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id),
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    data BLOB NOT NULL
  ) STRICT;
  `,
];
