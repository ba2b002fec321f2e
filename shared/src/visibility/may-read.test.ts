import { roles } from "../identity/roles.js";
import { accessMatrix, relations, type Relation } from "./access-matrix.js";
import { mayRead, notShared, type Relations, type Subject } from "./may-read.js";
import { readerCodes, type Reader } from "./reader.js";

/** Knows exactly these relations, and counts how often it is asked. */
function knowing(...known: readonly Relation[]): Relations & { asked: number } {
  return {
    asked: 0,
    async holds(relation) {
      this.asked += 1;
      return known.includes(relation);
    },
  };
}

const row: Subject = { agencyCode: "HUB", entrepreneurId: "p", enterpriseNumber: "0202239951", staffId: "s" };
/** Somebody who could have any relation that the role and agency allow: asked about all of them. */
const everything: Partial<Reader> = { entrepreneurId: "p", staffId: "s", purpose: "EMERGENCY" };

/** Which roles can have a relation at all, said once more: whoever acts for oneself or under a mandate, and staff. */
const persons = ["ENTREPRENEUR", "MANDATARY"];
const treating = ["ADVISOR_1819", "COACH", "FINANCING_OFFICER", "HOUSING_HOST", "RECOGNISED_HELPER"];
const holders: Readonly<Record<Relation, (role: string, agency: string | undefined) => boolean>> = {
  OWN: (role) => role === "ENTREPRENEUR",
  MANDATARY: (role) => persons.includes(role),
  COACH_OF: (role) => role === "COACH",
  ASSIGNED: (role) => ![...persons, "SERVICE"].includes(role),
  GRANTED: (role, agency) => treating.includes(role) && agency !== undefined,
  // The purpose is the reader's here whatever the role: that the role may not use it is another guard's to refuse.
  BREAK_GLASS: (_, agency) => agency !== undefined,
};

/** The table, said once more from its readers alone: who is named sees, nobody else. */
function expected(
  readers: readonly string[],
  { role, agency, formerAgencies = [] }: Reader,
  holding: Relation | null,
): boolean {
  const own = [agency, ...formerAgencies].includes("HUB");
  const holds = holding !== null && holders[holding](role, agency);
  return readers.some(
    (code) =>
      code === "ANYONE" ||
      (code === role && code !== "MANDATARY") ||
      (own && code === `${role}@OWNER_AGENCY`) ||
      (code === holding && holds),
  );
}

describe.each([...accessMatrix].map(([category, { readers }]) => [category, readers] as const))(
  "%s",
  (category, readers) => {
    const agencies: readonly Partial<Reader>[] = [
      {},
      { agency: "OTHER" },
      { agency: "HUB" },
      { agency: "NEW", formerAgencies: ["HUB"] },
    ];
    it.each(roles)("is decided for %s by role, agency and relation, as the table says", async (role) => {
      for (const agency of agencies) {
        for (const holding of [null, ...relations]) {
          const reader: Reader = { role, ...agency, ...everything };
          const known = knowing(...(holding ? [holding] : []));
          expect([agency, holding, await mayRead(reader, category, row, known)]).toEqual([
            agency,
            holding,
            expected(readers, reader, holding),
          ]);
        }
      }
    });
  },
);

describe("a decision", () => {
  it("is that of both agencies on what one sent to the other, and of no third", async () => {
    const sent: Subject = { agencyCode: "HUB", receivingAgencyCode: "COM", entrepreneurId: "p" };
    const at = (agency: string, former: readonly string[] = []): boolean | Promise<boolean> =>
      mayRead({ role: "COACH", agency, formerAgencies: former }, "REFERRAL", sent, knowing());
    expect([await at("HUB"), await at("COM"), await at("NEW", ["COM"]), await at("CITYDEV")]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("waits for nothing where the role alone decides", () => {
    const known = knowing();
    expect(mayRead({ role: "ADVISOR_1819" }, "IDENTITY", row, known)).toBe(true);
    expect(mayRead({ role: "ADVISOR_1819" }, "DECISION", row, known)).toBe(false);
    expect(mayRead({ role: "COACH", agency: "HUB" }, "COACHING_CONTENT", row, known)).toBe(true);
    expect(known.asked).toBe(0);
  });

  it("asks for no relation that this reader cannot have", async () => {
    const known = knowing(...relations);
    expect(await mayRead({ role: "MERGE_REVIEWER", agency: "CITYDEV" }, "DECISION", row, known)).toBe(false);
    expect(known.asked).toBe(0);
    expect(await mayRead({ role: "COACH", staffId: "s" }, "DECISION", row, known)).toBe(true);
    expect(known.asked).toBe(1);
  });

  it("opens nothing to a mandatary for the name of the role, but what the mandate covers (J12)", async () => {
    const reader: Reader = { role: "MANDATARY", entrepreneurId: "p" };
    expect(await mayRead(reader, "DOSSIER_HEADER", row, knowing())).toBe(false);
    expect(await mayRead(reader, "DOSSIER_HEADER", row, knowing("MANDATARY"))).toBe(true);
  });

  it("opens no row without agency to an agency", () => {
    const reader: Reader = { role: "MERGE_REVIEWER", agency: "HUB" };
    expect(mayRead(reader, "COACHING_CONTENT", { agencyCode: null }, knowing())).toBe(false);
    expect(mayRead(reader, "COACHING_CONTENT", {}, knowing())).toBe(false);
  });

  it("says what would open what is refused, and nothing of the row", () => {
    const error = notShared("DECISION");
    expect(error.details).toEqual({
      category: "DECISION",
      opens: ["OWN", "MANDATARY", "COACH_OF", "FINANCING_OFFICER@OWNER_AGENCY", "GRANTED"],
    });
    expect(error.definition.code).toBe("NOT_SHARED");
  });
});

describe("the codes of a reader", () => {
  it("are the role, and the role at the own agency and those that went up in it", () => {
    expect(readerCodes({ role: "COACH", agency: "HUB", formerAgencies: ["ATRIUM", "IMPULSE"] })).toEqual([
      "COACH",
      "COACH@HUB",
      "COACH@ATRIUM",
      "COACH@IMPULSE",
    ]);
    expect(readerCodes({ role: "ENTREPRENEUR", entrepreneurId: "p" })).toEqual(["ENTREPRENEUR"]);
    expect(readerCodes({ role: "MANDATARY", entrepreneurId: "p" })).toEqual([]);
  });
});
