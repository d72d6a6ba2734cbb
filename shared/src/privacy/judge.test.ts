import { describe, expect, test } from "vitest";
import { findPersonal, judge } from "./judge.ts";

const none: ReadonlySet<string> = new Set();
const kindOf = (text: string) => judge(text, "", none).kind;
const kindsIn = (text: string) => findPersonal(text).map(({ kind }) => kind);

describe("PRIV-2 a CPR number", () => {
  test.each([
    "Hun har 010190-1234",
    "010190 - 1234",
    "CPR: 010190–1234 (med tankestreg)",
    "01-01-90-1234",
    "٠١٠١٩٠-١٢٣٤",
    "0101\u200b90-1234",
    // Its check digit is right.
    "0707614285",
    // A replacement number: 60 added to the day.
    "610190-1234",
    "29 feb: 290204-4123",
  ])("stops: %s", (text) => {
    expect(kindsIn(text)).toEqual(["cpr"]);
    expect(kindOf(text)).toBe("stop");
    const [found] = findPersonal(text);
    expect(judge(text, "", new Set([found?.value ?? ""])).kind).toBe("stop");
  });

  test.each(["0101901234", "010190 1234", "01.01.90 1234"])(
    "is asked about when it may be something else: %s",
    (text) => {
      expect(kindsIn(text)).toEqual(["cpr"]);
      expect(kindOf(text)).toBe("ask");
    },
  );

  test.each(["320190-1234", "011390-1234", "290203-4123", "000190-1234", "1010190-12345", "010158-5123"])(
    "isn't one: %s",
    (text) => expect(kindsIn(text)).not.toContain("cpr"),
  );
});

describe("PRIV-1 what looks personal is asked about", () => {
  test.each([
    ["Ring til hende på 20 30 40 51", "phone"],
    ["20304051", "phone"],
    ["2030 4051", "phone"],
    ["203 04 051", "phone"],
    ["+45 20 30 40 51", "phone"],
    ["0045 20304051", "phone"],
    ["+46 70 123 45 67", "phone"],
    ["tlf. 11 22 33 44", "phone"],
    ["Telefon: 12345678", "phone"],
    ["SMS 2030-4051", "phone"],
    ["ali.hansen@example.dk", "email"],
    ["Skriv til åse@bæk.dk i dag", "email"],
    ["ali (at) example.dk", "email"],
    ["Hun bor Gladsaxevej 12", "address"],
    ["gladsaxevej 12b", "address"],
    ["Nørregade 4, 2. tv", "address"],
    ["Kongens Allé 7", "address"],
    ["Skovalléen 7", "address"],
    ["Han bor på Gyngemosen, Lindevænget 3, st. th.", "address"],
    ["Birkeparken 14, 3. mf", "address"],
    ["Birkeparken 14", "address"],
    ["12 Baker Street", "address"],
    ["Atatürk Caddesi No: 5", "address"],
    ["Formanden for klubben bor på Gladsaxevej 12", "address"],
  ])("%s", (text, kind) => {
    expect(kindsIn(text)).toEqual([kind]);
    expect(kindOf(text)).toBe("ask");
  });

  test("an association's telephone passes once its writer has said that it isn't personal, however it is grouped", () => {
    const [found] = findPersonal("Kommunens linje: 39 57 50 00");
    expect(judge("Ring 39575000", "", new Set([found?.value ?? ""])).kind).toBe("clear");
    expect(judge("+45 39575000 eller 20304051", "", new Set([found?.value ?? ""])).kind).toBe("ask");
  });

  test("what everybody has already keeps nobody from writing on, or from taking it away", () => {
    const before = "Skriv til 010190-1234 eller 20 30 40 51";
    expect(judge(`${before} i morgen`, before, none).kind).toBe("clear");
    expect(judge("Skriv til 20304051", before, none).kind).toBe("clear");
    expect(judge(`${before} og 61 62 63 64`, before, none).kind).toBe("ask");
  });
});

describe("PRIV-3 everyday texts pass", () => {
  test.each([
    "12 frivillige",
    "Åbent siden 1987",
    "2019-2020 og 2024 2025",
    "Sæson 2025/2026",
    "kl. 17.30-19.00",
    "Mandag 10.00 12.00, tirsdag 13.30",
    "Kl 17 til 19 hver torsdag",
    "22.11.2026",
    "2026-11-22",
    "20261122",
    "1.200 medlemmer, 25000000 kr. i støtte",
    "20 000 000 kr",
    "3 afdelinger, 1.400 lejligheder, 2 haller",
    "CVR 12345678",
    "CVR-nr.: 30405060",
    "112 og 114",
    "Ring 1813",
    "Bus 6A og 250S",
    "Høje Gladsaxe 15",
    "Høje Gladsaxe Skole, Gladsaxevej 200",
    "Biblioteket ligger på Søborg Hovedgade 220",
    "Boldklubben holder til på Stadionvej 5",
    "Kirken på Skolevej 3",
    "På vejen 3 gange om ugen",
    "I gaden 12 familier",
    "Nørregade 12 familier holder fest",
    "Torvet 3 gange om ugen",
    "I Parken 14 dage i træk",
    "Blok 12, opgang 3",
    "Område 5, afdeling 12",
    "Ungdomsklubben 8-12 år",
    "U10 og U12, 30-40 børn",
    "Fælles spisning for 25 kr.",
    "Mohamed og Anne Hansen",
    "Fædregruppen @ Beboerhuset",
    "100 %",
    "ISBN 0-306-40615-2",
    "مجموعة الآباء ١٢ متطوعا",
    "15 gönüllü, saat 17.30",
  ])("%s", (text) => expect(findPersonal(text)).toEqual([]));
});
