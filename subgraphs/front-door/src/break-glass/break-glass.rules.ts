import { isOpenAtOwnerAgency, isOpenToRole } from "@parcours/shared/visibility/access-matrix";
import { ownAgencies, type Reader } from "@parcours/shared/visibility/reader";
import type { BreakGlassReview } from "./break-glass.entity.js";

/** A reader who may break the glass: an official with the purpose EMERGENCY, which only some roles may use. */
export type EmergencyReader = Reader & Required<Pick<Reader, "agency" | "staffId" | "caseReference">>;

/** Whether a reader may break the glass. That the role may use the purpose, and names a case, was decided before (access fault). */
export function mayBreakGlass(reader: Reader): reader is EmergencyReader {
  const { purpose, agency, staffId, caseReference } = reader;
  return purpose === "EMERGENCY" && agency !== undefined && staffId !== undefined && caseReference !== undefined;
}

/** Whose reviews a reader sees: all, those of some agencies, or none because the list is not the reader's at all. */
export type ReviewScope = { readonly agencies: readonly string[] | null } | null;

/** The reviews that a reader sees, as the access matrix says of their category. */
export function reviewScopeOf(reader: Reader): ReviewScope {
  if (isOpenToRole("BREAK_GLASS_REVIEW", reader.role)) return { agencies: null };
  const agencies = isOpenAtOwnerAgency("BREAK_GLASS_REVIEW", reader.role) ? ownAgencies(reader) : [];
  return agencies.length > 0 ? { agencies } : null;
}

/** Whether a review is among those that a reader sees. */
export function maySeeReview(reader: Reader, { agencyCode }: Pick<BreakGlassReview, "agencyCode">): boolean {
  const scope = reviewScopeOf(reader);
  return scope !== null && (scope.agencies?.includes(agencyCode) ?? true);
}

/**
 * Whether a reader cannot be said to be somebody else than who broke the glass: the same official; or one of that agency without an id there,
 * who could be anybody.
 */
export function mayBeWhoBrokeIt(
  reader: Reader,
  { byAgencyCode, byStaffId }: Pick<BreakGlassReview, "byAgencyCode" | "byStaffId">,
): boolean {
  return ownAgencies(reader).includes(byAgencyCode) && (reader.staffId === undefined || reader.staffId === byStaffId);
}
