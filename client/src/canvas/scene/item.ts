import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { PriorityField } from "@faelleskort/shared/method/fields.ts";
import type { Mark } from "@faelleskort/shared/model/mark.ts";
import type { Note } from "@faelleskort/shared/model/note.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { Rect } from "../geometry/rect.ts";
import type { ElementLayout } from "./element-layout.ts";
import type { CardLayout } from "./card-layout.ts";
import type { MarkLayout } from "./mark-layout.ts";
import type { NoteLayout } from "./note-layout.ts";
import type { WhoLayout } from "./who-layout.ts";

/**
 * Names one thing on a sheet: `actor:<id of the cluster's lead>`, `mark:<id>`, `note:<id>` or `element:<id>`; and a pile of them,
 * `pile:<where>`.
 */
export type ItemKey = string;

interface Placed {
  readonly key: ItemKey;
  readonly ref: RecordRef;
  /** Where it is drawn and hit, in world units. May differ from what is stored: cards make room in the view. */
  readonly rect: Rect;
}

export interface ActorCardItem extends Placed {
  readonly kind: "actor-card";
  readonly cluster: ActorCluster;
  readonly layout: CardLayout;
  readonly focused: boolean;
}

export interface WhoCardItem extends Placed {
  readonly kind: "who-card";
  readonly cluster: ActorCluster;
  readonly layout: WhoLayout;
  readonly focused: boolean;
}

/** An actor in the priority model or its tray. */
export interface CompactCardItem extends Placed {
  readonly kind: "compact-card";
  readonly cluster: ActorCluster;
  readonly layout: CardLayout;
  readonly focused: boolean;
}

export interface MarkItem extends Placed {
  readonly kind: "mark";
  readonly mark: Mark;
  readonly layout: MarkLayout;
}

export interface NoteItem extends Placed {
  readonly kind: "note";
  readonly note: Note;
  readonly layout: NoteLayout;
}

/** Text, shape, frame, picture, stroke or connector of a free sheet: `layout.kind`. */
export interface ElementItem extends Placed {
  readonly kind: "element";
  readonly layout: ElementLayout;
}

/** One thing that has a record. An unchanged thing keeps its identity between arrangements. */
export type RecordItem = ActorCardItem | WhoCardItem | CompactCardItem | MarkItem | NoteItem | ElementItem;

/** Cards of the priority model that lie too close to be shown one by one; nothing of it is written down. */
export interface PileItem {
  readonly kind: "pile";
  readonly key: ItemKey;
  /** Where the pile lies; fanned out, what the cards lie on. */
  readonly rect: Rect;
  readonly field: PriorityField;
  readonly count: number;
  /** Height of the bar over the cards while they are fanned out, world units; null: they lie in the pile. */
  readonly head: number | null;
}

/** What lies on a sheet. */
export type SceneItem = RecordItem | PileItem;

export const keyOfRef = (ref: RecordRef): ItemKey => `${ref.record}:${ref.id}`;

/** All records behind an item: a merged card stands for several, and is deleted with all of them. */
export function recordsOf(item: RecordItem): RecordRef[] {
  switch (item.kind) {
    case "actor-card":
    case "who-card":
    case "compact-card":
      return item.cluster.members.map(({ id }) => ({ record: "actor", id }));
    case "mark":
    case "note":
    case "element":
      return [item.ref];
  }
}
