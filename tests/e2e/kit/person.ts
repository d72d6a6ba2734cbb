import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Locator, Page } from "playwright";
import { eventually } from "../../kit/eventually.ts";

export type Device = "laptop" | "phone" | "projector";

const screens = {
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  projector: { viewport: { width: 1920, height: 1080 } },
} as const;

const pictures = fileURLToPath(new URL("../../../test-output/round-1/", import.meta.url));

/** Somebody with a device of their own: a browser context that shares nothing with the others'. */
export class Person {
  readonly name: string;
  readonly device: Device;
  readonly context: BrowserContext;
  page: Page;
  /** What the browser complained about: a page that is well has nothing to complain about. */
  readonly complaints: string[] = [];

  private constructor(name: string, device: Device, context: BrowserContext, page: Page) {
    this.name = name;
    this.device = device;
    this.context = context;
    this.page = page;
    this.#listen(page);
  }

  static async arrive(browser: Browser, name: string, device: Device): Promise<Person> {
    const context = await browser.newContext({
      ...screens[device],
      locale: "da-DK",
      reducedMotion: "reduce",
    });
    return new Person(name, device, context, await context.newPage());
  }

  #listen(page: Page): void {
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => this.complaints.push(error.message));
  }

  /** Closes the page as one closes a laptop, and opens another in the same browser. */
  async reopen(address: string): Promise<void> {
    await this.page.close();
    this.page = await this.context.newPage();
    this.#listen(this.page);
    await this.page.goto(address);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click();
  }

  /** Follows an invitation to where its role works: the notice, who one is, and in. */
  async join(link: string, organisation: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByText("Skriv aldrig om bestemte personer").waitFor();
    await this.press("Det er i orden");
    await this.page.getByLabel("Din organisation eller rolle").fill(organisation);
    await this.press("Gå ind");
    await this.page.waitForURL(/\/w\//);
  }

  async showSheet(sheet: "Aktører" | "Prioritering" | "Områdekort"): Promise<void> {
    await this.page.getByRole("tab", { name: sheet, exact: true }).click();
  }

  async showPanel(panel: "Liste" | "Personer" | "Del" | "Plan" | "Historik"): Promise<void> {
    const tab = this.page.getByRole("tab", { name: panel, exact: true });
    await tab.or(this.button("Vis eller skjul panelet")).first().waitFor();
    if ((await tab.count()) === 0) await this.press("Vis eller skjul panelet");
    await tab.click();
  }

  /** Waits for the status line's own word that everything is on the server. */
  async saved(): Promise<void> {
    await eventually(`${this.name} to read "Gemt"`, async () => (await this.status()) === "Gemt", {
      withinMs: 30_000,
    });
  }

  async status(): Promise<string> {
    return (await this.page.locator("[data-status] > span").first().innerText()).trim();
  }

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}-${this.name}.png`) });
  }
}
