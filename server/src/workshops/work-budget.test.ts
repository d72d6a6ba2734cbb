import { participantId } from "@faelleskort/shared/model/ids.ts";
import { expect, test } from "vitest";
import { workLimits } from "../policies/limits.ts";
import { TestTimers } from "./test-timers.ts";
import { WorkBudget, WorkBudgets } from "./work-budget.ts";

test("a budget earns itself back, and is far overdrawn at twice what may be done at once", () => {
  const timers = new TestTimers();
  const budget = new WorkBudget(timers);
  budget.spend(workLimits.burst);
  expect([budget.restFor(), budget.isFarOverdrawn, budget.isFull]).toEqual([0, false, false]);
  budget.spend(workLimits.perSecond);
  expect(budget.restFor()).toBe(1_000);
  timers.pass(1_000);
  expect(budget.restFor()).toBe(0);
  budget.spend(workLimits.burst + 1);
  expect(budget.isFarOverdrawn).toBe(true);
  timers.pass(60_000);
  expect(budget.isFull).toBe(true);
});

test("ABUSE-5 a participant has one budget over all connections; those who owe nothing are forgotten", () => {
  const timers = new TestTimers();
  const budgets = new WorkBudgets(timers);
  const greedy = participantId("greedy-one");
  budgets.of(greedy).spend(workLimits.burst + 1);
  expect(budgets.of(greedy).restFor()).toBeGreaterThan(0);
  for (let index = 0; index < 5_000; index += 1) budgets.of(participantId(`passing-${index}`));
  expect(budgets.size).toBeLessThan(2_100);
  expect(budgets.of(greedy).restFor()).toBeGreaterThan(0);
});
