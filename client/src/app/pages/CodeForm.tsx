import { type FormEvent, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { useApplication } from "../application.ts";
import styles from "./pages.module.css";

/** An invitation as people paste it: a whole link's secret, or a code with the spaces and dashes they like. */
export function inviteFrom(text: string): string {
  const [, secret] = /#(.+)$/.exec(text.trim()) ?? [];
  return secret ?? text.trim();
}

/** Where a code from the screen is typed. */
export function CodeForm() {
  const t = useT();
  const { router } = useApplication();
  const [error, setError] = useState<string | null>(null);
  const join = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("code");
    const invite = typeof text === "string" ? inviteFrom(text) : "";
    if (invite.length < 4) setError(t("join.code-missing"));
    else router.go({ page: "join", invite });
  };
  return (
    <form onSubmit={join} className={styles.row} noValidate>
      <TextField
        large
        name="code"
        label={t("join.code")}
        hint={t("join.code-hint")}
        error={error}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={300}
      />
      <Button type="submit" kind="primary" size="large">
        {t("join.code-go")}
      </Button>
    </form>
  );
}
