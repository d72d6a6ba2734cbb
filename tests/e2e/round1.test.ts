import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { clusters } from "@faelleskort/shared/views/clusters.ts";
import { duplicateGroups } from "@faelleskort/shared/views/duplicates.ts";
import { keyPeople, unplaced } from "@faelleskort/shared/views/priority.ts";
import { type WorkshopId, workshopId } from "@faelleskort/shared/model/ids.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { encodeServerMessage, messageType } from "@faelleskort/shared/protocol/messages.ts";
import { api, page as address } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser } from "playwright";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { type Line, openLine } from "../kit/line.ts";
import { readExport, snapshotOf } from "./kit/board-file.ts";
import { Person } from "./kit/person.ts";
import { listOf } from "./kit/list-of.ts";
import { cookieOf, handmadeUpdate, openSocket } from "./kit/raw-socket.ts";
import { drag, mapOf, reload } from "./kit/sheet-map.ts";
import { seededRandom } from "../kit/random.ts";

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
  let projectorLink: string;
  /** Bo's line to the server: it can be cut. */
  let line: Line;
  const everyone = () => [facilitator, anne, bo, carla, dag, projector];

  const exported = () => readExport(facilitator.context.request, server.url, id);
  const snapshot = async () => snapshotOf(await exported());
  const actors = async () => clusters(await snapshot());
  const named = async (name: string): Promise<ActorCluster> => {
    const found = (await actors()).find(({ lead }) => lead.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const invites = async () => {
    const response = await facilitator.context.request.get(`${server.url}${api.invites(id)}`);
    return v.parse(InvitesSchema, await response.json()).invites;
  };
  const invite = async (role: Role) => {
    const found = (await invites()).find((one) => one.role === role);
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
    line = await openLine(server.port);
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
    await line?.close();
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
      .poll(() => facilitator.page.getByRole("button", { name: /Vis QR-koden til/ }).count(), {
        timeout: 10_000,
      })
      .toBeGreaterThan(0);
  });

  it("ACC-1 TEXT-2 lets people in by link and by code, after the notice; phones land on the form", async () => {
    const participants = await invite("participant");
    await anne.join(participants.url, "Biblioteket");
    await bo.join(participants.url.replace(server.url, line.url), "SSP");
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

    projectorLink = (await invite("observer")).url;
    await projector.join(projectorLink, "");
    await projector.page.goto(server.url + address.projector(id));
    await expect
      .poll(() => projector.page.getByText((participants.code ?? "").slice(0, 3)).count())
      .toBeGreaterThan(0);
    for (const person of everyone().slice(1, 5)) await person.saved();
    await pictures("1.1");
  });

  it("1.2 marks eight places on the map, by pointing, on phones by list", async () => {
    await goTo("Steder, der virker");
    const spots = ["Torvet", "Biblioteket", "Boldburet", "Legepladsen"];
    for (const [index, place] of spots.entries()) {
      const person = index % 2 === 0 ? anne : bo;
      await person.showSheet("Områdekort");
      const places = await mapOf(person, "map", await snapshot());
      await person.press("Sæt et hjerte (ressource)");
      const { x, y } = places.ground({ x: 0.2 + 0.2 * index, y: 0.4 });
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
        ...[...spots, "Kirkens sal", "Gyngemosen"].map((place) => `resource ${place}`),
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
        const own = person.page.getByRole("region", { name: "Dine kort – kun på denne enhed" });
        await own.getByLabel("Navn på en aktør").fill(name);
        await own.getByRole("button", { name: "Skriv kort" }).click();
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
    expect(Array.from(text).sort()).toEqual(Array.from(annes + bos).sort());
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
    await reload(facilitator);
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
    await reload(anne);
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
    await reload(anne);
    await anne.showSheet("Prioritering");
    await reload(facilitator);
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
    await expect.poll(async () => (await shown.allInnerTexts()).map((name) => name.trim())).toEqual(expected);
    await pictures("1.6");
  });

  it("SYNC-ROLE-1 SYNC-ROLE-3 leaves steps and the lock to the facilitator, and the lock holds", async () => {
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

  it("SYNC-ROLE-1 an observer writes nothing, not even with a frame made by hand", async () => {
    const before = await exported();
    const cookie = await cookieOf(projector, server.url);
    const socket = await openSocket({ server, id, cookie });
    socket.send(handmadeUpdate());
    const refused = await socket.message(messageType.refused);
    expect([...refused]).toEqual([...encodeServerMessage({ type: "refused", frame: 1, reason: "observer" })]);
    socket.close();
    expect((await exported()).board).toEqual(before.board);
  });

  it("ACC-2 a revoked link lets nobody in and drops who came by it", async () => {
    await facilitator.showPanel("Del");
    await facilitator.press("Luk for linket til Storskærm og dem, der ser med");
    await facilitator.press("Ja, luk for linket");
    await eventually("the projector to be told", () =>
      projector.page
        .getByText(/adgang er (slut|lukket)/)
        .first()
        .isVisible(),
    );
    await projector.picture("revoked");
    const late = await Person.arrive(browser, "late", "laptop");
    await late.page.goto(projectorLink);
    await eventually("the newcomer to be told", () =>
      late.page.getByText("Koden eller linket virker ikke").isVisible(),
    );
    await late.picture("revoked");
    await late.context.close();
    await facilitator.page.getByRole("button", { name: /^Lav nyt link til Storskærm/ }).click();
    await eventually("a new link", async () => (await invites()).some(({ role }) => role === "observer"));
    projectorLink = (await invite("observer")).url;
    await projector.join(projectorLink, "");
    await projector.page.goto(server.url + address.projector(id));
  });

  it("SAVE-4 keeps what is written without a connection, over closing the browser, until it is back", async () => {
    await bo.saved();
    await bo.context.setOffline(true);
    await line.cut();
    await bo.showSheet("Aktører");
    await bo.showPanel("Liste");
    await bo.page.getByRole("tabpanel").last().getByLabel("Navn på en aktør").fill("Varmestuen");
    await bo.press("Tilføj kort");
    await bo.page.getByRole("button", { name: "Torvet", exact: true }).click();
    await bo.page.getByRole("dialog").getByLabel("Hvem arbejder de sammen med?").fill("Butikkerne");
    await bo.page.keyboard.press("Escape");
    await eventually(
      "Bo to read that it is on this device",
      async () => (await bo.status()) === "Ingen forbindelse – alt er gemt på denne enhed",
    );
    await bo.picture("offline");
    // Closed and opened again while there is still no connection: the page itself comes from the device.
    await bo.reopen(line.url + address.board(id));
    await bo.showPanel("Liste");
    await eventually("his card, still without a connection", () =>
      bo.page.getByRole("button", { name: "Varmestuen", exact: true }).isVisible(),
    );
    expect((await actors()).some(({ lead }) => lead.name === "Varmestuen")).toBe(false);
    await line.mend();
    await bo.context.setOffline(false);
    await bo.saved();
    expect((await named("Varmestuen")).authors[0]?.label).toBe("SSP");
    expect((await named("Torvet")).lead.answers.partners).toBe("Butikkerne");
  });

  it("SAVE-1 loses nothing that was shown as saved when the server is killed in the middle of dragging", async () => {
    const random = seededRandom(20_261_122);
    for (const person of [facilitator, anne]) {
      await reload(person);
      await person.showSheet("Prioritering");
      await person.saved();
    }
    for (let round = 0; round < 3; round++) {
      const all = await snapshot();
      const names = clusters(all)
        .filter(({ placement }) => placement)
        .map(({ lead }) => lead.name);
      const maps = {
        facilitator: await mapOf(facilitator, "priority", all),
        anne: await mapOf(anne, "priority", all),
      };
      const to = () => ({ x: 0.1 + 0.8 * random.fraction(), y: 0.1 + 0.8 * random.fraction() });
      // One drop that is shown as saved …
      const kept = random.pick(names);
      await drag(facilitator, maps.facilitator.card(kept), maps.facilitator.model(to()));
      await facilitator.saved();
      const shown = (await named(kept)).placement;
      // … then more drags, and the server dies under them.
      const other = random.pick(names.filter((name) => name !== kept));
      const dragging = drag(anne, maps.anne.card(other), maps.anne.model(to()));
      await server.kill("SIGKILL");
      await dragging;
      await server.restart();
      for (const person of [facilitator, anne, bo]) await person.saved();
      expect((await named(kept)).placement).toEqual(shown);
      await eventually("all three to see the same", async () => {
        const lists = await Promise.all([facilitator, anne, bo].map(listOf));
        expect(lists[0]?.[0]).toContain("Kirken");
        expect(lists[1], "Anne's board is the facilitator's").toEqual(lists[0]);
        expect(lists[2], "Bo's board is the facilitator's").toEqual(lists[0]);
        return true;
      });
    }
    // The phones' boards too.
    for (const person of [carla, dag]) {
      await person.saved();
      await person.page.goto(server.url + address.board(id));
      await person.saved();
      await eventually("a phone's board to be the facilitator's", async () => {
        expect(await listOf(person)).toEqual(await listOf(facilitator));
        return true;
      });
    }
    await pictures("after-the-kill");
  });

  it("IN-3 exports the workshop and imports it into a new one: equal", async () => {
    await facilitator.showPanel("Del");
    const [download] = await Promise.all([
      facilitator.page.waitForEvent("download"),
      facilitator.page.getByRole("link", { name: "Hent kortlægningen som fil (JSON)" }).click(),
    ]);
    const path = await download.path();
    const before = await exported();

    const second = await Person.arrive(browser, "second", "laptop");
    await second.page.goto(server.url);
    await second.page.getByLabel("Hvilket område?").fill("Et andet sted");
    await second.press("Start kortlægning");
    await second.page.waitForURL(/\/w\//);
    const copy = workshopId(new URL(second.page.url()).pathname.split("/")[2] ?? "");
    const broken = {
      name: "broken.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"format":"faelleskort"'),
    };
    const choose = async (file: string | typeof broken) => {
      const [chooser] = await Promise.all([
        second.page.waitForEvent("filechooser"),
        second.page.getByText("Læg en gemt kortlægning ind").last().click(),
      ]);
      await chooser.setFiles(file);
    };
    await choose(broken);
    await eventually("the broken file to be turned down", () =>
      second.page.getByText("Der er ikke ændret noget").first().isVisible(),
    );
    await second.picture("broken-import");
    await choose(path);
    await second.saved();
    await eventually("the copy to be full", async () => {
      const after = await readExport(second.context.request, server.url, copy);
      return after.board.actors.length === before.board.actors.length;
    });
    const after = await readExport(second.context.request, server.url, copy);
    expect(after.board).toEqual(before.board);
    expect(after.workshop).toEqual(before.workshop);
    expect(after.picture).toEqual(before.picture);
    await second.picture("imported");
    await second.context.close();
  });

  it("has nothing to complain about in anybody's browser", () => {
    for (const person of everyone()) expect(person.complaints, person.name).toEqual([]);
  });
});
