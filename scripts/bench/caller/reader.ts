import type { Reader } from "@parcours/shared/visibility/reader";

/** As whom ours is asked, and whose answer the reference gives without asking who it is: an advisor of 1819 whose telephone rings. */
export const advisor: Reader = {
  role: "ADVISOR_1819",
  agency: "1819",
  purpose: "CALL",
  caseReference: "bench-1",
};
