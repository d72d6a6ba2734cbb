import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser, Locator } from "playwright";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { Person } from "./kit/person.ts";

/** A meeting that goes wrong, and a facilitator who looks back and brings the board back. */
describe("the board's history", () => {
  let server: TestServer;
  let browser: Browser;
  let facilitator: Person;
  let anne: Person;
  let dag: Person;

  const names = ["Biblioteket", "Fodboldklubben", "Korpset"];

  /** The actors in somebody's list. */
  const listed = async (person: Person): Promise<string[]> => {
    const rows = person.page.locator("[data-actor] button[dir=auto]");
    return (await rows.allInnerTexts()).sort();
  };
  const lists = (person: Person, wanted: readonly string[]) =>
    eventually(`${person.name} to have ${wanted.join(", ")}`, async () => {
      const seen = await listed(person);
      if (seen.join() !== [...wanted].sort().join()) throw new Error(`there are: ${seen.join(", ")}`);
      return true;
    });
  const write = async (person: Person, lines: readonly string[]) => {
    await person.showPanel("Liste");
    await person.page.getByRole("tabpanel").last().getByLabel("Navn på en aktør").fill(lines.join("\n"));
    await person.press(/^Tilføj/);
    await person.saved();
  };
  const versions = (person: Person): Locator => person.page.locator("li[data-version]");
  const dialog = (person: Person): Locator => person.page.getByRole("dialog");
  const toast = (person: Person): Locator =>
    person.page.getByText("En ældre version af tavlen er hentet frem", { exact: false }).locator("..");

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    facilitator = await Person.arrive(browser, "facilitator", "laptop");
    anne = await Person.arrive(browser, "anne", "laptop");
    dag = await Person.arrive(browser, "dag", "phone");
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail")
      for (const person of [facilitator, anne, dag]) await person.picture("history-failed");
  });
  afterAll(async () => {
    const complaints = [facilitator, anne, dag].flatMap((person) => person?.complaints ?? []);
    await browser?.close();
    await server?.close();
    expect(complaints).toEqual([]);
  });

  it("begins with somebody there", async () => {
    await facilitator.page.goto(server.url);
    await facilitator.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await facilitator.press("Start kortlægning");
    await facilitator.page.waitForURL(/\/w\//);
    const id = workshopId(new URL(facilitator.page.url()).pathname.split("/")[2] ?? "");
    const response = await facilitator.context.request.get(`${server.url}${api.invites(id)}`);
    const { invites } = v.parse(InvitesSchema, await response.json());
    const link = invites.find(({ role }) => role === "participant")?.url;
    if (link === undefined) throw new Error("no invite for participants");
    await anne.join(link, "Boligforeningen");
    await dag.join(link, "Skolen");
    await anne.saved();
  });

  it("HIST-1 a step ends, and what was written lies in the history", async () => {
    await write(anne, names);
    await facilitator.press(/^Næste trin/);
    await facilitator.showPanel("Historik");
    await eventually("the step's version", async () => (await versions(facilitator).count()) === 1);
    expect(await versions(facilitator).innerText()).toMatch(/1\.1 .*\s+3 aktører/s);
  });

  it("everything is deleted, and something else is written", async () => {
    await anne.showSheet("Aktører");
    await anne.page.getByRole("application").focus();
    await anne.page.keyboard.press("Control+a");
    await anne.page.keyboard.press("Delete");
    await lists(anne, []);
    await write(anne, ["Varmestuen"]);
    await facilitator.showPanel("Liste");
    await facilitator.showSheet("Aktører");
    await lists(facilitator, ["Varmestuen"]);
  });

  it("HIST-4 the old version shows the board as it was, as a canvas, as a list, and what has happened since", async () => {
    await facilitator.showPanel("Historik");
    await versions(facilitator).getByRole("button").click();
    const looking = dialog(facilitator);
    await looking.getByRole("application", { name: /aktør/i }).waitFor();
    await facilitator.picture("history-canvas");
    await looking.getByRole("tab", { name: "Som liste" }).click();
    for (const name of names) await looking.getByText(name, { exact: true }).waitFor();
    expect(await looking.getByText("Varmestuen").count()).toBe(0);
    await facilitator.picture("history-list");
    await looking.getByRole("tab", { name: "Sket siden" }).click();
    await looking.getByRole("heading", { name: "Boligforeningen" }).waitFor();
    await looking.getByText("1 skrevet").waitFor();
    await looking.getByText("3 slettet").waitFor();
    await facilitator.picture("history-since");
    // Looking changes nothing.
    await looking.getByRole("button", { name: "Luk" }).click();
    await lists(anne, ["Varmestuen"]);
  });

  it("HIST-5 a participant may look, and isn't offered more", async () => {
    await anne.showPanel("Historik");
    expect(await anne.button("Gem tavlen nu").count()).toBe(0);
    await versions(anne).first().getByRole("button").click();
    await dialog(anne).getByText("Det ændrer ikke tavlen", { exact: false }).waitFor();
    expect(await anne.button("Hent denne version frem").count()).toBe(0);
    // The keys of the board behind rest: she can't see what they would do.
    await dialog(anne).getByRole("tab", { name: "Sket siden" }).press("Control+z");
    await anne.page.keyboard.press("Escape");
    await anne.showPanel("Liste");
    await lists(anne, ["Varmestuen"]);
  });

  it("HIST-2 HIST-3 it is brought back for everybody, who hear of it, while somebody goes on writing", async () => {
    await versions(facilitator).last().getByRole("button").click();
    await facilitator.press("Hent denne version frem");
    const writing = anne.page.getByRole("tabpanel").last().getByLabel("Navn på en aktør");
    await writing.fill("Beboerhuset");
    await facilitator.press("Ja, hent den frem");
    // Pointed at, the facilitator's stays until it is pressed.
    await Promise.all([toast(anne).waitFor(), toast(dag).waitFor(), toast(facilitator).hover()]);
    await anne.press(/^Tilføj/);
    await lists(anne, [...names, "Beboerhuset"]);
    expect(await toast(anne).getByRole("button", { name: "Fortryd" }).count()).toBe(0);
    await eventually(
      "the versions before and after",
      async () => (await versions(facilitator).count()) === 3,
    );
    const told = await versions(facilitator).allInnerTexts();
    expect(told[0]).toContain("Hentet frem: 1.1");
    expect(told[1]).toContain("Før en ældre version blev hentet frem");
    await facilitator.picture("history-restored");
  });

  it("HIST-2 undo on the message brings back what there was before", async () => {
    await toast(facilitator).getByRole("button", { name: "Fortryd" }).click();
    await lists(anne, ["Varmestuen"]);
    await facilitator.showPanel("Liste");
    await lists(facilitator, ["Varmestuen"]);
  });

  it("HIST-6 a version kept by name is there after the page was loaded anew", async () => {
    await facilitator.showPanel("Historik");
    await facilitator.page.getByLabel("Navn (kan udelades)").fill("Før pausen");
    await facilitator.press("Gem tavlen nu");
    await eventually("the named one", async () =>
      (await versions(facilitator).first().innerText()).includes("Før pausen"),
    );
    await server.restart();
    await facilitator.page.reload();
    await facilitator.showPanel("Historik");
    await eventually("the named one", async () =>
      (await versions(facilitator).first().innerText()).includes("Før pausen"),
    );
    await facilitator.picture("history-panel");
  });
});
