import type { MouseEvent, ReactNode } from "react";
import { useApplication } from "./application.ts";
import { pathOf } from "./route.ts";
import type { KnownRoute } from "./router.ts";

interface LinkProps {
  readonly to: KnownRoute;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A real link that changes the page without loading it anew. Opening it in a new window works as everywhere. */
export function Link({ to, className, children }: LinkProps) {
  const { router } = useApplication();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.go(to);
  };
  return (
    <a href={pathOf(to)} className={className} onClick={follow}>
      {children}
    </a>
  );
}
