import type { ActorCategory } from "@faelleskort/shared/model/actor.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { nanoid } from "nanoid";
import { useEffect, useRef, useState } from "react";
import { useT } from "../i18n/hooks.ts";
import { cell } from "../session/source.ts";
import { actOn, useWorkshopIfOpen } from "../state/hooks.ts";
import { useSource } from "../state/use-source.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/Field.tsx";
import { CategoryRadios } from "../ui/CategoryRadios.tsx";
import { Icon } from "../ui/Icon.tsx";
import { PersonalHint } from "../ui/PersonalHint.tsx";
import { usePersonalCheck } from "../ui/use-personal-check.ts";
import styles from "./phone.module.css";

const supposedly = cell(true);

/**
 * Write a card, choose what it is, send it. The field is ready for the next one at once. It is there before the workshop is open:
 * a card that is sent sooner waits for that, and to know whether all write for themselves.
 */
export function CardForm({ stage }: { readonly stage: Stage | null }) {
  const t = useT();
  const workshop = useWorkshopIfOpen();
  const mayWrite = useSource(workshop?.mayWrite ?? supposedly);
  const [name, setName] = useState("");
  const [category, setCategory] = useState<ActorCategory | null>(null);
  const [error, setError] = useState<string | null>(null);
  /** What became of the card before this one. */
  const [told, setTold] = useState<{ readonly kept: boolean; readonly name: string } | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const personal = usePersonalCheck();
  const isPrivate = stage?.writing.mode === "private";
  const isOpen = workshop !== null && stage !== null;

  useEffect(() => {
    if (isWaiting && isOpen) form.current?.requestSubmit();
  }, [isWaiting, isOpen]);

  const send = () => {
    setWaiting(!isOpen && name.trim() !== "");
    if (name.trim() === "") {
      setError(t("phone.name-missing"));
      field.current?.focus();
      return;
    }
    setError(null);
    if (!isOpen) return;
    const command = { type: "actor.write", id: actorId(nanoid()), name, category, wall: null } as const;
    if (!personal.passes([command]) || !actOn(workshop, [command])) return;
    setTold({ kept: isPrivate, name: name.trim() });
    setName("");
    setCategory(null);
    field.current?.focus();
  };

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      noValidate
    >
      {!mayWrite && !isPrivate && <p className={styles.note}>{t("phone.locked")}</p>}
      {isPrivate && <p className={styles.note}>{t("phone.private")}</p>}
      <TextField
        ref={field}
        large
        label={t("phone.name")}
        hint={t("phone.name-hint")}
        error={error}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setTold(null);
          personal.forget();
        }}
        maxLength={contentLimits.actorName}
        autoComplete="off"
        enterKeyHint="send"
      />
      <PersonalHint
        held={personal.held}
        onConfirm={() => {
          personal.confirm();
          send();
        }}
      />
      <CategoryRadios chosen={category} onChoose={setCategory} />
      <Button
        type="submit"
        kind="primary"
        size="large"
        wide
        icon="send"
        busy={isWaiting}
        disabled={!mayWrite && !isPrivate}
      >
        {isPrivate ? t("phone.keep") : t("phone.send")}
      </Button>
      <output className={styles.told}>
        {told?.kept === isPrivate && (
          <>
            <Icon name="check" />
            <span>{t(told.kept ? "phone.kept" : "phone.sent", { name: told.name })}</span>
          </>
        )}
      </output>
    </form>
  );
}
