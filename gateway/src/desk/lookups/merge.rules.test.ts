import fc from "fast-check";
import { cursorOf, lookupPageAsked, mergedNewestFirst, type LookupPlace } from "./merge.rules.js";

const chains = ["0b8c6f6e-8f0b-4b8e-9d7a-111111111111", "f1a2b3c4-8f0b-4b8e-9d7a-222222222222"] as const;
const look = fc.record({
  at: fc.integer({ min: 0, max: 3 }).map((seconds) => new Date(1_775_000_000_000 + seconds * 1000)),
  id: fc
    .tuple(fc.constantFrom(...chains), fc.integer({ min: 1, max: 12 }))
    .map(([chain, position]) => `${chain}:${position}`),
});
const key = ({ at, id }: LookupPlace): string => {
  const [chain = "", position = ""] = id.split(":");
  return `${at.toISOString()} ${chain} ${position.padStart(4, "0")}`;
};

describe("the list of looks over all owners", () => {
  it("is in one order, whoever told what", () => {
    fc.assert(
      fc.property(fc.array(fc.array(look, { maxLength: 8 }), { maxLength: 5 }), (owners) => {
        const merged = mergedNewestFirst(owners, 100).map(key);
        expect(merged).toEqual(owners.flat().map(key).sort().reverse());
      }),
    );
  });

  it("goes on where a page ended", () => {
    const place = { at: new Date("2026-04-12T10:00:00.123Z"), id: `${chains[0]}:17` };
    expect(lookupPageAsked(20, cursorOf(place))).toEqual({ first: 20, after: place });
    expect(lookupPageAsked(100, null)).toEqual({ first: 100, after: null });
  });

  it.each([0, 101, 1.5, Number.NaN])("has no page of %s", (first) =>
    expect(() => lookupPageAsked(first, null)).toThrow("PAGE_SIZE_INVALID"),
  );

  it.each(
    [
      "x",
      "",
      Buffer.from("17.x:1").toString("base64url"),
      Buffer.from(`17.${chains[0]}:1x`).toString("base64url"),
      Buffer.from(`17.${chains[0]}`).toString("base64url"),
      Buffer.from(`-1.${chains[0]}:1`).toString("base64url"),
      Buffer.from(`17.${chains[0]}:99999999999999999`).toString("base64url"),
    ].filter((cursor) => cursor !== ""),
  )("refuses %j, which is no cursor of its own", (cursor) =>
    expect(() => lookupPageAsked(20, cursor)).toThrow("CURSOR_INVALID"),
  );
});
