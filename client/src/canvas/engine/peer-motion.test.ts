import { describe, expect, it } from "vitest";
import type { CanvasPeer } from "../props.ts";
import { noteItem } from "../scene/sample-items.ts";
import { createPeerMotion } from "./peer-motion.ts";

const card = noteItem("aaaaaa", { x: 0, y: 0 });
const anne = (parts: Partial<CanvasPeer>): CanvasPeer => ({
  clientId: 7,
  label: "Anne",
  color: "#0B5C6B",
  sheet: "wall",
  cursor: null,
  drag: null,
  editing: null,
  ...parts,
});
const holding = (x: number, y: number) => anne({ drag: { items: [{ ref: card.ref, x, y }] } });
const find = () => card;

describe("what others hold", () => {
  it("sets out from where it lay and glides from sample to sample, with their name", () => {
    const motion = createPeerMotion();
    motion.update([holding(100, 0)], "wall", find, 1_000);
    expect(motion.held(1_000).get(card.key)).toMatchObject({ at: { x: 0, y: 0 }, label: "Anne" });
    expect(motion.held(1_025).get(card.key)?.at).toEqual({ x: 50, y: 0 });
    expect(motion.isMoving(1_025)).toBe(true);
    motion.update([holding(100, 50)], "wall", find, 1_050);
    expect(motion.held(1_075).get(card.key)?.at).toEqual({ x: 100, y: 25 });
    expect(motion.isMoving(1_200)).toBe(false);
  });

  it("does not jump back when their presence ends before their drop arrives", () => {
    const motion = createPeerMotion();
    motion.update([holding(100, 0)], "wall", find, 1_000);
    motion.update([anne({})], "wall", find, 1_100);
    motion.settle(find, 1_110);
    expect(motion.held(1_200).get(card.key)?.at).toEqual({ x: 100, y: 0 });
    const dropped = noteItem("aaaaaa", { x: 100, y: 0 });
    expect(motion.settle(() => dropped, 1_210)).toBe(true);
    expect(motion.held(1_210).size).toBe(0);
  });

  it("goes back when they let go without moving it", () => {
    const motion = createPeerMotion();
    motion.update([holding(100, 0)], "wall", find, 1_000);
    motion.update([], "wall", find, 1_100);
    expect(motion.isSettling).toBe(true);
    motion.settle(find, 1_700);
    expect(motion.held(1_700).size).toBe(0);
  });

  it("stays in their hand while others change it, and goes when it is deleted", () => {
    const motion = createPeerMotion();
    motion.update([holding(100, 0)], "wall", find, 1_000);
    const renamed = noteItem("aaaaaa", { x: 0, y: 0 });
    expect(motion.settle(() => renamed, 1_010)).toBe(false);
    expect(motion.held(1_010).get(card.key)?.item).toBe(renamed);
    motion.settle(() => undefined, 1_020);
    expect(motion.held(1_020).size).toBe(0);
  });

  it("is only shown on the sheet they are on", () => {
    const motion = createPeerMotion();
    motion.update([anne({ cursor: { x: 1, y: 1 } })], "map", find, 0);
    expect(motion.cursors(0)).toEqual([]);
    motion.update([anne({ cursor: { x: 1, y: 1 } })], "wall", find, 0);
    expect(motion.cursors(0)).toEqual([{ label: "Anne", color: "#0B5C6B", at: { x: 1, y: 1 } }]);
  });
});
