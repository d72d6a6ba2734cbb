import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useT } from "../i18n/hooks.ts";
import { type OpenError, openSession } from "../session/open-session.ts";
import { rethrow } from "../session/rethrow.ts";
import { WorkshopContext } from "../state/hooks.ts";
import { useSource } from "../state/use-source.ts";
import { createWorkshop, type Workshop } from "../state/workshop.ts";
import { Toasts } from "../ui/Toasts.tsx";
import { type Application, useApplication } from "./application.ts";
import { Loading } from "./pages/Loading.tsx";
import { EndedPage, NoSessionPage, ReloadPage, UnreachablePage } from "./pages/MessagePages.tsx";

type Opening =
  | { readonly state: "opening" }
  | { readonly state: "failed"; readonly error: OpenError }
  | { readonly state: "open"; readonly workshop: Workshop };

interface WorkshopGateProps {
  readonly workshopId: WorkshopId;
  readonly device: Presence["device"];
  readonly children: ReactNode;
}

/** Opens the workshop for the pages inside it, and closes it when they are left. */
export function WorkshopGate({ workshopId, device, children }: WorkshopGateProps) {
  const application = useApplication();
  const [attempt, setAttempt] = useState(0);
  const [opening, setOpening] = useState<Opening>({ state: "opening" });

  useEffect(
    () => open({ application, workshopId, device, tell: setOpening }),
    // A new attempt is a new opening.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
    [application, workshopId, device, attempt],
  );

  switch (opening.state) {
    case "opening":
      return <Loading />;
    case "failed":
      return opening.error.kind === "no-session" ? (
        <NoSessionPage />
      ) : (
        <UnreachablePage
          onRetry={() => {
            setOpening({ state: "opening" });
            setAttempt(attempt + 1);
          }}
        />
      );
    case "open":
      return (
        <WorkshopContext value={opening.workshop}>
          <WhileValid workshop={opening.workshop}>{children}</WhileValid>
          <Toasts notices={opening.workshop.notices} />
        </WorkshopContext>
      );
  }
}

/** The pages for as long as this person may be here and the page is as new as the board. */
function WhileValid({ workshop, children }: { readonly workshop: Workshop; readonly children: ReactNode }) {
  const t = useT();
  const status = useSource(workshop.session.status);
  const stage = useSource(workshop.session.stage);
  const product = t("common.product");
  const title = stage ? `${stage.title} – ${product}` : product;
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = product;
    };
  }, [title, product]);
  if (status.kind === "ended") return <EndedPage />;
  if (status.kind === "reload") return <ReloadPage />;
  return children;
}

interface OpenOptions extends Omit<WorkshopGateProps, "children"> {
  readonly application: Application;
  readonly tell: (opening: Opening) => void;
}

/** Returns how to close what was opened, also when it isn't open yet. */
function open({ application, workshopId, device, tell }: OpenOptions): () => void {
  const { surroundings, timers } = application;
  let isLeft = false;
  let close = () => {};
  const start = async () => {
    const opened = await openSession(workshopId, surroundings);
    if (!opened.ok) {
      if (!isLeft) tell({ state: "failed", error: opened.error });
      return;
    }
    const session = opened.value;
    if (isLeft) return session.close();
    const workshop = createWorkshop({ session, device, timers, tabStorage: () => window.sessionStorage });
    const stopGuarding = guardLeaving(workshop);
    close = () => {
      stopGuarding();
      workshop.close();
      session.close().catch(rethrow);
    };
    tell({ state: "open", workshop });
  };
  start().catch(rethrow);
  return () => {
    isLeft = true;
    close();
  };
}

/** Asks before the page closes, but only when something is neither on the server nor kept by this browser. */
function guardLeaving({ session, withheld }: Workshop): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (session.wouldLose() || withheld.state.get() !== "none") event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}
