import { type ReactNode, useLayoutEffect, useRef } from "react";
import type { BoardCanvasHandle } from "../../canvas/props.ts";
import { useT } from "../../i18n/hooks.ts";
import { peopleColour } from "../../theme/people.ts";
import { ToolIcon } from "../parts/ToolIcon.tsx";
import styles from "./Pointing.module.css";
import type { ShownReaction } from "./reactions.ts";
import { onScreen } from "./trail-painter.ts";

interface ReactionBubblesProps {
  readonly shown: readonly ShownReaction[];
  readonly canvas: () => BoardCanvasHandle | null;
}

/** What people say without words, where they say it; read aloud with their names. They stay with the sheet when the view moves. */
export function ReactionBubbles({ shown, canvas }: ReactionBubblesProps): ReactNode {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const latestCanvas = useRef(canvas);
  useLayoutEffect(() => {
    latestCanvas.current = canvas;
  });
  useLayoutEffect(() => {
    if (shown.length === 0) return undefined;
    let frame = 0;
    const place = () => {
      const view = latestCanvas.current()?.view();
      const { current } = list;
      if (view && current) {
        const size = { width: current.clientWidth, height: current.clientHeight };
        for (const [index, { at }] of shown.entries()) {
          const bubble = current.children[index];
          if (!(bubble instanceof HTMLElement)) continue;
          const { x, y } = onScreen(at, view, size);
          bubble.style.left = `${Math.max(40, Math.min(size.width - 40, x))}px`;
          bubble.style.top = `${Math.max(60, Math.min(size.height - 10, y))}px`;
        }
      }
      frame = requestAnimationFrame(place);
    };
    place();
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return (
    <ul ref={list} className={styles.bubbles} aria-live="polite">
      {shown.map(({ key, kind, label, color }) => (
        <li
          key={key}
          className={styles.bubble}
          ref={(item) => item?.style.setProperty("--person", peopleColour(color))}
        >
          <ToolIcon name={kind} size={28} />
          <span className={styles.words}>
            {label === ""
              ? t(`pointing.say.${kind}`)
              : t("pointing.said", { label, what: t(`pointing.say.${kind}`) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
