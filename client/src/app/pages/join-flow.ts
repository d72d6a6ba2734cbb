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

/** What an invitation leads to for this browser. Asked in one: to ask who one is before one is anybody is answered with an error. */
export async function lookAt(invite: string, api: Pick<Api, "preview">): Promise<JoinState> {
  const looked = await api.preview(invite);
  if (!looked.ok) return { step: "refused", error: looked.error };
  const preview = looked.value;
  const { me } = preview;
  return me ? { step: "known", preview, me } : { step: "notice", preview };
}
