/** Who reads in a town. */
import type { Relations } from "@parcours/shared/visibility/may-read";
import type { Reader } from "@parcours/shared/visibility/reader";

/** Nobody coaches or was let in: the person alone has a relation. */
export const onlyOwn: Relations = {
  holds: async (relation, reader, subject) =>
    relation === "OWN" && reader.entrepreneurId !== undefined && reader.entrepreneurId === subject.entrepreneurId,
};

/** Those who fill in forms for a person: the person, and officials of some agencies. */
export function readersFor(entrepreneurId: string): readonly Reader[] {
  const staff = { staffId: "s", caseReference: "c" };
  return [
    { role: "ENTREPRENEUR", entrepreneurId, purpose: "OWN_PATH" },
    { role: "ADVISOR_1819", agency: "1819", purpose: "CALL", ...staff },
    { role: "COACH", agency: "HUB", purpose: "COACHING", ...staff },
    { role: "FINANCING_OFFICER", agency: "BEW", purpose: "FUNDING", ...staff },
    { role: "FINANCING_OFFICER", agency: "INNOVIRIS", purpose: "FUNDING", ...staff },
  ];
}
