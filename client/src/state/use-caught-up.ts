import { useEffect, useState } from "react";
import { afterPaint } from "./after-paint.ts";
import { createCatchUp } from "./catch-up.ts";

/**
 * The value, some moments late: for what takes long to show, so that what is to be seen at once is painted first.
 * @param first shown until then
 */
export function useCaughtUp<T>(value: T, first: T): T {
  const [shown, setShown] = useState<{ readonly value: T }>({ value: first });
  const [catchUp] = useState(() => createCatchUp<T>(afterPaint, (next) => setShown({ value: next })));
  useEffect(() => catchUp.follow(value), [catchUp, value]);
  useEffect(() => () => catchUp.close(), [catchUp]);
  return shown.value;
}
