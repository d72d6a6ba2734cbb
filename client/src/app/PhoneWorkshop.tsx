import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { useState } from "react";
import { useT } from "../i18n/hooks.ts";
import { PhonePage } from "../phone/PhonePage.tsx";
import { cell } from "../session/source.ts";
import { useApplication } from "./application.ts";
import { Link } from "./Link.tsx";
import { WorkshopGate } from "./WorkshopGate.tsx";

/** A workshop as the phone's form. */
export function PhoneWorkshop({ workshopId }: { readonly workshopId: WorkshopId }) {
  const t = useT();
  const { remembered } = useApplication().surroundings;
  const [known] = useState(() => cell(remembered.stage(workshopId)));
  return (
    <WorkshopGate workshopId={workshopId} device="phone" early>
      <PhonePage
        known={known}
        boardLink={<Link to={{ page: "board", workshopId, share: false }}>{t("phone.to-board")}</Link>}
      />
    </WorkshopGate>
  );
}
