import { type ComponentType, lazy, useState } from "react";

/** A component whose code is fetched when it is first shown, or when somebody expects that it will be. */
export interface FetchedLater<Props> {
  /** To be shown inside of `Later`. */
  readonly Component: ComponentType<Props>;
  /** Settles when the code is there; from then on it is shown at once. */
  readonly fetch: () => Promise<unknown>;
}

export function fetchedLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): FetchedLater<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetch = async () => {
    loaded ??= await load();
    return { default: loaded };
  };
  const Awaited = lazy(fetch);
  return {
    fetch,
    Component(props) {
      // What is there already needs no wait, however short; what was begun with stays, or its state would be lost.
      const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Awaited);
      return <Shown {...props} />;
    },
  };
}
