import type { Person } from "./person.ts";

const sheets = ["Aktører", "Prioritering", "Områdekort"] as const;

/** A person's whole board as their list view tells it, sheet by sheet: text that can be compared with somebody else's. */
export async function listOf(person: Person): Promise<string[]> {
  const pages: string[] = [];
  for (const sheet of sheets) {
    await person.showSheet(sheet);
    await person.showPanel("Liste");
    const panel = person.page.getByRole("tabpanel").last();
    const rows = await panel.getByRole("listitem").allInnerTexts();
    pages.push(`${sheet}\n${rows.map((row) => row.replaceAll(/\s+/g, " ").trim()).join("\n")}`);
  }
  return pages;
}
