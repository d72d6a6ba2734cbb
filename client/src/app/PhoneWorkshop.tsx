import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { useT } from "../i18n/hooks.ts";
import { PhonePage } from "../phone/PhonePage.tsx";
import { Link } from "./Link.tsx";
import { WorkshopGate } from "./WorkshopGate.tsx";

/** A workshop as the phone's form. */
export function PhoneWorkshop({ workshopId }: { readonly workshopId: WorkshopId }) {
  const t = useT();
  return (
    <WorkshopGate workshopId={workshopId} device="phone" early>
      <PhonePage
        boardLink={<Link to={{ page: "board", workshopId, share: false }}>{t("phone.to-board")}</Link>}
      />
    </WorkshopGate>
  );
}
