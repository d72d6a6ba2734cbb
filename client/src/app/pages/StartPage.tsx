import { classNames } from "../../ui/class-names.ts";
import { useT } from "../../i18n/hooks.ts";
import { CodeForm } from "./CodeForm.tsx";
import { CreateForm } from "./CreateForm.tsx";
import { ExampleStart } from "./ExampleStart.tsx";
import { Frame } from "./Frame.tsx";
import { StartPicture } from "./StartPicture.tsx";
import styles from "./StartPage.module.css";

/** What it is in two sentences, and the three ways in. */
export function StartPage() {
  const t = useT();
  return (
    <Frame>
      <div className={styles.start}>
        <section className={styles.hero}>
          <div className={styles.words}>
            <h1 className={styles.title}>{t("start.title")}</h1>
            <p className={styles.lead}>{t("start.lead")}</p>
          </div>
          <StartPicture />
        </section>
        <div className={styles.ways}>
          <section className={styles.way} aria-labelledby="start-join">
            <h2 id="start-join">{t("start.join-title")}</h2>
            <p>{t("start.join-text")}</p>
            <CodeForm />
          </section>
          <section className={classNames(styles.way, styles.create)} aria-labelledby="start-create">
            <h2 id="start-create">{t("start.create-title")}</h2>
            <p>{t("start.create-text")}</p>
            <CreateForm />
          </section>
          <section className={styles.way} aria-labelledby="start-example">
            <h2 id="start-example">{t("start.example-title")}</h2>
            <p>{t("start.example-text")}</p>
            <ExampleStart />
          </section>
        </div>
        <p className={styles.foot}>{t("start.foot")}</p>
      </div>
    </Frame>
  );
}
