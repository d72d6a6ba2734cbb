import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { ReactNode } from "react";
import type { ListProps } from "./list-props.ts";
import { FreeList } from "./FreeList.tsx";
import { MapList } from "./MapList.tsx";
import { PriorityListView } from "./PriorityListView.tsx";
import { WallList } from "./WallList.tsx";

/** The list that says what a sheet shows. */
export function SheetList({ sheet, onOpen }: ListProps & { readonly sheet: SheetId }): ReactNode {
  switch (sheet) {
    case "wall":
      return <WallList onOpen={onOpen} />;
    case "priority":
      return <PriorityListView onOpen={onOpen} />;
    case "map":
      return <MapList onOpen={onOpen} />;
    default:
      return <FreeList sheet={sheet} onOpen={onOpen} />;
  }
}
