import { type ReactNode, useEffect, useRef } from "react";

/** A step's heading. It takes the focus when the step comes, so that keyboard and screen reader go on from there. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}
