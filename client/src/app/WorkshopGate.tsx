import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useT } from "../i18n/hooks.ts";
import type { OpenError } from "../session/open-session.ts";
import { rethrow } from "../session/rethrow.ts";
import { cell } from "../session/source.ts";
import type { Status } from "../session/status.ts";
import { WorkshopContext } from "../state/hooks.ts";
import { useSource } from "../state/use-source.ts";
import type { Workshop } from "../state/workshop.ts";
import { Toasts } from "../ui/Toasts.tsx";
import { type Application, useApplication } from "./application.ts";
import { Loading } from "./pages/Loading.tsx";
import {
  EndedPage,
  NoSessionPage,
  PageMissingPage,
  ReloadPage,
  UnreachablePage,
} from "./pages/MessagePages.tsx";

type Opening =
  | { readonly state: "opening" }
  | { readonly state: "failed"; readonly error: OpenError }
  /** The code that opens one didn't come. */
  | { readonly state: "unfetched" }
  | { readonly state: "open"; readonly workshop: Workshop };

interface WorkshopGateProps {
  readonly workshopId: WorkshopId;
  readonly device: Presence["device"];
  /** The pages are there while the workshop opens, too, and do without it until then. */
  readonly early?: boolean;
  readonly children: ReactNode;
}

/** Opens the workshop for the pages inside it, and closes it when they are left. */
export function WorkshopGate({ workshopId, device, early = false, children }: WorkshopGateProps) {
  const application = useApplication();
  const [attempt, setAttempt] = useState(0);
  const [opening, setOpening] = useState<Opening>({ state: "opening" });

  useEffect(
    () => open({ application, workshopId, device, tell: setOpening }),
    // A new attempt is a new opening.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
    [application, workshopId, device, attempt],
  );

  if (opening.state === "unfetched") return <PageMissingPage />;
  if (opening.state === "failed") {
    if (opening.error.kind === "no-session") return <NoSessionPage />;
    const retry = () => {
      setOpening({ state: "opening" });
      setAttempt(attempt + 1);
    };
    return <UnreachablePage onRetry={retry} />;
  }
  const workshop = opening.state === "open" ? opening.workshop : null;
  if (!workshop && !early) return <Loading />;
  return (
    <WorkshopContext value={workshop}>
      <WhileValid workshop={workshop}>{children}</WhileValid>
      {workshop && <Toasts notices={workshop.notices} />}
    </WorkshopContext>
  );
}

const unknown = cell(null);

/** The pages for as long as this person may be here and the page is as new as the board. */
function WhileValid(props: { readonly workshop: Workshop | null; readonly children: ReactNode }) {
  const { workshop, children } = props;
  const t = useT();
  const status = useSource<Status | null>(workshop?.session.status ?? unknown);
  const stage = useSource<Stage | null>(workshop?.session.stage ?? unknown);
  const product = t("common.product");
  const title = stage ? `${stage.title} – ${product}` : product;
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = product;
    };
  }, [title, product]);
  if (status?.kind === "ended") return <EndedPage />;
  if (status?.kind === "reload") return <ReloadPage />;
  return children;
}

interface OpenOptions extends Omit<WorkshopGateProps, "children"> {
  readonly application: Application;
  readonly tell: (opening: Opening) => void;
}

/** Returns how to close what was opened, also when it isn't open yet. */
function open({ application, workshopId, device, tell }: OpenOptions): () => void {
  let isLeft = false;
  let close = () => {};
  const start = async () => {
    const opened = await application.openings.open(workshopId, device);
    if (isLeft) {
      if (opened?.ok) opened.value.close();
    } else if (opened === null) {
      tell({ state: "unfetched" });
    } else if (opened.ok) {
      close = opened.value.close;
      tell({ state: "open", workshop: opened.value.workshop });
    } else tell({ state: "failed", error: opened.error });
  };
  start().catch(rethrow);
  return () => {
    isLeft = true;
    close();
  };
}
