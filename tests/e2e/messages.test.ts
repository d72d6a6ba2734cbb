import type { Browser, Locator } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createWorkshop } from "../contracts/running-app.ts";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { Person } from "./kit/person.ts";

/** The short messages over the board: where they stand, and who gets them. */
describe("messages over the board", () => {
  let server: TestServer;
  let browser: Browser;
  let facilitator: Person;
  let anne: Person;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    facilitator = await Person.arrive(browser, "facilitator", "laptop");
    anne = await Person.arrive(browser, "anne", "laptop");
    const { invites } = await createWorkshop(server.url);
    await facilitator.join(invites.facilitator.url, "Boligsocialt team");
    await anne.join(invites.participant.url, "Biblioteket");
    for (const { page } of [facilitator, anne]) await page.getByRole("application").waitFor();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail")
      for (const person of [facilitator, anne]) await person.picture("messages-failed");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const boxOf = async (thing: Locator) => {
    const box = await thing.boundingBox();
    if (box === null) throw new Error("nothing is shown there");
    return box;
  };

  it("leave the bar of what is selected free after a paste", async () => {
    const { page } = anne;
    await page.getByRole("application").focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "Jobcentret\nVores HG\nSpejderne");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    const message = page.getByRole("status").filter({ has: anne.button("Gør til én seddel") });
    await message.waitFor();
    const bar = page.getByRole("group", { name: "3 valgt" });
    await bar.waitFor();
    const isFree = async () => {
      const [above, below] = [await boxOf(message), await boxOf(bar)];
      return above.y + above.height <= below.y;
    };
    expect(await isFree()).toBe(true);
    await anne.picture("messages-pasted");
    // In a narrow window the page's foot has two lines.
    await page.setViewportSize({ width: 390, height: 844 });
    await eventually("the bar to be free above a high foot", isFree, { withinMs: 3_000 });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("tell of the reveal only whom it brought something, and don't stay", async () => {
    const revealed = "Alles kort ligger nu på tavlen.";
    await facilitator.press("Skriv hver for sig");
    const own = anne.page.getByRole("region", { name: "Dine kort – kun på denne enhed" });
    await own.getByLabel("Navn på en aktør").fill("Cykelværkstedet");
    await own.getByRole("button", { name: "Skriv kort" }).click();
    await facilitator.button("Vis alles kort (1)").waitFor();
    await facilitator.press("Vis alles kort (1)");
    await anne.page.getByText(revealed).waitFor();
    await facilitator.button("Skriv hver for sig").waitFor();
    expect(await facilitator.page.getByText(revealed).count()).toBe(0);
    await eventually(
      "the message to be gone",
      async () => (await anne.page.getByText(revealed).count()) === 0,
    );
  });
});
