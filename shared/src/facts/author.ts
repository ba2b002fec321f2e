import type { Reader } from "../visibility/reader.js";

/** Who said or changed something: never a name. */
export type Author = "PERSON" | "MANDATARY" | "AGENCY";

/** Who changed a fact: somebody, or a register by an import. */
export type ChangeAuthor = Author | "REGISTER";

/** Who acts, as a statement and a change keep it: the person, a mandatary, or which agency. */
export function authorOf({ role, agency }: Reader): { readonly author: Author; readonly agencyCode: string | null } {
  if (role === "ENTREPRENEUR") return { author: "PERSON", agencyCode: null };
  if (role === "MANDATARY") return { author: "MANDATARY", agencyCode: null };
  // That the difficulty centre said it would tell of difficulty (J09).
  if (role === "RECOGNISED_HELPER") return { author: "AGENCY", agencyCode: null };
  return { author: "AGENCY", agencyCode: agency ?? null };
}
