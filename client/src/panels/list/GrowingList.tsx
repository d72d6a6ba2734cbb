import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";

/** Rows shown at first, and how many more come each time: more than a screen has room for. */
const step = 24;

export interface GrowingListProps<T> {
  readonly className: string | undefined;
  readonly things: readonly T[];
  readonly renderRow: (thing: T) => ReactNode;
}

/** A list that may be thousands long: more rows come when its end is scrolled to, or its button pressed. */
export function GrowingList<T>({ className, things, renderRow }: GrowingListProps<T>): ReactNode {
  const [shown, setShown] = useState(step);
  const grow = useCallback(() => setShown((count) => count + step), []);
  const left = things.length - shown;
  return (
    <ul className={className}>
      {things.slice(0, shown).map(renderRow)}
      {/* Another end each time: one that is still in view when the rows have come is seen again. */}
      {left > 0 && <ListEnd key={shown} count={Math.min(step, left)} onReached={grow} />}
    </ul>
  );
}

interface ListEndProps {
  readonly count: number;
  readonly onReached: () => void;
}

function ListEnd({ count, onReached }: ListEndProps): ReactNode {
  const t = useT();
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!end.current) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onReached();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [onReached]);
  return (
    <li ref={end}>
      <Button size="small" kind="quiet" onClick={onReached}>
        {t("list.show-more", { count })}
      </Button>
    </li>
  );
}
