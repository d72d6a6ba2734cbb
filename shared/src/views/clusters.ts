import type { Actor, AnswerField } from "../model/actor.ts";
import type { Author } from "../model/author.ts";
import { type BoardSnapshot, byAge } from "../model/board.ts";
import type { UnitPoint } from "../model/geometry.ts";
import type { ActorId } from "../model/ids.ts";
import { fieldOf, type PriorityField } from "../method/fields.ts";

/** What the meeting sees as one actor: a card with those merged into it. */
export interface ActorCluster {
  /** The card that stands for all: commands on the cluster name this id. */
  readonly id: ActorId;
  readonly lead: Actor;
  /** All living cards, the lead first, then by age. */
  readonly members: readonly Actor[];
  readonly authors: readonly Author[];
  readonly placement: UnitPoint | null;
  readonly field: PriorityField | null;
  /** How many of the three questions somebody has answered, on any of the cards. */
  readonly answered: number;
}

/**
 * Read-time repair of merges. Two people may merge the same cards crosswise (A into B and B into A), or merge into a card
 * somebody deletes. Cards joined by merges in any way form one cluster; its lead is the card the merges end in, or, in a
 * cycle or when that card is deleted, the oldest living one in question. So no living card is ever hidden, every replica
 * decides alike, and writing the result back would change nothing.
 */
export function leadsByActor(snapshot: BoardSnapshot): Map<ActorId, ActorId> {
  const { actorsById } = snapshot;
  const targetOf = (actor: Actor): Actor | undefined =>
    actor.mergedInto === null || actor.mergedInto === actor.id ? undefined : actorsById.get(actor.mergedInto);

  // Where each card's chain of merges ends: a card without a target, or the oldest card of the cycle it runs into.
  const endByActor = new Map<ActorId, Actor>();
  for (const start of actorsById.values()) {
    const path: Actor[] = [];
    const onPath = new Map<ActorId, number>();
    let actor = start;
    let end: Actor | undefined;
    while (end === undefined) {
      const known = endByActor.get(actor.id);
      const seenAt = onPath.get(actor.id);
      if (known) end = known;
      else if (seenAt !== undefined) end = path.slice(seenAt).sort(byAge)[0] ?? actor;
      else {
        onPath.set(actor.id, path.length);
        path.push(actor);
        const next = targetOf(actor);
        if (next) actor = next;
        else end = actor;
      }
    }
    for (const visited of path) endByActor.set(visited.id, end);
  }

  // Hand over to the oldest living card where the end is deleted.
  const leadByEnd = new Map<ActorId, Actor>();
  for (const [id, end] of endByActor) {
    const actor = actorsById.get(id);
    if (!actor || actor.deleted) continue;
    const lead = leadByEnd.get(end.id);
    if (!end.deleted) leadByEnd.set(end.id, end);
    else if (!lead || byAge(actor, lead) < 0) leadByEnd.set(end.id, actor);
  }
  const leads = new Map<ActorId, ActorId>();
  for (const [id, end] of endByActor) {
    const lead = leadByEnd.get(end.id);
    if (lead && actorsById.get(id)?.deleted === false) leads.set(id, lead.id);
  }
  return leads;
}

const answerKeys: readonly AnswerField[] = ["activities", "partners", "contribution"];

/** One cluster from its living cards, the lead first. */
export function describeCluster(lead: Actor, members: readonly Actor[]): ActorCluster {
  const authors: Author[] = [];
  for (const { author } of members) {
    if (author.label !== "" && !authors.some((known) => known.label === author.label)) authors.push(author);
  }
  const placement = members.find((member) => member.placement)?.placement ?? null;
  return {
    id: lead.id,
    lead,
    members,
    authors,
    placement,
    field: placement && fieldOf(placement),
    answered: answerKeys.filter((key) => members.some((member) => member.answers[key].trim() !== "")).length,
  };
}

/** All living actors as the meeting sees them, oldest first. */
export function clusters(snapshot: BoardSnapshot): ActorCluster[] {
  const leads = leadsByActor(snapshot);
  const membersByLead = new Map<ActorId, Actor[]>();
  for (const [id, leadId] of leads) {
    const actor = snapshot.actorsById.get(id);
    if (!actor) continue;
    const members = membersByLead.get(leadId);
    if (members) members.push(actor);
    else membersByLead.set(leadId, [actor]);
  }
  const found: ActorCluster[] = [];
  for (const [leadId, members] of membersByLead) {
    const lead = snapshot.actorsById.get(leadId);
    if (!lead) continue;
    found.push(
      describeCluster(lead, [lead, ...members.filter((member) => member.id !== leadId).sort(byAge)]),
    );
  }
  return found.sort((a, b) => byAge(a.lead, b.lead));
}
