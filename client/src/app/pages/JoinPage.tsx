import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { useEffect, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { rethrow } from "../../session/rethrow.ts";
import { Button } from "../../ui/Button.tsx";
import { useApplication } from "../application.ts";
import type { KnownRoute } from "../router.ts";
import { CodeForm } from "./CodeForm.tsx";
import { Frame } from "./Frame.tsx";
import { type JoinState, lookAt } from "./join-flow.ts";
import { KnownStep } from "./KnownStep.tsx";
import { LabelStep } from "./LabelStep.tsx";
import { Loading } from "./Loading.tsx";
import { NoticeStep } from "./NoticeStep.tsx";
import { useErrorText } from "./error-text.ts";
import styles from "./pages.module.css";

const targetOf = (workshopId: WorkshopId, isHandheld: boolean): KnownRoute =>
  isHandheld ? { page: "phone", workshopId } : { page: "board", workshopId, share: false };

/** The way in: link, QR or code → notice → an optional name → the board or the form. Its owner keys it by the invitation. */
export function JoinPage({ invite }: { readonly invite: string | null }) {
  const t = useT();
  const { surroundings, router, isHandheld, prepare } = useApplication();
  const { api } = surroundings;
  const [state, setState] = useState<JoinState>(invite === null ? { step: "code" } : { step: "looking" });
  const errorText = useErrorText();

  useEffect(() => {
    let isLeft = false;
    const look = async () => {
      if (invite === null) return;
      const next = await lookAt(invite, api);
      if (isLeft) return;
      setState(next);
      // While the notice is read, the page behind it comes.
      if ("preview" in next) prepare(targetOf(next.preview.workshopId, isHandheld()));
    };
    look().catch(rethrow);
    return () => {
      isLeft = true;
    };
  }, [invite, api, prepare, isHandheld]);

  // Replaced, so that the secret doesn't stay behind the back button.
  const enter = (workshopId: WorkshopId) => router.go(targetOf(workshopId, isHandheld()), "replace");

  const join = async (preview: { workshopId: WorkshopId }, name: string, organisation: string) => {
    const joined = await api.join({ invite: invite ?? "", name, organisation });
    if (joined.ok) {
      // Whoever this browser was here before, it isn't any more.
      surroundings.remembered.forget(preview.workshopId);
      enter(preview.workshopId);
    }
    return joined.ok ? null : joined.error;
  };

  switch (state.step) {
    case "looking":
      return <Loading />;
    case "code":
      return (
        <Frame>
          <div className={styles.sheet}>
            <h1>{t("join.title")}</h1>
            <CodeForm />
          </div>
        </Frame>
      );
    case "refused":
      return (
        <Frame>
          <div className={styles.sheet}>
            <h1>{t("join.refused-title")}</h1>
            <p className={styles.lead} role="alert">
              {errorText(state.error)}
            </p>
            {state.error.kind === "problem" ? (
              <CodeForm />
            ) : (
              <Button kind="primary" onClick={() => window.location.reload()}>
                {t("common.try-again")}
              </Button>
            )}
          </div>
        </Frame>
      );
    case "known": {
      const { preview, me } = state;
      return (
        <KnownStep
          preview={preview}
          me={me}
          onGoOn={() => enter(preview.workshopId)}
          onAnew={() => setState({ step: "notice", preview })}
        />
      );
    }
    case "notice": {
      const { preview } = state;
      return (
        <NoticeStep preview={preview} onAgree={() => setState({ step: "label", preview, error: null })} />
      );
    }
    case "label": {
      const { preview, error } = state;
      return (
        <LabelStep
          preview={preview}
          error={error && errorText(error)}
          onJoin={async (name, organisation) => {
            const failure = await join(preview, name, organisation);
            if (failure) setState({ step: "label", preview, error: failure });
          }}
        />
      );
    }
  }
}
