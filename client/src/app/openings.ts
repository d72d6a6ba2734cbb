import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Result } from "@faelleskort/shared/model/result.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import type { OpenError } from "../session/open-session.ts";
import { rethrow } from "../session/rethrow.ts";
import type { openWorkshop, OpenWorkshop, OpenWorkshopOptions } from "./open-workshop.ts";
import type { Route } from "./route.ts";

type Device = Presence["device"];
type OpenTheWorkshop = typeof openWorkshop;
/** null: the code that opens a workshop can't be had. */
type Opened = Result<OpenWorkshop, OpenError> | null;

/** Opens workshops for the pages; the first one before any page is there. */
export interface Openings {
  /** Begins to open what an address asks for, while its page is still being fetched. */
  begin(route: Route): void;
  /** What was begun and nobody has asked for is closed again: the address has changed. */
  letGo(): void;
  /** Opens a workshop, or takes over its opening if it was begun. Whoever asked closes it. */
  open(workshopId: WorkshopId, device: Device): Promise<Opened>;
}

export interface OpeningsOptions extends Pick<OpenWorkshopOptions, "surroundings" | "timers"> {
  /** Fetches the code that opens workshops. */
  readonly load: () => Promise<{ readonly openWorkshop: OpenTheWorkshop }>;
}

export function createOpenings({ surroundings, timers, load }: OpeningsOptions): Openings {
  let begun: { readonly id: WorkshopId; readonly device: Device; readonly opened: Promise<Opened> } | null =
    null;

  async function start(workshopId: WorkshopId, device: Device): Promise<Opened> {
    // Who this is needn't wait for the code.
    const asked = surroundings.api.me(workshopId);
    let code: Awaited<ReturnType<typeof load>>;
    try {
      code = await load();
    } catch {
      return null;
    }
    return code.openWorkshop({ surroundings, timers, workshopId, device, asked });
  }

  function letGo(): void {
    const close = async (opened: Promise<Opened>) => {
      const result = await opened;
      if (result?.ok) result.value.close();
    };
    if (begun) close(begun.opened).catch(rethrow);
    begun = null;
  }

  return {
    begin(route) {
      const device = deviceOf(route);
      if (device === null || !("workshopId" in route)) return;
      begun = { id: route.workshopId, device, opened: start(route.workshopId, device) };
    },
    letGo,
    open(workshopId, device) {
      if (begun?.id === workshopId && begun.device === device) {
        const { opened } = begun;
        begun = null;
        return opened;
      }
      letGo();
      return start(workshopId, device);
    },
  };
}

/** As what somebody is present on a page; null where there is no workshop. */
function deviceOf({ page }: Route): Device | null {
  switch (page) {
    case "board":
    case "phone":
    case "projector":
      return page;
    case "start":
    case "join":
    case "unknown":
      return null;
  }
}
