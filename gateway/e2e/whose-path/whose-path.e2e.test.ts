/** J12, J17: one person under several ids; agencies that became one; an enterprise that changes hands; an enterprise by its number. */
import { idsIn, operation, sorted, type Answer } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { toldEntries } from "../told-entries.js";
import type { EnterpriseAnswer, PersonAnswer } from "./answers.js";

describe("whose path it is", () => {
  let all: EndToEnd;
  beforeAll(async () => {
    all = await startAll({ name: "whose path" });
  }, 90_000);
  afterAll(() => all.system.stop());

  async function person(id: string): Promise<PersonAnswer["entrepreneur"]> {
    const { data, errors } = await all.ask<PersonAnswer>(operation(__dirname, "person"), { id });
    expect(errors).toEqual([]);
    return data.entrepreneur;
  }
  const enterprise = (number: string): Promise<Answer<EnterpriseAnswer>> =>
    all.ask<EnterpriseAnswer>(operation(__dirname, "enterprise"), { number });

  describe("one person under several ids (J17)", () => {
    it("answers to every old id with the one in use, and shows what still stands under the old ones", async () => {
      const story = all.story("DUPLICATES_MERGED");
      const formerIds = sorted(story.formerIds.map(({ id }) => id));
      const now = await person(story.id);
      expect([now.id, sorted(now.formerIds)]).toEqual([story.id, formerIds]);
      for (const former of formerIds) expect(await person(former)).toEqual(now);
      expect(idsIn(now.timeline)).toEqual(sorted(toldEntries(story).map(({ id }) => id)));
      expect(idsIn(now.coaching.dossiers)).toEqual(sorted(story.coaching.dossiers.map(({ id }) => id)));
      expect(story.coaching.dossiers.some(({ entrepreneurId }) => formerIds.includes(entrepreneurId))).toBe(true);
      expect(now.coaching.dossiers.edges.map(({ node }) => node.entrepreneur.id)).toEqual(
        story.coaching.dossiers.map(() => story.id),
      );
    });

    it("leaves two who are probably one as two, until a person decides", async () => {
      const [one, other] = [
        await person(all.story("DUPLICATE_NOT_MERGED").id),
        await person(all.story("DUPLICATE_TO_DECIDE").id),
      ];
      expect([one.id === other.id, one.formerIds, other.formerIds]).toEqual([false, [], []]);
    });

    it("keeps the names of agencies that were merged on what they opened, and says who they went up in", async () => {
      const story = all.story("AGENCIES_MERGED");
      const { timeline, presence } = await person(story.id);
      const dossiers = timeline.edges
        .map(({ node }) => node)
        .filter(({ __typename }) => __typename === "CoachingDossier");
      expect(sorted(dossiers.map(({ agency }) => agency.code))).toEqual(["ATRIUM", "BIE", "HUB", "IMPULSE"]);
      for (const { agency } of dossiers) expect(agency.successor?.code).toBe(agency.code === "HUB" ? undefined : "HUB");
      expect(presence.map(({ agency }) => agency.code)).not.toContain("IMPULSE");
      expect(presence.find(({ agency }) => agency.code === "HUB")?.state).toBe("KNOWN");
    });
  });

  it("shows a buyer nothing of the seller's own path, and leaves the enterprise what is the enterprise's (J12)", async () => {
    const [seller, buyer] = [all.story("SELLER"), all.story("BUYER")];
    const sold = await person(seller.id);
    const bought = await person(buyer.id);
    const transfer = seller.coaching.dossiers.flatMap(({ id, sessions }) => [
      id,
      ...sessions.map((session) => session.id),
    ]);
    expect(idsIn(sold.timeline)).toEqual(expect.arrayContaining(transfer));
    const seenByBuyer = idsIn(bought.timeline);
    expect(
      [
        ...transfer,
        ...seller.interactions.map(({ id }) => id),
        ...seller.coaching.enrolments.map(({ id }) => id),
      ].filter((id) => seenByBuyer.includes(id)),
    ).toEqual([]);
    expect(sold.mandates[0]).toMatchObject({
      until: seller.mandates[0]?.until,
      enterprise: { number: all.numberOf("SELLER") },
    });
    expect(bought.mandates[0]).toMatchObject({
      since: seller.mandates[0]?.until,
      until: null,
      enterprise: { number: all.numberOf("SELLER") },
    });
    const { data, errors } = await enterprise(all.numberOf("SELLER"));
    expect(errors).toEqual([]);
    const aid = seller.financing.applications.flatMap(({ grant }) => (grant ? [grant.id] : []));
    expect(idsIn(data.enterprise.supports)).toEqual(expect.arrayContaining(aid));
    expect(
      idsIn(
        data.enterprise.coaching?.dossiers ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
      ).filter((id) => transfer.includes(id)),
    ).toEqual([]);
  });

  describe("an enterprise by its number", () => {
    it.each([
      (n: string) => n,
      (n: string) => `BE ${n.slice(0, 4)}.${n.slice(4, 7)}.${n.slice(7)}`,
      (n: string) => n.slice(1),
      (n: string) => `be${n.slice(0, 4)} ${n.slice(4, 7)} ${n.slice(7)}`,
    ])("is found in any notation", async (written) => {
      const number = all.numberOf("KNOWN_TO_EVERY_POLE");
      const { data, errors } = await enterprise(written(number));
      expect(errors).toEqual([]);
      expect(data.enterprise).toMatchObject({
        number,
        registryState: "KNOWN",
        name: expect.stringMatching(/\S/),
        legalSituation: { code: "NORMAL" },
      });
    });

    it("lists every help it enjoys over all agencies, of every pole, in one list", async () => {
      const { data } = await enterprise(all.numberOf("KNOWN_TO_EVERY_POLE"));
      const supports = data.enterprise.supports.edges.map(({ node }) => node);
      expect(new Set(supports.map(({ agency }) => agency.pole.code))).toEqual(
        new Set(["COACHING", "FINANCING", "HOUSING"]),
      );
      expect(new Set(supports.map(({ id }) => id)).size).toBe(supports.length);
      const { coaching, financing, housing } = all.story("KNOWN_TO_EVERY_POLE");
      const told = [
        ...coaching.dossiers,
        ...coaching.enrolments,
        ...housing.stays,
        ...financing.applications.flatMap(({ grant, guarantee }) => [grant, guarantee].filter((help) => help !== null)),
      ];
      expect(sorted(supports.map(({ id }) => id))).toEqual(
        sorted(told.filter(({ enterpriseNumber }) => enterpriseNumber !== null).map(({ id }) => id)),
      );
      const since = supports.map((support) => support.since);
      expect(since).toEqual(sorted(since).reverse());
    });

    it("answers for a valid number that no register knows: UNKNOWN, and empty sections instead of nulls", async () => {
      const { data, errors } = await enterprise("0999.999.922");
      expect(errors).toEqual([]);
      const empty = { edges: [] };
      expect(data.enterprise).toEqual({
        number: "0999999922",
        registryState: "UNKNOWN",
        name: null,
        startDate: null,
        legalForm: null,
        legalSituation: null,
        address: null,
        supports: empty,
        coaching: { dossiers: empty, enrolments: empty },
        financing: {
          applications: empty,
          grants: empty,
          guarantees: empty,
          coInvestments: empty,
          stateAidAwards: empty,
        },
        housing: { stays: empty, cheques: empty, visits: empty, needs: empty },
      });
    });

    it.each(["0999.999.921", "12345", "hello", ""])(
      "refuses %j, which is no enterprise number, with a code",
      async (number) => {
        const { data, errors } = await enterprise(number);
        expect([data.enterprise, errors.map(({ path, extensions }) => [path, extensions.code])]).toEqual([
          null,
          [[["enterprise"], "ENTERPRISE_NUMBER_INVALID"]],
        ]);
      },
    );

    it("says that the register is silent where it is, and has the rest", async () => {
      await all.subgraph("registry").kill();
      try {
        const { data, errors, extensions } = await enterprise(all.numberOf("KNOWN_TO_EVERY_POLE"));
        const { registryState, name, legalForm, legalSituation, address, startDate, ...rest } = data.enterprise;
        expect([registryState, name, legalForm, legalSituation, address, startDate]).toEqual([
          null,
          null,
          null,
          null,
          null,
          null,
        ]);
        expect(sorted(errors.map(({ path, extensions: { code } }) => `${path?.join(".")} ${code}`))).toEqual(
          ["address", "legalForm", "legalSituation", "name", "registryState", "startDate"].map(
            (field) => `enterprise.${field} SUBGRAPH_UNAVAILABLE`,
          ),
        );
        expect(extensions.agencies).toEqual({
          KBO: { state: "NOT_ANSWERED", code: "SUBGRAPH_UNAVAILABLE" },
          NBB: { state: "NOT_ANSWERED", code: "SUBGRAPH_UNAVAILABLE" },
        });
        expect(rest.supports.edges.length).toBeGreaterThan(0);
        expect(rest.coaching).not.toBeNull();
      } finally {
        await all.isUp("registry");
      }
    });
  });
});
