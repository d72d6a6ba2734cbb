import type { ReactNode } from "react";
import { peopleColour } from "../../theme/people.ts";
import styles from "./people.module.css";
import { initials, type PresentPerson } from "./present.ts";

/** Every colour of people is dark enough for it, in both schemes. */
const onPerson = "#ffffff";

/** A person's initials on their colour. Decorative: their label stands beside it or in the button's name. */
export function Avatar({ person }: { readonly person: PresentPerson }): ReactNode {
  return (
    <span
      className={styles.avatar}
      aria-hidden="true"
      title={person.label}
      ref={(element) => {
        element?.style.setProperty("--person", peopleColour(person.color));
        element?.style.setProperty("--on-person", onPerson);
      }}
    >
      {initials(person.label)}
    </span>
  );
}
