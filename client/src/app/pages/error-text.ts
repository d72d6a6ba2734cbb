import { useT } from "../../i18n/hooks.ts";
import type { ApiError } from "../../session/api.ts";

/** The sentence a person reads for a failed call: the server's own, or ours when it said nothing. */
export function useErrorText(): (error: ApiError) => string {
  const t = useT();
  return (error) => (error.kind === "problem" ? error.sentence : t(`errors.${error.kind}`));
}
