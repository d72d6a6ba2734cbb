import { digestOf } from "@faelleskort/server/config/digest.ts";
import { StoreRefused, StoreUnavailable } from "@faelleskort/server/workshops/ports.ts";
import type { StoredVersion } from "@faelleskort/server/workshops/version-store.ts";
import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { round1 } from "@faelleskort/shared/method/round1.ts";
import { versionId } from "@faelleskort/shared/model/version-id.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StoreHarness } from "./store-contract.ts";
import { bytesOf, sampleWorkshop, textOf } from "./store-sample.ts";

const first = sampleWorkshop("first");
const second = sampleWorkshop("second");
const [firstStep] = round1;

function sampleVersion(name: string, content: string, changes: Partial<StoredVersion> = {}): StoredVersion {
  if (firstStep === undefined) throw new Error("there is no step");
  return {
    id: versionId(`version-${name}`),
    workshopId: first.id,
    kind: "asked",
    name,
    step: firstStep.id,
    createdAt: 1_000,
    by: "Anne, Biblioteket",
    counts: { actors: 3, marks: 2, notes: 1, elements: 0 },
    digest: digestOf(content),
    size: content.length,
    ...changes,
  };
}

/** Every promise in the docstrings of the `VersionStore` port. */
export function describeVersions(name: string, start: () => Promise<StoreHarness>): void {
  describe(`version store contract: ${name}`, () => {
    let harness: StoreHarness;
    const store = () => harness.store;
    const add = (version: StoredVersion, content: string, drop: readonly StoredVersion[] = []) =>
      store().addVersion(
        version,
        bytesOf(content),
        drop.map(({ id }) => id),
      );
    const contentOf = async ({ id, workshopId: workshop }: StoredVersion) =>
      textOf((await store().readVersion(workshop, id))?.content);

    beforeEach(async () => {
      harness = await start();
      await store().createWorkshop(first);
      await store().createWorkshop(second);
    });
    afterEach(() => harness.dispose());

    test("versions come back as they were, in the order in which they were added, each workshop's by itself", async () => {
      const one = sampleVersion("one", "first content");
      const two = sampleVersion("two", "second content", { kind: "step", name: null, by: "", createdAt: 1 });
      const other = sampleVersion("other", "first content", { workshopId: second.id });
      await add(one, "first content");
      await add(two, "second content");
      await add(other, "first content");
      expect(await store().listVersions(first.id)).toEqual([one, two]);
      expect(await store().listVersions(second.id)).toEqual([other]);
      expect(await store().listVersions(workshopId("workshop-none"))).toEqual([]);
      expect(await store().readVersion(first.id, one.id)).toMatchObject({ version: one });
      expect(await contentOf(two)).toBe("second content");
      expect(await store().readVersion(first.id, other.id)).toBeNull();
      expect(await store().readVersion(first.id, versionId("version-none"))).toBeNull();
    });

    test("those let go are gone, contents that others share are not", async () => {
      const [one, two, three] = [
        sampleVersion("one", "shared"),
        sampleVersion("two", "shared"),
        sampleVersion("three", "own"),
      ];
      await add(one, "shared");
      await add(two, "shared");
      await add(three, "own", [one, sampleVersion("never-there", "")]);
      expect(await store().listVersions(first.id)).toEqual([two, three]);
      expect(await contentOf(two)).toBe("shared");
      const four = sampleVersion("four", "new");
      await add(four, "new", [two, three]);
      expect(await store().listVersions(first.id)).toEqual([four]);
      expect(await contentOf(four)).toBe("new");
    });

    test("another workshop's can't be let go", async () => {
      const other = sampleVersion("other", "other", { workshopId: second.id });
      await add(other, "other");
      await add(sampleVersion("one", "one"), "one", [other]);
      expect(await contentOf(other)).toBe("other");
    });

    test("an id that is taken and a workshop that isn't there are refused, and nothing has changed", async () => {
      const one = sampleVersion("one", "one");
      await add(one, "one");
      await expect(add(one, "again", [one])).rejects.toThrow(StoreRefused);
      await expect(
        add(sampleVersion("lost", "x", { workshopId: workshopId("workshop-none") }), "x"),
      ).rejects.toMatchObject({ code: "no-such-workshop" });
      expect(await contentOf(one)).toBe("one");
    });

    test("what doesn't fit on the disk lets nothing go either", async () => {
      const one = sampleVersion("one", "one");
      await add(one, "one");
      await harness.fillDisk();
      const large = "x".repeat(100_000);
      await expect(add(sampleVersion("large", large), large, [one])).rejects.toThrow(StoreUnavailable);
      await harness.makeRoom();
      expect(await store().listVersions(first.id)).toEqual([one]);
      expect(await contentOf(one)).toBe("one");
    });

    test("the caller's bytes may change at once, and those given out are the caller's", async () => {
      const one = sampleVersion("one", "content");
      const bytes = bytesOf("content");
      const added = store().addVersion(one, bytes, []);
      bytes.fill(0);
      await added;
      (await store().readVersion(first.id, one.id))?.content.fill(0);
      expect(await contentOf(one)).toBe("content");
    });
  });
}
