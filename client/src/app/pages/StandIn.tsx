import { useClusters } from "../../state/hooks.ts";

/** Stands where a page is still being built. */
export function StandIn() {
  const clusters = useClusters();
  return (
    <ul>
      {clusters.map(({ id, lead }) => (
        <li key={id}>{lead.name}</li>
      ))}
    </ul>
  );
}
