import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { type ReactNode, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useRun, useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { plannedMinutes, stepTrail } from "../steps/step-trail.ts";
import { PlanStep } from "./PlanStep.tsx";
import styles from "./plan.module.css";

/** The workshop's plan: go to any step, leave one out, change its minutes or its name; and the workshop's own name. */
export function PlanPanel({ stage }: { readonly stage: Stage }): ReactNode {
  const t = useT();
  return (
    <div className={styles.plan}>
      <section className={styles.section} aria-labelledby="plan-heading">
        <h3 id="plan-heading">{t("facilitator.plan.title")}</h3>
        <p className={styles.hint}>
          {t("facilitator.plan.total", { minutes: plannedMinutes(stage.steps) })}.{" "}
          {t("facilitator.plan.hint")}
        </p>
        <ol className={styles.steps}>
          {stepTrail(stage).map(({ step, state }) => (
            <PlanStep key={step.id} step={step} state={state} />
          ))}
        </ol>
      </section>
      {/* Another facilitator may rename it meanwhile: the form starts from the new names. */}
      <WorkshopName key={`${stage.title}\n${stage.area}`} stage={stage} />
    </div>
  );
}

function WorkshopName({ stage }: { readonly stage: Stage }): ReactNode {
  const t = useT();
  const run = useRun();
  const { notices } = useWorkshop();
  const [title, setTitle] = useState(stage.title);
  const [area, setArea] = useState(stage.area);
  const save = async () => {
    const isDone = await run({ type: "workshop.rename", title: title.trim(), area: area.trim() });
    if (isDone) notices.show({ tone: "done", text: "facilitator.plan.saved" });
  };
  const isSame = title.trim() === stage.title && area.trim() === stage.area;
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t("facilitator.plan.workshop")}
        value={title}
        maxLength={contentLimits.workshopTitle}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <TextField
        label={t("facilitator.plan.area")}
        value={area}
        maxLength={contentLimits.area}
        onChange={({ currentTarget }) => setArea(currentTarget.value)}
      />
      <Button type="submit" disabled={isSame || title.trim() === ""}>
        {t("facilitator.plan.save")}
      </Button>
    </form>
  );
}
