import { useMemo } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { useSelected } from "../../state/use-source.ts";
import { typistsById } from "./typists.ts";

const isSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([id, labels]) => b.get(id) === labels);

/** Who else writes on which card right now, by the card's id; renders again only when that changes. */
export function useTypists(): (ids: readonly { readonly id: string }[]) => string {
  const t = useT();
  const { presence } = useWorkshop();
  const unnamed = t("common.somebody");
  const byId = useSelected(presence.peers, (peers) => typistsById(peers, unnamed), isSame);
  return useMemo(() => (records) => records.flatMap(({ id }) => byId.get(id) ?? []).join(", "), [byId]);
}
