/** Merging the owners' parts of a person's list of looks into one, newest first. */
import { DomainError, kernelErrors } from "@parcours/shared/errors";
import { isUuid } from "@parcours/shared/ids";
import { mostPerPage } from "@parcours/shared/paging";

/** A place in the list: every owner orders its rows by instant, chain and position, all descending. */
export interface LookupPlace {
  readonly at: Date;
  /** `<chain>:<position>`. */
  readonly id: string;
}

/** What a page was asked for. */
export interface LookupPageRequest {
  readonly first: number;
  readonly after: LookupPlace | null;
}

/** Checks the arguments of the list. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID. */
export function lookupPageAsked(first: number, after: string | null | undefined): LookupPageRequest {
  if (!Number.isInteger(first) || first < 1 || first > mostPerPage)
    throw new DomainError(kernelErrors.PAGE_SIZE_INVALID, { first, most: mostPerPage });
  return { first, after: after ? placeIn(after) : null };
}

/** The cursor of a look. */
export function cursorOf({ at, id }: LookupPlace): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString("base64url");
}

/** The newest of several lists, each newest first and none longer than one row beyond the page. */
export function mergedNewestFirst<Row extends LookupPlace>(lists: readonly (readonly Row[])[], most: number): Row[] {
  return lists.flat().sort(newestFirst).slice(0, most);
}

function newestFirst(a: LookupPlace, b: LookupPlace): number {
  if (a.at.getTime() !== b.at.getTime()) return b.at.getTime() - a.at.getTime();
  const [one, other] = [partsOf(a.id), partsOf(b.id)];
  if (one.chain !== other.chain) return one.chain < other.chain ? 1 : -1;
  return other.position - one.position;
}

function partsOf(id: string): { readonly chain: string; readonly position: number } {
  const [chain = "", position = ""] = id.split(":");
  return { chain, position: Number(position) };
}

function placeIn(cursor: string): LookupPlace {
  const [milliseconds = "", id = ""] = Buffer.from(cursor, "base64url").toString().split(".");
  const at = new Date(/^\d{1,14}$/.test(milliseconds) ? Number(milliseconds) : Number.NaN);
  const { chain, position } = partsOf(id);
  if (
    Number.isNaN(at.getTime()) ||
    !isUuid(chain) ||
    !Number.isSafeInteger(position) ||
    !/^\d{1,16}$/.test(id.slice(37))
  )
    throw new DomainError(kernelErrors.CURSOR_INVALID);
  return { at, id };
}
