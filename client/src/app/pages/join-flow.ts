import type { Me, Previewed } from "@faelleskort/shared/protocol/http.ts";
import type { Api, ApiError } from "../../session/api.ts";

/** How far somebody has come on the way in. */
export type JoinState =
  | { readonly step: "code" }
  | { readonly step: "looking" }
  | { readonly step: "refused"; readonly error: ApiError }
  /** This browser is in this workshop already; `me` is who it is there. */
  | { readonly step: "known"; readonly preview: Previewed; readonly me: Me }
  | { readonly step: "notice"; readonly preview: Previewed }
  | { readonly step: "label"; readonly preview: Previewed; readonly error: ApiError | null };

/** What an invitation leads to for this browser. */
export async function lookAt(invite: string, api: Api): Promise<JoinState> {
  const preview = await api.preview(invite);
  if (!preview.ok) return { step: "refused", error: preview.error };
  const me = await api.me(preview.value.workshopId);
  if (me.ok) return { step: "known", preview: preview.value, me: me.value };
  return { step: "notice", preview: preview.value };
}
