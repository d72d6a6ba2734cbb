import { page } from "@faelleskort/shared/protocol/routes.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useMe, useWorkshop } from "../../state/hooks.ts";
import { useSingleKeys } from "../../state/single-keys.ts";
import { useSource } from "../../state/use-source.ts";
import { LanguageSwitch } from "../../ui/LanguageSwitch.tsx";
import { useSheetTitle } from "../sheets/use-sheet-title.ts";
import { Avatar } from "./Avatar.tsx";
import styles from "./people.module.css";
import { usePeople } from "./use-people.ts";

/** Everybody here as a list: role, device, what they look at. */
export function PeoplePanel(): ReactNode {
  const t = useT();
  const me = useMe();
  const titleOf = useSheetTitle();
  const people = usePeople();
  const { presence } = useWorkshop();
  const listeners = useSource(presence.listeners);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <section className={styles.panel} aria-labelledby="people-heading">
      <h3 id="people-heading">{t("board.people.heading", { count: people.length })}</h3>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.participantId} className={styles.person}>
            <Avatar person={person} />
            <div>
              <p className={styles.label} dir="auto">
                {person.label.trim() === "" ? t("board.people.unnamed") : person.label}{" "}
                {person.participantId === me.participantId && (
                  <span className={styles.quiet}>{t("board.people.you")}</span>
                )}
              </p>
              <p className={styles.quiet}>
                {[
                  t(`role.${person.role}`),
                  ...person.devices.map((device) => t(`board.device.${device}`)),
                  ...(person.sheet === null
                    ? []
                    : [t("board.people.on-sheet", { sheet: titleOf(person.sheet) })]),
                  ...(person.drafts === 0 ? [] : [t("board.people.drafts", { count: person.drafts })]),
                ].join(" · ")}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {listeners > 0 && <p>{t("board.people.listeners", { count: listeners })}</p>}
      <p className={styles.quiet}>{t("board.people.hint")}</p>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        <span>
          {t("canvas.single-keys")} <span className={styles.quiet}>{t("canvas.single-keys-hint")}</span>
        </span>
      </label>
      <LanguageSwitch />
      <a className={styles.link} href={page.phone(me.workshopId)}>
        {t("board.other-view.phone")}
      </a>
    </section>
  );
}
