import type { Finding } from "@faelleskort/shared/privacy/finding.ts";

/** Why words stay on this device: what in them looks personal. `stop`: their writer can't overrule it. */
export interface Objection {
  readonly kind: "ask" | "stop";
  readonly findings: readonly Finding[];
}

/** What was found, for showing it. */
export const wordsOf = ({ findings }: Objection): string =>
  [...new Set(findings.map(({ words }) => words))].join(", ");
