import { type Spot, spotOf } from "./finding.ts";

const floor =
  /^(?:,? ?(?:\d{1,2}|st|kl)\.? ?(?:sal)?,? ?(?:\.|tv|th|mf|dør|lejl)(?!\p{L})|,? ?\d{1,2}\. ?sal|,? (?:st|kl)\.(?!\p{L}))/iu;

/** Words whose end says that they name a street. */
const street =
  /(?<![\p{L}-])(?<name>(?:\p{L}[\p{L}'’.-]{1,30})?(?:vej|vejen|gade|gaden|all[ée]|all[ée]en|stræde|strædet|vænge|vænget|boulevard|boulevarden)) (?:nr\.? ?)?(?<number>\d{1,3})(?!\d|[.,:]\d)(?: ?[A-Za-z](?![\p{L}\d]))?/giu;
/** Endings that name as many other things: only with a capital, a number, and nothing that is counted after it. */
const place =
  /(?<![\p{L}-])(?<name>\p{Lu}\p{Ll}{2,30}(?:park|parken|plads|pladsen|torv|torvet|have|haven|toft|toften|bakke|bakken|høj|højen|gård|gården|lund|lunden|mark|marken|vang|vangen|dal|dalen|krog|krogen|sti|stien|kær|kæret|eng|engen|brink|brinken|ager|ageren)) (?<number>\d{1,3})(?!\d|[.,:]\d)(?: ?[A-Za-z](?![\p{L}\d]))?(?=$|[,;)\n]|\. |\.$| ?\n)/gu;
const abroad =
  /(?<!\p{L})(?:\d{1,4}[A-Za-z]? \p{Lu}[\p{L}'’-]{1,30} (?:Street|Road|Avenue|Lane|Drive|Terrace)|(?:\p{Lu}\p{L}{1,30} )(?:Sokak|Sokağı|Sk\.|Caddesi|Cad\.) ?(?:No)?[:.]? ?\d{1,4})(?!\p{L}|\d)/gu;

/** What follows a number that counts something rather than numbering a house. */
const counted =
  /^ (?:(?:nye|gamle|unge|små|store|faste|aktive|lokale) )?(?:frivillige|gange|børn|unge|familier|beboere|borgere|medlemmer|minutter|min|timer|dage|uger|måneder|år|personer|mennesker|stk|kr|kroner|deltagere|mødre|fædre|piger|drenge|cykler|træer|borde|bænke|lejligheder|boliger|husstande|hold|foreninger|ildsjæle|grupper|meter|m|km|pct|procent|volunteers|times|children|families|people|members|minutes|hours|days|weeks|years|gönüllü|kişi|aile|çocuk)(?!\p{L})/iu;

/** Houses that are open to all: their number is no secret. */
const open =
  /skole|bibliotek|børneha|vuggestue|dagpleje|klub|(?<!\p{L})\p{L}*hal(?:len)?(?!\p{L})|kirke|moské|moske|synagoge|center|centret|forening|fritid|plejehjem|museum|museet|kulturhus|beboerhus|medborgerhus|forsamlingshus|rådhus|sundhedshus|café|cafe|butik|værested|spejder|institution|kontor|stadion|svømmehal|genbrug|legeplads|station|lægehus|mosque|school|library|club|church|office|okul|kütüphane|cami|dernek|مدرسة|مسجد|مكتبة|نادي/iu;
const home =
  /(?<!\p{L})(?:bor|boende|bopæl|hjemme|hjem|privat|privatadresse|lives|home|resides|oturuyor|evi|يسكن|منزل)(?!\p{L})/iu;

/** Home addresses: a street and a number, unless the sentence says that the house is open to all. */
export function findAddresses(plain: string): Spot[] {
  const streets = [...plain.matchAll(street)].filter((match) => isNamed(plain, match));
  return [...streets, ...plain.matchAll(place), ...plain.matchAll(abroad)].flatMap((match) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    const after = plain.slice(end);
    const door = floor.exec(after)?.[0] ?? "";
    if (door === "" && counted.test(after)) return [];
    const sentence = sentenceAround(plain, start, end);
    const isOpen = open.test(sentence) && !home.test(sentence) && door === "";
    return isOpen ? [] : [{ ...spotOf("address", match, false, match[0] + door), start, end }];
  });
}

const bareNoun =
  /^(?:vej|vejen|gade|gaden|all[ée]|all[ée]en|stræde|strædet|vænge|vænget|boulevard|boulevarden)$/iu;

/** "på vejen 3 gange": the bare noun names no street; "Kongens Allé" does. */
function isNamed(plain: string, match: RegExpMatchArray): boolean {
  const name = match.groups?.["name"] ?? "";
  if (!bareNoun.test(name)) return true;
  const start = match.index ?? 0;
  return /^\p{Lu}/u.test(name) && /\p{Lu}[\p{L}.'’]* $/u.test(plain.slice(Math.max(0, start - 40), start));
}

function sentenceAround(plain: string, start: number, end: number): string {
  const from = Math.max(...["\n", "! ", "? ", ". "].map((stop) => plain.lastIndexOf(stop, start - 1))) + 1;
  const stops = ["\n", "! ", "? ", ". "].map((stop) => plain.indexOf(stop, end)).filter((at) => at >= 0);
  // The street's own name says nothing: Skolevej is full of homes.
  return `${plain.slice(from, start)} ${plain.slice(end, Math.min(plain.length, ...stops))}`;
}
