import { useSource } from "../../state/use-source.ts";
import { useApplication } from "../application.ts";
import { Loading } from "./Loading.tsx";
import { PageMissingPage } from "./MessagePages.tsx";

/** Stands in for a page that another application holds, until that one takes over. */
export function Elsewhere() {
  const { isStuck } = useApplication();
  return useSource(isStuck) ? <PageMissingPage /> : <Loading />;
}
