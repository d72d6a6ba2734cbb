import type { Locale } from "../model/stage.ts";

/** One kind of problem: its HTTP status and what a person reads. Sentences say what happened and what to do. */
interface ProblemKind {
  readonly status: number;
  readonly da: string;
  readonly en: string;
}

const kinds = {
  "invalid-input": {
    status: 400,
    da: "Det kunne vi ikke læse. Der er ikke ændret noget.",
    en: "We couldn't read that. Nothing was changed.",
  },
  "unknown-invite": {
    status: 404,
    da: "Koden eller linket virker ikke. Se efter, om det er skrevet rigtigt, eller spørg den, der inviterede dig.",
    en: "The code or link doesn't work. Check the spelling, or ask the person who invited you.",
  },
  "no-session": {
    status: 401,
    da: "Du er ikke med i denne kortlægning endnu. Brug linket eller koden, du har fået.",
    en: "You haven't joined this mapping yet. Use the link or code you were given.",
  },
  "wrong-workshop": {
    status: 403,
    da: "Din adgang gælder en anden kortlægning.",
    en: "Your access is for another mapping.",
  },
  "wrong-role": {
    status: 403,
    da: "Det kan kun facilitatoren gøre.",
    en: "Only the facilitator can do that.",
  },
  "wrong-origin": {
    status: 403,
    da: "Siden blev åbnet fra en anden adresse. Åbn kortlægningen fra linket, du har fået.",
    en: "The page was opened from another address. Open the mapping from the link you were given.",
  },
  "create-key-needed": {
    status: 403,
    da: "Her kræver det en nøgle at oprette en kortlægning. Spørg den, der driver tjenesten.",
    en: "Creating a mapping needs a key here. Ask whoever runs the service.",
  },
  "not-found": { status: 404, da: "Siden findes ikke.", en: "There is nothing here." },
  "template-not-available": {
    status: 422,
    da: "Den slags kortlægning kan vi ikke endnu. Runde 1 er klar.",
    en: "That kind of mapping isn't available yet. Round 1 is ready.",
  },
  "too-many-requests": {
    status: 429,
    da: "Det gik for hurtigt. Vent et øjeblik, og prøv igen.",
    en: "That was too fast. Wait a moment and try again.",
  },
  "too-large": {
    status: 413,
    da: "Det er for stort til at sende. Der er ikke ændret noget.",
    en: "That is too large to send. Nothing was changed.",
  },
  "no-such-step": { status: 409, da: "Det trin findes ikke i planen.", en: "That step isn't in the plan." },
  "no-more-steps": {
    status: 409,
    da: "Der er ikke flere trin den vej.",
    en: "There are no more steps that way.",
  },
  "timer-not-running": { status: 409, da: "Uret går ikke.", en: "The timer isn't running." },
  "not-private": {
    status: 409,
    da: "Der skrives ikke privat lige nu.",
    en: "Nobody is writing privately right now.",
  },
  "last-step-left": {
    status: 409,
    da: "Mindst ét trin skal være med i planen.",
    en: "At least one step must stay in the plan.",
  },
  "no-such-sheet": {
    status: 409,
    da: "Fanen findes ikke længere.",
    en: "That sheet isn't there any more.",
  },
  "sheet-exists": { status: 409, da: "Fanen er der allerede.", en: "That sheet is there already." },
  "too-many-sheets": {
    status: 409,
    da: "Der kan ikke være flere frie tavler i én kortlægning. Fjern en, og prøv igen.",
    en: "One mapping can't have more free boards. Remove one and try again.",
  },
  "no-such-invite": {
    status: 409,
    da: "Invitationen findes ikke længere.",
    en: "That invitation no longer exists.",
  },
  "picture-unreadable": {
    status: 415,
    da: "Filen er ikke et billede, vi kan vise. Brug PNG, JPEG, WebP eller PDF.",
    en: "The file isn't a picture we can show. Use PNG, JPEG, WebP or PDF.",
  },
  "too-many-pictures": {
    status: 409,
    da: "Der er ikke plads til flere billeder i denne kortlægning. Billedet er ikke lagt ind.",
    en: "There is no room for more pictures in this mapping. The picture was not added.",
  },
  "board-not-writable": {
    status: 403,
    da: "Du kan ikke ændre tavlen lige nu. Der er ikke ændret noget.",
    en: "You can't change the board right now. Nothing was changed.",
  },
  "picture-too-many-pixels": {
    status: 413,
    da: "Billedet har for mange billedpunkter. Gør det mindre (højst 40 millioner), og prøv igen.",
    en: "The picture has too many pixels. Make it smaller (at most 40 million) and try again.",
  },
  "import-unreadable": {
    status: 400,
    da: "Filen er ikke en gemt kortlægning, eller den er gået i stykker. Der er ikke ændret noget.",
    en: "The file isn't a saved mapping, or it is damaged. Nothing was changed.",
  },
  "board-not-empty": {
    status: 409,
    da: "Der er allerede noget på tavlen. Indlæs filen i en ny kortlægning.",
    en: "There already is something on the board. Import the file into a new mapping.",
  },
  "no-such-version": {
    status: 404,
    da: "Den version findes ikke længere. Se i historikken, hvilke der er.",
    en: "That version no longer exists. See in the history which there are.",
  },
  "versions-full": {
    status: 409,
    da: "Der er ikke plads til flere versioner her. Tavlen er gemt, og de versioner, der er, bliver.",
    en: "There is no room for more versions here. The board is saved, and the versions there are stay.",
  },
  "store-unavailable": {
    status: 503,
    da: "Serveren kan ikke gemme lige nu. Dit arbejde bliver på din enhed og sendes igen af sig selv.",
    en: "The server can't save right now. Your work stays on your device and is sent again by itself.",
  },
  internal: {
    status: 500,
    da: "Noget gik galt hos os. Det, der står som gemt, er gemt.",
    en: "Something went wrong on our side. What is shown as saved is saved.",
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof kinds;
export const problemCodes = Object.keys(kinds) as ProblemCode[];

export const problemStatus = (code: ProblemCode): number => kinds[code].status;
export const problemSentence = (code: ProblemCode, locale: Locale): string => kinds[code][locale];
