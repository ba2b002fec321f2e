import { DomainError } from "./errors.js";
import { idFrom } from "./ids.js";
import { newestFirst, pageOf, pageRequest, type Place } from "./paging.js";

const place = (second: number, id = idFrom(second)): Place => ({
  at: new Date(Date.UTC(2024, 0, 1, 0, 0, second)),
  id,
});
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return error instanceof DomainError ? error.definition.code : String(error);
  }
  return undefined;
};
const cursor = (text: string): string => Buffer.from(text).toString("base64url");

describe("a page", () => {
  it.each([1, 20, 100])("of %d is asked for", (first) =>
    expect(pageRequest(first, null)).toEqual({ first, after: null }),
  );

  it.each([0, -1, 101, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("of %d is refused", (first) => {
    expect(codeOf(() => pageRequest(first, null))).toBe("PAGE_SIZE_INVALID");
  });

  it.each([
    "x",
    cursor("1700000000000"),
    cursor(`1700000000000.${idFrom("a").toUpperCase()}`),
    cursor(`17e11.${idFrom("a")}`),
    cursor(`.${idFrom("a")}`),
    cursor(`999999999999999.${idFrom("a")}`),
    cursor(`-999999999999999.${idFrom("a")}`),
    cursor(`0.${idFrom("a")}' or true`),
  ])("behind the cursor %s is refused: no list gave it out", (after) => {
    expect(codeOf(() => pageRequest(10, after))).toBe("CURSOR_INVALID");
  });

  it("says whether there is more, and where to read on", () => {
    const rows = [place(3), place(2), place(1)];
    const page = pageOf(rows, { first: 2, after: null }, (row) => row);
    expect(page.edges.map(({ node }) => node)).toEqual(rows.slice(0, 2));
    expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: page.edges[1]?.cursor });
    expect(pageRequest(2, page.pageInfo.endCursor).after).toEqual(rows[1]);
  });

  it("that is empty has no cursor", () => {
    expect(pageOf<Place>([], { first: 2, after: null }, (row) => row).pageInfo).toEqual({
      hasNextPage: false,
      endCursor: null,
    });
  });

  it("takes an instant before 1970", () => {
    const old = { at: new Date("1931-05-01T00:00:00Z"), id: idFrom("old") };
    expect(pageRequest(1, pageOf([old], { first: 1, after: null }, (row) => row).pageInfo.endCursor).after).toEqual(
      old,
    );
  });
});

describe("newest first", () => {
  it("orders by instant, then by id, both descending; a place equals itself", () => {
    const [a, b] = [idFrom("a"), idFrom("b")].toSorted();
    expect([place(1), place(2, a), place(2, b)].toSorted(newestFirst)).toEqual([place(2, b), place(2, a), place(1)]);
    expect(newestFirst(place(1), place(1))).toBe(0);
  });
});
