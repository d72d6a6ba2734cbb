import { type Spot, spotOf } from "./finding.ts";

/** +45 12 34 56 78, 0046 70 …: a country code says what it is. */
const abroad = /(?<![\w+])(?:\+|00)[1-9]\d{0,2}(?: ?\(0\))?(?:[ .-]?\d){6,12}(?!\d)/g;
/** Eight digits in the groups that people write them in; Danish numbers begin with 2 to 9. */
const grouped =
  /(?<![\d+]|\d[.,:/-])(?:[2-9]\d([ .-])\d{2}\1\d{2}\1\d{2}|[2-9]\d{3}[ -]\d{4}|[2-9]\d{2} \d{2} \d{3})(?!\d|[.,:/-]\d| \d)/g;
const bare = /(?<![\d+]|\d[.,:/-])[2-9]\d{7}(?!\d|[.,:/-]\d)/g;
/** After a word that announces one, any eight digits are a number. */
const announced =
  /(?<!\p{L})(?:tlf|tel|telefon|telefonnummer|mobil|mobilnummer|mob|sms|phone|mobile|call|ring|ring til|telefonu|هاتف|تلفون)\s?[.:nr]{0,4}\s?(?<number>\d(?:[ .-]?\d){7})(?!\d)/giu;

/** Numbers of companies and institutions, which have eight digits or more as well. */
const registered = /(?:cvr|cvr-?nr|p-?nr|p-?nummer|se-?nr|ean|reg)\W{0,4}$/i;
const money = /^\s?(?:kr|kroner|dkk|eur|€)/i;
const years = /^(?:19|20)\d{2}[ -](?:19|20)\d{2}$/;
const day = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** Telephone numbers. Some belong to associations, who publish theirs: so they are asked about. */
export function findPhones(plain: string): Spot[] {
  const spots = [...plain.matchAll(abroad)].map((match) => spotOf("phone", match));
  for (const match of plain.matchAll(announced)) {
    const number = match.groups?.["number"] ?? "";
    const start = (match.index ?? 0) + match[0].lastIndexOf(number);
    spots.push({ ...spotOf("phone", match, false, number), start, end: start + number.length });
  }
  for (const match of [...plain.matchAll(grouped), ...plain.matchAll(bare)]) {
    const start = match.index ?? 0;
    const [number] = match;
    const isOther =
      registered.test(plain.slice(Math.max(0, start - 16), start)) ||
      money.test(plain.slice(start + number.length)) ||
      years.test(number) ||
      day.test(number);
    if (!isOther) spots.push(spotOf("phone", match));
  }
  return spots;
}
