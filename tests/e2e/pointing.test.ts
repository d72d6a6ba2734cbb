import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser } from "playwright";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport } from "./kit/board-file.ts";
import { Person } from "./kit/person.ts";

/** Showing each other something without changing anything. */
describe("pointing", () => {
  let server: TestServer;
  let browser: Browser;
  let anne: Person;
  let bo: Person;

  /** How much light shines over somebody's sheet: painted pixels. */
  const lightOn = (person: Person) =>
    person.page.locator("canvas[class*=lights]").evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return -1;
      const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      return data.filter((value, index) => index % 4 === 3 && value > 0).length;
    });

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    anne = await Person.arrive(browser, "anne", "laptop");
    bo = await Person.arrive(browser, "bo", "laptop");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("POINT-1 POINT-2 shows the others a light and a sign, with a name, by keys alone, and keeps nothing", async () => {
    await anne.page.goto(server.url);
    await anne.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await anne.press("Start kortlægning");
    await anne.page.waitForURL(/\/w\//);
    const id = workshopId(new URL(anne.page.url()).pathname.split("/")[2] ?? "");
    const response = await anne.context.request.get(`${server.url}${api.invites(id)}`);
    const { invites } = v.parse(InvitesSchema, await response.json());
    await bo.join(invites.find(({ role }) => role === "participant")?.url ?? "", "Biblioteket");
    for (const person of [anne, bo]) {
      // oxlint-disable-next-line no-await-in-loop
      await person.showSheet("Aktører");
      // oxlint-disable-next-line no-await-in-loop
      await person.saved();
    }
    const board = async () => JSON.stringify((await readExport(anne.context.request, server.url, id)).board);
    const before = await board();

    const open = bo.button("Peg og reagér").last();
    await open.focus();
    await bo.page.keyboard.press("Enter");
    await bo.button("Peg med lys").focus();
    await bo.page.keyboard.press("Enter");
    const pad = bo.page.getByRole("application", { name: /Lyspeger/ });
    await expect.poll(() => pad.evaluate((element) => element === document.activeElement)).toBe(true);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) {
      // oxlint-disable-next-line no-await-in-loop
      await bo.page.keyboard.press(key);
    }
    await expect.poll(() => lightOn(anne)).toBeGreaterThan(50);
    await anne.picture("pointing");

    await bo.button("Jeg har et spørgsmål").focus();
    await bo.page.keyboard.press("Enter");
    const said = anne.page.getByText("Biblioteket: Jeg har et spørgsmål");
    await said.waitFor();
    await anne.picture("pointing-said");
    await said.waitFor({ state: "detached" });

    await pad.focus();
    await bo.page.keyboard.press("Escape");
    await expect.poll(() => lightOn(anne)).toBe(0);
    expect(await board()).toBe(before);
    expect([...anne.complaints, ...bo.complaints]).toEqual([]);
  });
});
