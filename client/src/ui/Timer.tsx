import { useT } from "../i18n/hooks.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import styles from "./Timer.module.css";

/** `12:30`, from an hour on `1:05:00`. A started second counts as a whole one, so that 0:00 means over. */
export function clockFace(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${rest}` : `${minutes}:${rest}`;
}

interface TimerProps {
  readonly remainingMs: number;
  readonly state: "idle" | "running" | "paused";
  readonly size?: "small" | "large";
}

/** The time left. Its last minute and its end are said aloud, not every second. */
export function Timer({ remainingMs, state, size = "small" }: TimerProps) {
  const t = useT();
  const isOver = state === "running" && remainingMs <= 0;
  const isShort = state === "running" && remainingMs <= 60_000;
  return (
    <div className={classNames(styles.timer, styles[size], isShort && styles.short)} data-timer={state}>
      <Icon name="clock" size={size === "large" ? 36 : 20} />
      <span role="timer" aria-label={t("timer.left", { time: clockFace(remainingMs) })}>
        {clockFace(remainingMs)}
      </span>
      {state === "paused" && <span className={styles.word}>{t("timer.paused")}</span>}
      {isOver && <span className={styles.word}>{t("timer.over")}</span>}
      <output className="visually-hidden">
        {isOver ? t("timer.over") : isShort ? t("timer.last-minute") : ""}
      </output>
    </div>
  );
}
