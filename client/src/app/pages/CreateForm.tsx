import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { type FormEvent, useState } from "react";
import { useLocale, useT } from "../../i18n/hooks.ts";
import type { ApiError } from "../../session/api.ts";
import { rethrow } from "../../session/rethrow.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { useApplication } from "../application.ts";
import { useErrorText } from "./error-text.ts";
import styles from "./pages.module.css";

interface Wanted {
  readonly area: string;
  readonly title: string;
  readonly createKey: string | undefined;
}

const readForm = (form: HTMLFormElement): Wanted => {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return { area: text("area"), title: text("title"), createKey: text("createKey") || undefined };
};

/** Makes a Round 1 workshop and goes straight to its board, with the panel open that hands out the invitations. */
export function CreateForm() {
  const t = useT();
  const locale = useLocale();
  const { surroundings, router } = useApplication();
  const errorText = useErrorText();
  const [isBusy, setBusy] = useState(false);
  const [areaError, setAreaError] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const needsKey = error?.kind === "problem" && error.code === "create-key-needed";

  const create = async ({ area, title, createKey }: Wanted) => {
    const { api } = surroundings;
    const made = await api.createWorkshop({
      area,
      title: title === "" ? t("start.default-title", { area }) : title,
      template: "round-1",
      locale,
      ...(createKey === undefined ? {} : { createKey }),
    });
    if (!made.ok) return setError(made.error);
    const joined = await api.join({ invite: made.value.invites.facilitator.secret });
    if (!joined.ok) return setError(joined.error);
    router.go({ page: "board", workshopId: made.value.workshopId, share: true });
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = readForm(event.currentTarget);
    if (wanted.area === "") {
      setAreaError(t("start.area-missing"));
      event.currentTarget.querySelector<HTMLElement>('[name="area"]')?.focus();
      return;
    }
    setAreaError(null);
    setError(null);
    setBusy(true);
    create(wanted)
      .finally(() => setBusy(false))
      .catch(rethrow);
  };

  return (
    <form className={styles.fields} onSubmit={submit} noValidate>
      <TextField
        name="area"
        label={t("start.area")}
        hint={t("start.area-hint")}
        error={areaError}
        maxLength={contentLimits.area - 20}
        required
        autoComplete="off"
      />
      <TextField
        name="title"
        label={t("start.workshop-title")}
        hint={t("start.workshop-title-hint")}
        maxLength={contentLimits.workshopTitle}
        autoComplete="off"
      />
      {needsKey && <TextField name="createKey" label={t("start.create-key")} autoComplete="off" />}
      {error && (
        <p className={styles.problem} role="alert">
          {errorText(error)}
        </p>
      )}
      <Button type="submit" kind="primary" size="large" busy={isBusy}>
        {t("start.create-go")}
      </Button>
    </form>
  );
}
