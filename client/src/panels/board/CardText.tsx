import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { TextFieldProps } from "../../canvas/props.ts";
import { useT } from "../../i18n/hooks.ts";
import { useBoard, useDrafts, useMayWrite, useWorkshop } from "../../state/hooks.ts";
import { isOpenTo, limitOf } from "../../state/text-target.ts";
import { PersonalHint } from "../../ui/PersonalHint.tsx";
import { undoByKey } from "../../ui/undo-keys.ts";
import { useGuardedText } from "../../ui/use-guarded-text.ts";
import styles from "./CardText.module.css";

/** The words on a card, to be changed where they stand; several may write in them at once. The canvas lays it over them. */
export function CardText({ target: given, kind, onClose }: TextFieldProps): ReactNode {
  const t = useT();
  const [target] = useState(given);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const { history, session } = useWorkshop();
  const isLocked = useBoard((board) => !isOpenTo(session.me.role, board, target));
  const boardIsOpen = useMayWrite();
  const isDraft = useDrafts().some((draft) => draft.id === target.id);
  const { held, confirm, entered, left } = useGuardedText(target, field);

  useEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  // As high as its lines, where the browser doesn't see to that by itself.
  useLayoutEffect(() => {
    const { current } = field;
    if (!current || CSS.supports("field-sizing", "content")) return undefined;
    const grow = () => {
      current.style.height = "0";
      current.style.height = `${current.scrollHeight}px`;
    };
    grow();
    // The canvas lays its box anew when the letters shrink, others write, or the view moves.
    const watch = new MutationObserver(grow);
    if (current.parentElement) watch.observe(current.parentElement, { attributeFilter: ["style"] });
    current.addEventListener("input", grow);
    return () => {
      watch.disconnect();
      current.removeEventListener("input", grow);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    undoByKey(event, history);
    const isEnd =
      event.key === "Enter" && !event.shiftKey && (kind === "line" || event.ctrlKey || event.metaKey);
    if (event.key !== "Escape" && !isEnd) return;
    event.preventDefault();
    // What is kept back is told first; Escape once more leaves it for later.
    if (left() || (event.key === "Escape" && held)) onClose("back");
  };

  return (
    <>
      <textarea
        ref={field}
        className={styles.field}
        dir="auto"
        rows={1}
        maxLength={limitOf(target)}
        readOnly={(!boardIsOpen && !isDraft) || isLocked}
        aria-label={t(`board.edit.${target.record}`)}
        aria-describedby={id}
        aria-invalid={held?.kind === "objection" || undefined}
        onFocus={entered}
        onBlur={() => left() && onClose("away")}
        onKeyDown={onKeyDown}
      />
      <div className={styles.below}>
        <PersonalHint id={id} held={held} onConfirm={confirm} />
      </div>
    </>
  );
}
