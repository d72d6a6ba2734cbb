import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { reactionKinds } from "@faelleskort/shared/protocol/presence.ts";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { BoardCanvasHandle, CanvasPoint } from "../../canvas/props.ts";
import { useT } from "../../i18n/hooks.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { Group } from "../parts/Group.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { LaserPad } from "./LaserPad.tsx";
import styles from "./Pointing.module.css";
import { ReactionBubbles } from "./ReactionBubbles.tsx";
import { useLights } from "./use-lights.ts";
import { useReactions } from "./use-reactions.ts";

interface PointingProps {
  readonly sheet: SheetId;
  readonly canvas: () => BoardCanvasHandle | null;
}

/** Showing the others something without changing anything: a light to point with, and signs instead of words. */
export function Pointing({ sheet, canvas }: PointingProps): ReactNode {
  const t = useT();
  const { presence } = useWorkshop();
  const [isOpen, setOpen] = useState(false);
  const [isLit, setLit] = useState(false);
  const paper = useRef<HTMLCanvasElement>(null);
  const light = useRef<CanvasPoint | null>(null);
  const shine = useLights(paper, sheet, canvas);
  const { shown, react } = useReactions(sheet);

  useEffect(() => {
    if (!isLit) return undefined;
    return () => presence.set({ laser: false, cursor: null });
  }, [presence, isLit]);

  const point = (at: CanvasPoint | null) => {
    light.current = at;
    shine(at);
    presence.set({ laser: at !== null, cursor: at });
  };
  const putOut = () => {
    point(null);
    setLit(false);
    canvas()?.focus();
  };
  return (
    <>
      <div aria-hidden="true">
        <canvas ref={paper} className={styles.lights} />
      </div>
      {isLit && <LaserPad canvas={canvas} onPoint={point} onEnd={putOut} />}
      <ReactionBubbles shown={shown} canvas={canvas} />
      <div className={styles.corner}>
        {isOpen && (
          <Group label={t("pointing.open")} className={styles.bar}>
            <ToolButton
              icon="laser"
              label={t("pointing.laser")}
              pressed={isLit}
              onClick={() => (isLit ? putOut() : setLit(true))}
            />
            {reactionKinds.map((kind) => (
              <ToolButton
                key={kind}
                icon={kind}
                label={t(`pointing.say.${kind}`)}
                onClick={() => {
                  const at = light.current ?? canvas()?.view().centre;
                  if (at) react(kind, { x: at.x, y: at.y });
                }}
              />
            ))}
          </Group>
        )}
        <ToolButton
          icon="laser"
          label={t("pointing.open")}
          aria-expanded={isOpen}
          className={styles.open}
          onClick={() => {
            if (isLit) putOut();
            setOpen(!isOpen);
          }}
        />
      </div>
    </>
  );
}
