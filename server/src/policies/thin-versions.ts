/** What of a kept version decides whether it stays. */
export interface Thinnable<Id extends string> {
  readonly id: Id;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** A facilitator wanted it, say: it never goes by itself. */
  readonly mustStay: boolean;
  /** Versions with the same one share a content. */
  readonly digest: string;
  /** Bytes of the content. */
  readonly size: number;
}

export interface VersionBounds {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Which versions go so that `added` finds room; null when there is none, because facilitators asked for all that is left. Of those that came
 * by themselves, one of the older half goes first, and of these the one that its next follows soonest: a day keeps its outline.
 * @param kept oldest first
 */
export function versionsToDrop<Id extends string>(
  kept: readonly Thinnable<Id>[],
  added: Thinnable<Id>,
  bounds: VersionBounds,
): Id[] | null {
  let left = [...kept];
  const dropped: Id[] = [];
  while (left.length + 1 > bounds.count || bytesOf([...left, added]) > bounds.bytes) {
    const goes = nextToGo(left, added);
    if (goes === null) return null;
    dropped.push(goes.id);
    left = left.filter((version) => version !== goes);
  }
  return dropped;
}

function nextToGo<Id extends string>(
  left: readonly Thinnable<Id>[],
  added: Thinnable<Id>,
): Thinnable<Id> | null {
  const automatic = left.filter(({ mustStay }) => !mustStay);
  const older = automatic.slice(0, Math.ceil(automatic.length / 2));
  const lasted = (version: Thinnable<Id>): number => {
    const next = left[left.indexOf(version) + 1] ?? added;
    return next.createdAt - version.createdAt;
  };
  return older.reduce<Thinnable<Id> | null>(
    (shortest, version) => (shortest === null || lasted(version) < lasted(shortest) ? version : shortest),
    null,
  );
}

function bytesOf(versions: readonly Thinnable<string>[]): number {
  const sizeByDigest = new Map(versions.map(({ digest, size }) => [digest, size]));
  return [...sizeByDigest.values()].reduce((sum, size) => sum + size, 0);
}
