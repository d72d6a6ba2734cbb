import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { clusters } from "@faelleskort/shared/views/clusters.ts";
import { duplicateGroups } from "@faelleskort/shared/views/duplicates.ts";
import { keyPeople, unplaced } from "@faelleskort/shared/views/priority.ts";
import { type WorkshopId, workshopId } from "@faelleskort/shared/model/ids.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { api, page as address } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser } from "playwright";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport, snapshotOf } from "./kit/board-file.ts";
import { Person } from "./kit/person.ts";
import { drag, mapOf } from "./kit/sheet-map.ts";

/**
 * Round 1 as people would run it: a facilitator, two laptops, two phones and a projector, on one server that is killed on
 * the way. Each test goes on where the one before left off.
 */
describe("Round 1", () => {
  let server: TestServer;
  let browser: Browser;
  let id: WorkshopId;
  let facilitator: Person;
  let anne: Person;
  let bo: Person;
  let carla: Person;
  let dag: Person;
  let projector: Person;
  const everyone = () => [facilitator, anne, bo, carla, dag, projector];

  const exported = () => readExport(facilitator.context.request, server.url, id);
  const snapshot = async () => snapshotOf(await exported());
  const actors = async () => clusters(await snapshot());
  const named = async (name: string): Promise<ActorCluster> => {
    const found = (await actors()).find(({ lead }) => lead.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const invite = async (role: Role) => {
    const response = await facilitator.context.request.get(`${server.url}${api.invites(id)}`);
    const { invites } = v.parse(InvitesSchema, await response.json());
    const found = invites.find((one) => one.role === role);
    if (!found) throw new Error(`no invite for ${role}`);
    return found;
  };
  const goTo = async (title: string) => {
    await facilitator.press(`Næste trin: ${title}`);
    for (const person of everyone()) {
      // oxlint-disable-next-line no-await-in-loop
      await eventually(`${person.name} to be at ${title}`, () =>
        person.page.getByText(title).first().isVisible(),
      );
    }
  };
  const pictures = async (step: string) => {
    for (const person of everyone()) await person.picture(step);
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    facilitator = await Person.arrive(browser, "facilitator", "laptop");
    anne = await Person.arrive(browser, "anne", "laptop");
    bo = await Person.arrive(browser, "bo", "laptop");
    carla = await Person.arrive(browser, "carla", "phone");
    dag = await Person.arrive(browser, "dag", "phone");
    projector = await Person.arrive(browser, "projector", "projector");
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await pictures("failed");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("starts from the front page, with the share panel open", async () => {
    await facilitator.page.goto(server.url);
    await facilitator.picture("0-start");
    await facilitator.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await facilitator.press("Start kortlægning");
    await facilitator.page.waitForURL(/\/w\//);
    id = workshopId(new URL(facilitator.page.url()).pathname.split("/")[2] ?? "");
    await expect
      .poll(() => facilitator.page.getByRole("img", { name: /QR-kode til/ }).count())
      .toBeGreaterThan(0);
  });

  it("ACC-1 TEXT-2 lets people in by link and by code, after the notice; phones land on the form", async () => {
    const participants = await invite("participant");
    await anne.join(participants.url, "Biblioteket");
    await bo.join(participants.url, "SSP");
    await carla.join(participants.url, "Bydelsmødrene");
    // Dag types the code as people do: small letters, with a space.
    await dag.page.goto(server.url);
    const code = (participants.code ?? "").toLowerCase();
    await dag.page.getByLabel("Kode").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await dag.press("Deltag");
    await dag.press("Det er i orden");
    await dag.page.getByLabel("Din organisation eller rolle").fill("Idrætsforeningen");
    await dag.press("Gå ind");
    await dag.page.waitForURL(/\/phone$/);
    expect(new URL(carla.page.url()).pathname).toBe(address.phone(id));
    expect(new URL(anne.page.url()).pathname).toBe(address.board(id));

    const watchers = await invite("observer");
    await projector.join(watchers.url, "");
    await projector.page.goto(server.url + address.projector(id));
    await expect
      .poll(() => projector.page.getByText((participants.code ?? "").slice(0, 3)).count())
      .toBeGreaterThan(0);
    for (const person of everyone().slice(1, 5)) await person.saved();
    await pictures("1.1");
  });

  it("1.2 marks eight places on the map, by pointing, on phones by list", async () => {
    await goTo("Steder, der virker");
    const places = ["Torvet", "Biblioteket", "Boldburet", "Legepladsen"];
    for (const [index, place] of places.entries()) {
      const person = index % 2 === 0 ? anne : bo;
      await person.showSheet("Områdekort");
      const { ground } = await mapOf(person, "map", await snapshot());
      await person.press("Sæt et hjerte (ressource)");
      const { x, y } = ground({ x: 0.2 + 0.2 * index, y: 0.4 });
      await person.page.mouse.click(x, y);
      await person.page.getByRole("textbox", { name: "Hvad er godt her?" }).fill(place);
      await person.page.keyboard.press("Enter");
      await person.saved();
    }
    await facilitator.showSheet("Områdekort");
    await facilitator.showPanel("Liste");
    for (const [place, kind] of [
      ["Mørk sti", "Udfordring"],
      ["P-pladsen", "Udfordring"],
      ["Kirkens sal", "Ressource"],
      ["Gyngemosen", "Ressource"],
    ] as const) {
      await facilitator.page.getByRole("radio", { name: kind }).check({ force: true });
      await facilitator.page.getByLabel("Sted", { exact: true }).fill(place);
      await facilitator.press("Sæt på kortet");
    }
    await facilitator.saved();
    const { marksById } = await snapshot();
    expect([...marksById.values()].map(({ title, kind }) => `${kind} ${title}`).sort()).toEqual(
      [
        ...[...places, "Kirkens sal", "Gyngemosen"].map((place) => `resource ${place}`),
        "challenge Mørk sti",
        "challenge P-pladsen",
      ].sort(),
    );
    await pictures("1.2");
  });

  it("STAGE-2 1.3 keeps 24 cards on their devices until the reveal; everyone sees how many", async () => {
    await goTo("Skriv aktørkort");
    const boardCards: Record<string, readonly string[]> = {
      anne: [
        "Fædregruppen",
        "Fair Play",
        "Skolen",
        "Kirken",
        "Dialogrådet",
        "Vores HG",
        "Vaskerierne",
        "Jobcentret",
      ],
      bo: [
        "Lokalpolitiet",
        "Bydelsmødrene",
        "Gadeteamet",
        "Spejderne",
        "Turning Tables",
        "Ungdomsskolen",
        "fair play",
        "Busselskabet",
      ],
    };
    const phoneCards: Record<string, readonly string[]> = {
      carla: ["Faedre gruppen", "Opgangskaffen", "Beboerlokalet", "Torvet"],
      dag: ["Idrætsforeningen", "Foreningen Spejderne", "Boldklubben", "Seniorklubben"],
    };
    for (const person of [anne, bo]) {
      await person.showSheet("Aktører");
      for (const name of boardCards[person.name] ?? []) {
        await person.page.getByLabel("Navn på en aktør").last().fill(name);
        await person.press("Skriv kort");
      }
    }
    for (const person of [carla, dag]) {
      for (const name of phoneCards[person.name] ?? []) {
        await person.page.getByLabel("Hvem vil I samarbejde med?").fill(name);
        await person.press("Gem kort hos mig");
      }
    }
    await expect.poll(() => facilitator.button("Vis alles kort (24)").count(), { timeout: 20_000 }).toBe(1);
    await expect.poll(() => projector.page.getByText("24 kort skrevet").count()).toBe(1);
    // Not only unseen: nothing has left the devices.
    expect(await actors()).toEqual([]);
    await anne.showPanel("Liste");
    expect(await anne.page.getByText("Lokalpolitiet").count()).toBe(0);
    await pictures("1.3-private");
    await facilitator.press("Vis alles kort (24)");
    await eventually("24 cards on the board", async () => (await actors()).length === 24);
    for (const person of [anne, bo, carla, dag]) await person.saved();
    await pictures("1.3-revealed");
  });

  it("1.4 merges three pairs of equal cards with all authors kept, undoes one and merges it again", async () => {
    await goTo("Hvem er de?");
    expect(duplicateGroups(await actors())).toHaveLength(3);
    await facilitator.showSheet("Aktører");
    await facilitator.showPanel("Liste");
    for (let left = 3; left > 0; left--) {
      await facilitator.page
        .getByRole("button", { name: /^Saml \d kort med navnet/ })
        .first()
        .click();
      await facilitator.saved();
      expect(duplicateGroups(await actors())).toHaveLength(left - 1);
    }
    await facilitator.page.getByRole("button", { name: "Fortryd", exact: true }).first().click();
    await eventually("one pair apart again", async () => (await actors()).length === 22);
    await facilitator.page
      .getByRole("button", { name: /^Saml \d kort med navnet/ })
      .first()
      .click();
    await eventually("21 actors", async () => (await actors()).length === 21);
    const merged = (await actors()).filter(({ members }) => members.length > 1);
    expect(merged).toHaveLength(3);
    for (const { authors, members } of merged) {
      expect(new Set(authors.map(({ label }) => label))).toEqual(
        new Set(members.map(({ author }) => author.label)),
      );
      expect(authors).toHaveLength(2);
    }
  });

  it("DOC-5 1.4 merges what two people type on one card at once", async () => {
    for (const person of [anne, bo]) {
      await person.showSheet("Aktører");
      await person.showPanel("Liste");
      await person.page.getByRole("button", { name: "Skolen", exact: true }).click();
    }
    const field = (person: Person) => person.page.getByRole("dialog").getByLabel("Hvad laver de?");
    const type = async (person: Person, text: string) => {
      await field(person).click();
      await field(person).pressSequentially(text, { delay: 15 });
    };
    const annes = "Lektiecafé hver tirsdag. ";
    const bos = "Fodbold i skolegården. ";
    await Promise.all([type(anne, annes), type(bo, bos)]);
    await Promise.all([anne.saved(), bo.saved()]);
    const text = (await named("Skolen")).lead.answers.activities;
    expect([...text].sort()).toEqual([...(annes + bos)].sort());
    for (const person of [anne, bo]) {
      await expect.poll(() => field(person).inputValue()).toBe(text);
      await person.page.getByRole("dialog").getByRole("button", { name: "Sæt på et" }).isVisible();
    }
    await anne.press(/Sæt på et/);
    await pictures("1.4");
    for (const person of [anne, bo]) await person.page.keyboard.press("Escape");
    await eventually("the card on its who-card", async () => (await named("Skolen")).lead.onWhoCard);
  });

  it("1.5 places twelve actors by dragging, by keyboard and by list; two may drag the same", async () => {
    await goTo("Prioritering");
    for (const person of [facilitator, anne, bo]) await person.showSheet("Prioritering");
    // A fresh look, so that the tray lies as a newcomer's would.
    await facilitator.page.reload();
    await facilitator.showSheet("Prioritering");
    await facilitator.saved();
    const corners = [
      ["Skolen", { x: 0.8, y: 0.8 }],
      ["Kirken", { x: 0.2, y: 0.8 }],
      ["Jobcentret", { x: 0.8, y: 0.2 }],
      ["Busselskabet", { x: 0.2, y: 0.2 }],
      ["Lokalpolitiet", { x: 0.65, y: 0.7 }],
    ] as const;
    for (const [name, to] of corners) {
      const places = await mapOf(facilitator, "priority", await snapshot());
      await drag(facilitator, places.card(name), places.model(to));
      await facilitator.saved();
      // The card's middle lies where it was let go, but for half a px of rounding.
      const { placement } = await named(name);
      expect(placement?.x).toBeCloseTo(to.x, 1);
      expect(placement?.y).toBeCloseTo(to.y, 1);
    }
    // By keyboard on the canvas: choose the card, then its field's digit, then small steps.
    await anne.page.reload();
    await anne.showSheet("Prioritering");
    for (const [name, digit] of [
      ["Vores HG", "1"],
      ["Dialogrådet", "2"],
      ["Gadeteamet", "3"],
    ] as const) {
      const places = await mapOf(anne, "priority", await snapshot());
      const { x, y } = places.card(name);
      await anne.page.mouse.click(x, y);
      await anne.page.keyboard.press(digit);
      await eventually(`${name} in field ${digit}`, async () => (await named(name)).field === Number(digit));
      const before = (await named(name)).placement;
      await anne.page.keyboard.press("ArrowRight");
      await eventually(`${name} a step to the right`, async () => {
        const after = (await named(name)).placement;
        return before && after && after.x > before.x;
      });
    }
    await bo.showPanel("Liste");
    for (const [name, field] of [
      ["Opgangskaffen", 1],
      ["Boldklubben", 1],
      ["Vaskerierne", 4],
    ] as const) {
      await bo.press(`Flyt ${name} til felt ${field}`);
      await eventually(`${name} in field ${field}`, async () => (await named(name)).field === field);
    }
    // Both take hold of the same card; the later drop counts, and both see the same.
    const all = await snapshot();
    const [hers, his] = [await mapOf(anne, "priority", all), await mapOf(facilitator, "priority", all)];
    await anne.page.reload();
    await anne.showSheet("Prioritering");
    await facilitator.page.reload();
    await facilitator.showSheet("Prioritering");
    await Promise.all([
      drag(anne, (await mapOf(anne, "priority", all)).card("Seniorklubben"), hers.model({ x: 0.3, y: 0.3 })),
      drag(
        facilitator,
        (await mapOf(facilitator, "priority", all)).card("Seniorklubben"),
        his.model({ x: 0.7, y: 0.3 }),
      ),
    ]);
    await Promise.all([anne.saved(), facilitator.saved()]);
    expect((await named("Seniorklubben")).field).not.toBeNull();
    const placed = (await actors()).filter(({ placement }) => placement);
    expect(placed).toHaveLength(12);
    expect(unplaced(await actors())).toHaveLength(9);
    await pictures("1.5");
  });

  it("1.5 takes actors one at a time, large for everybody", async () => {
    await facilitator.press("Én ad gangen");
    const [first] = unplaced(await actors());
    const name = first?.lead.name ?? "";
    for (const person of [anne, bo, projector]) {
      await eventually(`${person.name} to see ${name} large`, () =>
        person.page.getByRole("heading", { name }).first().isVisible(),
      );
    }
    await facilitator.picture("1.5-focus");
    await projector.picture("1.5-focus");
    await facilitator.press("Slut én ad gangen");
  });

  it("1.6 lists the key people: exactly those in circle 1", async () => {
    await goTo("Nøglepersoner");
    await facilitator.showSheet("Prioritering");
    await facilitator.showPanel("Liste");
    const expected = keyPeople(await actors()).map(({ lead }) => lead.name);
    expect(expected.length).toBeGreaterThanOrEqual(4);
    const shown = facilitator.page
      .getByRole("region", { name: "Nøglepersoner til runde 2" })
      .getByRole("listitem");
    await expect.poll(async () => (await shown.allInnerTexts()).map((line) => line.trim())).toEqual(expected);
    await pictures("1.6");
  });

  it("ACC-4 SYNC-5 leaves steps and the lock to the facilitator, and the lock holds", async () => {
    expect(await anne.button(/Næste trin/).count()).toBe(0);
    for (const command of [{ type: "step.next" }, { type: "board.lock", locked: true }]) {
      const answer = await anne.context.request.post(`${server.url}${api.commands(id)}`, { data: command });
      expect(answer.status()).toBe(403);
    }
    await facilitator.press("Lås tavlen");
    await eventually("Anne to be told", () => anne.page.getByText("Tavlen er låst").first().isVisible());
    await bo.showPanel("Liste");
    await expect.poll(() => bo.button("Flyt Torvet til felt 1").isDisabled()).toBe(true);
    await anne.picture("locked");
    await facilitator.press("Lås tavlen op");
    await expect.poll(() => bo.button("Flyt Torvet til felt 1").isEnabled()).toBe(true);
  });

  it("has nothing to complain about in anybody's browser", () => {
    for (const person of everyone()) expect(person.complaints, person.name).toEqual([]);
  });
});
