import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { Previewed } from "@faelleskort/shared/protocol/http.ts";
import { type FormEvent, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { rethrow } from "../../session/rethrow.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Frame } from "./Frame.tsx";
import styles from "./pages.module.css";
import { StepHeading } from "./StepHeading.tsx";

interface LabelStepProps {
  readonly preview: Previewed;
  readonly error: string | null;
  readonly onJoin: (name: string, organisation: string) => Promise<void>;
}

const textOf = (form: FormData, field: string): string => {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
};

/** What stands on one's cards. Both may be left empty; the organisation or role comes first because it is enough. */
export function LabelStep({ preview, error, onJoin }: LabelStepProps) {
  const t = useT();
  const [isJoining, setJoining] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setJoining(true);
    onJoin(textOf(form, "name"), textOf(form, "organisation"))
      .finally(() => setJoining(false))
      .catch(rethrow);
  };
  return (
    <Frame>
      <form className={styles.sheet} onSubmit={submit}>
        <p className={styles.eyebrow}>{preview.title}</p>
        <StepHeading>{t("join.label-title")}</StepHeading>
        <p className={styles.lead}>{t("join.label-lead")}</p>
        <TextField
          large
          name="organisation"
          label={t("join.organisation")}
          hint={t("join.organisation-hint")}
          maxLength={contentLimits.organisation}
          autoComplete="organization"
        />
        <TextField
          large
          name="name"
          label={t("join.name")}
          hint={t("join.name-hint")}
          maxLength={contentLimits.personName}
          autoComplete="off"
        />
        {error !== null && (
          <p className={styles.problem} role="alert">
            {error}
          </p>
        )}
        <Button type="submit" kind="primary" size="large" busy={isJoining}>
          {t("join.enter")}
        </Button>
      </form>
    </Frame>
  );
}
