import * as v from "valibot";
import { scenarioIds, scenarios } from "./scenarios/list.ts";
import { subjectNames } from "./subjects/subject.ts";

// One run in a process of its own, which is the load generator too: node one-run.ts <plan as JSON>. Its parent pins it to a core.

const PlanSchema = v.object({
  scenario: v.picklist(scenarioIds),
  subject: v.picklist(subjectNames),
  quick: v.boolean(),
  profiles: v.boolean(),
});

const { scenario, ...plan } = v.parse(PlanSchema, JSON.parse(process.argv[2] ?? ""));
const result = await scenarios[scenario].run(plan);
process.send?.(result, () => process.exit(0));
