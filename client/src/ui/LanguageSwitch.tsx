import { locales } from "@faelleskort/shared/model/stage.ts";
import { useLanguage, useLocale, useT } from "../i18n/hooks.ts";
import { rethrow } from "../session/rethrow.ts";
import { classNames } from "./class-names.ts";
import styles from "./LanguageSwitch.module.css";

/** The languages by their own names, the present one marked. */
export function LanguageSwitch({ className }: { readonly className?: string }) {
  const t = useT();
  const language = useLanguage();
  const present = useLocale();
  return (
    <fieldset className={classNames(styles.languages, className)}>
      <legend className="visually-hidden">{t("language.label")}</legend>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === present}
          className={styles.language}
          onClick={() => {
            language.choose(locale).catch(rethrow);
          }}
        >
          {t(`language.${locale}`)}
        </button>
      ))}
    </fieldset>
  );
}
