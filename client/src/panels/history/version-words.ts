import type { Locale, Stage } from "@faelleskort/shared/model/stage.ts";
import type { VersionCounts, VersionInfo } from "@faelleskort/shared/model/version.ts";
import type { Translate } from "../../i18n/i18n.ts";
import { stepTitle } from "../steps/step-words.ts";

/** What a version is called: as the facilitator named it, or by the step it belongs to, or by what it was kept for. */
export function versionTitle(
  t: Translate,
  steps: Stage["steps"],
  { kind, name, step }: Pick<VersionInfo, "kind" | "name" | "step">,
): string {
  const inStep = `${step} ${stepTitle(t, steps.find(({ id }) => id === step) ?? { id: step, title: null })}`;
  switch (kind) {
    case "step":
      return inStep;
    case "asked":
      return name ?? t("history.asked");
    case "before-restore":
      return t("history.before-restore");
    case "restored":
      return t("history.restored", { title: name ?? inStep });
  }
}

/** When it was kept: the time, and the day as well unless that is today. */
export function versionTime(locale: Locale, at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const options: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(locale === "da" ? "da-DK" : "en-GB", {
    ...options,
    ...(isToday ? {} : { day: "numeric", month: "short" }),
  }).format(at);
}

/** How many of what there were, leaving out what there was none of. */
export function countsText(t: Translate, counts: VersionCounts): string {
  const parts = (["actors", "marks", "notes", "elements"] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`history.count.${kind}`, { count: counts[kind] }));
  return parts.length === 0 ? t("history.count.none") : parts.join(" · ");
}
