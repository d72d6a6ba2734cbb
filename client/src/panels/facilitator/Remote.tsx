import type { Summons } from "@faelleskort/shared/model/stage.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { nextUnplaced } from "../list/next-unplaced.ts";
import { unplaced } from "@faelleskort/shared/views/priority.ts";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useRemainingMs, useRun, useSharedClusters, useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { Timer } from "../../ui/Timer.tsx";
import { useMedia } from "../board/use-media.ts";
import { ToolButton } from "../parts/ToolButton.tsx";
import { draftsOf } from "../people/present.ts";
import { usePeople } from "../people/use-people.ts";
import { neighbourStep } from "../steps/step-trail.ts";
import { stepTitle } from "../steps/step-words.ts";
import styles from "./Remote.module.css";
import { useBell } from "./use-bell.ts";
import { Group } from "../parts/Group.tsx";

export interface RemoteProps {
  readonly stage: Stage;
  /** What this facilitator sees right now: where "everyone here" brings the others. */
  readonly view: () => Pick<Summons, "sheet" | "centre" | "zoom" | "seen">;
  readonly onPlan: () => void;
}

/** On a phone, and on a laptop at 200 %, the sheet needs the room: the rest is one press away. From 900 px on it stands beside. */
const roomForAll = "(min-width: 900px), (min-width: 560px) and (min-height: 600px)";

/** Everything a facilitator needs while people work, in one place, like a remote control. */
export function Remote({ stage, view, onPlan }: RemoteProps): ReactNode {
  const t = useT();
  const run = useRun();
  const { notices } = useWorkshop();
  const left = useRemainingMs();
  const clusters = useSharedClusters();
  const written = draftsOf(usePeople());
  const [sound, setSound] = useState(true);
  const hasRoom = useMedia(roomForAll);
  /** null: nobody has pressed yet, and the room decides. */
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? hasRoom;
  const id = useId();
  useBell(stage, sound);

  const previous = neighbourStep(stage, -1);
  const next = neighbourStep(stage, 1);
  const { state } = stage.timer;
  const isPrivate = stage.writing.mode === "private";
  const waiting = unplaced(clusters).length;
  const toNext = nextUnplaced(clusters, stage.focus);

  const summon = async () => {
    const isDone = await run({ type: "summon", ...view() });
    if (isDone) notices.show({ tone: "done", text: "facilitator.summoned" });
  };

  return (
    <section className={styles.remote} aria-label={t("facilitator.remote")}>
      <Group label={t("board.steps")}>
        <Button
          icon="previous"
          disabled={previous === null}
          aria-label={
            previous
              ? t("facilitator.previous-named", { title: stepTitle(t, previous) })
              : t("facilitator.previous")
          }
          onClick={() => void run({ type: "step.previous" })}
        >
          {t("facilitator.back")}
        </Button>
        <Button
          kind="primary"
          className={styles.next}
          disabled={next === null}
          aria-label={
            next ? t("facilitator.next-named", { title: stepTitle(t, next) }) : t("facilitator.next")
          }
          onClick={() => void run({ type: "step.next" })}
        >
          {next ? `${next.id} ${stepTitle(t, next)}` : t("facilitator.next")}
        </Button>
        <ToolButton icon="plan" label={t("facilitator.more")} onClick={onPlan} />
        <ToolButton
          icon={isOpen ? "down" : "up"}
          label={t("facilitator.collapse")}
          className={styles.collapse}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setChoice(!isOpen)}
        />
      </Group>
      <div id={id} className={styles.more} hidden={!isOpen}>
        <Group label={t("facilitator.timer")}>
          <span className={styles.time} aria-hidden="true">
            {left !== null && <Timer remainingMs={left} state={state} />}
          </span>
          {state === "running" ? (
            <ToolButton
              icon="pause"
              label={t("facilitator.timer-pause")}
              onClick={() => void run({ type: "timer.pause" })}
            />
          ) : (
            <ToolButton
              icon="play"
              label={state === "paused" ? t("facilitator.timer-resume") : t("facilitator.timer-start")}
              onClick={() => void run({ type: "timer.start" })}
            />
          )}
          <ToolButton
            icon="plus"
            label={t("facilitator.timer-add")}
            word={t("facilitator.one-minute")}
            className={styles.beside}
            onClick={() => void run({ type: "timer.add", minutes: 1 })}
          />
          <ToolButton
            icon="reset"
            label={t("facilitator.timer-reset")}
            disabled={state === "idle"}
            onClick={() => void run({ type: "timer.reset" })}
          />
          <ToolButton
            icon={sound ? "sound" : "mute"}
            label={t("facilitator.sound")}
            aria-checked={sound}
            role="switch"
            onClick={() => setSound(!sound)}
          />
        </Group>
        <div className={styles.grid}>
          <Button
            size="small"
            title={t("facilitator.summon-hint")}
            onClick={() => {
              void summon();
            }}
          >
            {t("facilitator.summon")}
          </Button>
          <Button
            size="small"
            icon={stage.locked ? "unlock" : "lock"}
            onClick={() => void run({ type: "board.lock", locked: !stage.locked })}
          >
            {stage.locked ? t("facilitator.unlock") : t("facilitator.lock")}
          </Button>
          {isPrivate ? (
            <Button
              size="small"
              kind="primary"
              icon="eye"
              onClick={() => void run({ type: "writing.reveal" })}
            >
              {t("facilitator.reveal-count", { count: written })}
            </Button>
          ) : (
            <Button
              size="small"
              title={t("facilitator.private-hint")}
              onClick={() => void run({ type: "writing.private" })}
            >
              {t("facilitator.private")}
            </Button>
          )}
          {stage.focus === null ? (
            <Button
              size="small"
              disabled={toNext === null}
              title={t("facilitator.left-to-place", { count: waiting })}
              onClick={() => toNext && void run({ type: "focus.set", actor: toNext.id })}
            >
              {t("facilitator.one-at-a-time")}
            </Button>
          ) : (
            <Button size="small" pressed onClick={() => void run({ type: "focus.set", actor: null })}>
              {t("facilitator.end-focus")}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
