import type { Reader } from "../visibility/reader.js";

/** Who said or changed something: never a name. */
export type Author = "PERSON" | "MANDATARY" | "AGENCY";

/** Who acts, as a statement and a change keep it: the person, a mandatary, or which agency. */
export function authorOf({ role, agency }: Reader): { readonly author: Author; readonly agencyCode: string | null } {
  if (role === "ENTREPRENEUR") return { author: "PERSON", agencyCode: null };
  if (role === "MANDATARY") return { author: "MANDATARY", agencyCode: null };
  return { author: "AGENCY", agencyCode: agency ?? null };
}
