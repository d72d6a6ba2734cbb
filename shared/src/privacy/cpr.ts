import { type Spot, spotOf } from "./finding.ts";

const pattern =
  /(?<![\d+])(?<day>\d{2})(?<parting>[ ./-]?)(?<month>\d{2})\k<parting>(?<year>\d{2})(?<between> ?- ?| |\.)?(?<serial>\d{4})(?!\d)/g;

/**
 * Danish civil registration numbers: a date, then four digits whose first tells the century. With a hyphen it is one for
 * certain; without, only when its check digit is right, too (numbers given out since 2007 may lack it).
 */
export function findCpr(plain: string): Spot[] {
  return [...plain.matchAll(pattern)].flatMap((match) => {
    const { day = "", month = "", year = "", between = "", serial = "", parting = "" } = match.groups ?? {};
    if (!isBirthday(Number(day), Number(month), Number(year), Number(serial[0]))) return [];
    const isHyphened = between.includes("-");
    const isCompact = parting === "";
    return [spotOf("cpr", match, isHyphened || (isCompact && hasCheckDigit(day + month + year + serial)))];
  });
}

function isBirthday(day: number, month: number, year: number, century: number): boolean {
  // A replacement number has 60 added to the day.
  const date = day > 60 ? day - 60 : day;
  const full = yearOf(year, century);
  if (full === null || month < 1 || month > 12 || date < 1) return false;
  return date <= new Date(Date.UTC(full, month, 0)).getUTCDate();
}

/** The year of birth; null for the 1800s, whose people are all dead. */
function yearOf(year: number, century: number): number | null {
  if (century <= 3) return 1900 + year;
  if (century === 4 || century === 9) return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : null;
}

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

function hasCheckDigit(digits: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}
