import { clientsOfAccountant, hardCases, notAtFullSite, type HardCase } from "./cases.js";
import { instruments } from "./financing-story.js";
import { stories, storyOf } from "./population.js";
import { siteIdOf } from "./sites.js";
import type { EntrepreneurStory, World } from "./story.js";

const world: World = { seed: "any", asOf: "2026-03-31", entrepreneurs: 60 };
const people = [...stories(world)];
const who = (name: HardCase): EntrepreneurStory => people[hardCases[name]] as EntrepreneurStory;
const phones = ({ contactPoints }: EntrepreneurStory): readonly (string | null)[] =>
  contactPoints.filter(({ kind }) => kind === "PHONE").map(({ value }) => value);
const agencies = ({ coaching }: EntrepreneurStory): readonly string[] => coaching.dossiers.map(({ agency }) => agency);

describe.each([0, 1, 59])("a world of %i", (entrepreneurs) => {
  it("is made without complaint", () => expect([...stories({ ...world, entrepreneurs })]).toHaveLength(entrepreneurs));
});

describe("the hard cases, in any world of sixty", () => {
  it("come back in the next chapter", () =>
    expect(storyOf(world, 2000 + hardCases.STACKED_CREDIT).cases).toEqual(["STACKED_CREDIT"]));

  it("a caller whom every pole knows (J01)", () => {
    const { enterprises, interactions, coaching, financing, housing, contactPoints } = who("KNOWN_TO_EVERY_POLE");
    expect(enterprises[0]?.annualAccounts.length).toBeGreaterThan(0);
    expect(interactions.length).toBeGreaterThan(2);
    expect(coaching.dossiers[0]?.agency).toBe("IMPULSE");
    expect(coaching.dossiers[0]?.openedAt.getUTCFullYear()).toBe(2014);
    expect(financing.applications.find(({ status }) => status === "UNDER_ANALYSIS")?.agency).toBe("FINANCE_INVEST");
    expect(housing.stays[0]).toMatchObject({ agency: "CITYDEV", to: null });
    expect(contactPoints.find(({ kind }) => kind === "PHONE")?.shared).toBe(false);
    expect(enterprises[0]?.legalForm).not.toBe("017");
    expect(interactions.map(({ question }) => /imprimerie|prêt d'honneur/.test(question))).not.toContain(false);
  });

  it("a candidate without an enterprise number (J02)", () => {
    const { enterprises, mandates, language, coaching, interactions } = who("NO_ENTERPRISE_NUMBER");
    expect([enterprises, mandates, language]).toEqual([[], [], "EN"]);
    expect(coaching.dossiers[0]).toMatchObject({ agency: "LOCAL_DESKS", enterpriseNumber: null });
    expect(coaching.projects[0]).toMatchObject({
      sector: "HORECA",
      title: { en: expect.stringMatching(/^Catering/) as string },
    });
    expect(interactions[0]?.question).toContain("(catering)");
  });

  it("a bankruptcy and a restart (J11, R25)", () => {
    const { enterprises, coaching, financing } = who("BANKRUPT_AND_RESTARTED");
    expect(enterprises.map(({ juridicalSituation }) => juridicalSituation)).toEqual(["050", "000"]);
    expect(coaching.difficultyCases[0]?.restart?.financingPlanOn).toBeTruthy();
    const credit = financing.applications.find(({ instrument }) => instrument === "RESTART_CREDIT");
    expect(credit).toMatchObject({ status: "GRANTED", coachingDossierId: coaching.dossiers[0]?.id });
    expect(
      credit &&
        coaching.difficultyCases[0]?.restart &&
        credit.submittedAt.toISOString() > (coaching.difficultyCases[0].restart.financingPlanOn ?? ""),
    ).toBe(true);
  });

  it("two managers of one enterprise", () => {
    expect(who("SECOND_MANAGER").mandates[0]?.enterpriseNumber).toBe(who("FIRST_MANAGER").enterprises[0]?.number);
    expect(who("SECOND_MANAGER").mandates[0]?.until).toBeNull();
  });

  it("an accountant's number that is also that of 25 clients", () => {
    const [number] = phones(who("ACCOUNTANT"));
    const sharing = people.filter((story) => phones(story).includes(number ?? ""));
    expect(sharing).toHaveLength(clientsOfAccountant + 1);
    expect(who("ACCOUNTANT").mandates.filter(({ role }) => role === "ACCOUNTANT").length).toBeGreaterThan(4);
  });

  it("twins; a father and a son with one name", () => {
    const [first, second] = [who("FIRST_TWIN"), who("SECOND_TWIN")];
    expect(first.name.given).not.toBe(second.name.given);
    expect([second.name.family, second.birthDate, second.municipality]).toEqual([
      first.name.family,
      first.birthDate,
      first.municipality,
    ]);
    expect(who("SON").name).toEqual(who("FATHER").name);
    expect(who("SON").birthDate).not.toBe(who("FATHER").birthDate);
  });

  it("duplicates merged, with dossiers under the old ids (J17), and duplicates that wait for somebody", () => {
    const { formerIds, coaching } = who("DUPLICATES_MERGED");
    expect(coaching.dossiers.slice(0, 2).map(({ entrepreneurId }) => entrepreneurId)).toEqual(
      formerIds.map(({ id }) => id),
    );
    expect(who("DUPLICATE_TO_DECIDE").possibleDuplicateOf?.id).toBe(who("DUPLICATE_NOT_MERGED").id);
  });

  it("dossiers of the three agencies that merged, and of the one they became (R68)", () => {
    expect(agencies(who("AGENCIES_MERGED"))).toEqual(["IMPULSE", "ATRIUM", "BIE", "HUB"]);
  });

  it("callers who show no number, a short one, one from abroad", () => {
    expect(who("WITHHELD_NUMBER").contactPoints[0]).toMatchObject({ kind: "WITHHELD", value: null });
    expect(who("SHORT_NUMBER").contactPoints[0]).toMatchObject({ kind: "SHORT_NUMBER", value: "1819" });
    expect(who("FOREIGN_NUMBER").contactPoints[0]).toMatchObject({
      foreign: true,
      value: expect.stringMatching(/^\+33/) as string,
    });
  });

  it("coached and refused, with a motivation (R14)", () => {
    const { financing, coaching } = who("COACHED_AND_REFUSED");
    expect(financing.applications[0]).toMatchObject({ status: "REFUSED", coachingDossierId: coaching.dossiers[0]?.id });
    expect(financing.applications[0]?.decision?.motivation?.length).toBeGreaterThan(60);
  });

  it("an enterprise sold: one mandate ends the day the other begins (J12)", () => {
    const [old] = who("SELLER").mandates;
    const [present] = who("BUYER").mandates;
    expect(present).toMatchObject({ enterpriseNumber: old?.enterpriseNumber, since: old?.until, until: null });
    expect(who("BUYER").financing.applications[0]).toMatchObject({
      use: "TAKEOVER",
      enterpriseNumber: old?.enterpriseNumber,
    });
  });

  it("an enterprise whose telephone is known and its people are not", () => {
    const { enterprises } = who("ENTERPRISE_WITHOUT_PERSON");
    expect(enterprises[0]?.contacts[0]?.e164).toMatch(/^\+32/);
    expect(
      people
        .flatMap(({ mandates }) => mandates)
        .some(({ enterpriseNumber }) => enterpriseNumber === enterprises[0]?.number),
    ).toBe(false);
  });

  it("more than a hundred entries with every instrument, and exactly ten", () => {
    expect(entries(who("HUNDRED_ENTRIES"))).toBeGreaterThan(100);
    expect(new Set(who("HUNDRED_ENTRIES").financing.applications.map(({ instrument }) => instrument)).size).toBe(
      instruments.length,
    );
    expect(entries(who("TEN_ENTRIES"))).toBe(10);
  });

  it("a guarantee that waits for an aid to be paid (J20)", () => {
    const { applications } = who("SUBSIDY_BRIDGE").financing;
    expect(applications[1]?.guarantee).toMatchObject({
      kind: "SUBSIDY_BRIDGE",
      forGrantId: applications[0]?.grant?.id,
      until: null,
    });
  });

  it("an honour loan refused beside 8,000 and granted beside 12,000 (J22)", () => {
    expect(
      who("HONOUR_LOAN_REFUSED").financing.applications.map(({ status, amountAsked }) => [status, amountAsked]),
    ).toEqual([
      ["GRANTED", 800_000n],
      ["REFUSED", 500_000n],
    ]);
    expect(
      who("STACKED_CREDIT").financing.applications.map(({ status, amountAsked }) => [status, amountAsked]),
    ).toEqual([
      ["GRANTED", 1_200_000n],
      ["GRANTED", 500_000n],
    ]);
  });

  it("an apostrophe in a name, and the languages that are none of ours", () => {
    expect(who("APOSTROPHE").name).toEqual({ given: "N'Deye", family: "d'Haeyer-'t Kint" });
    expect([who("LANGUAGE_UNKNOWN").language, who("LANGUAGE_OTHER").language]).toEqual(["UNKNOWN", "OTHER"]);
  });

  it("a test phase without a number (J18), a coworking cheque (J13), a soft landing (J27), a co-investment (R49)", () => {
    expect(who("TEST_PHASE").coaching.testPhases).toHaveLength(1);
    expect(
      who("TEST_PHASE").financing.applications.map(({ status, enterpriseNumber }) => [status, enterpriseNumber]),
    ).toEqual([
      ["REFUSED", null],
      ["REFUSED", null],
    ]);
    expect(who("COWORKING_CHEQUE").housing.cheques).toHaveLength(1);
    expect(who("SOFT_LANDING").housing.stays[0]?.kind).toBe("SOFT_LANDING");
    expect(who("CO_INVESTMENT").financing.applications[0]?.grant?.coInvestment).toBeTruthy();
  });

  it("in difficulty by way of 1819, with a loan that runs and accounts that show it (J09)", () => {
    const { coaching, referrals, financing, enterprises } = who("IN_DIFFICULTY");
    expect(coaching.difficultyCases[0]).toMatchObject({ status: "OPEN", referralId: referrals[0]?.id });
    expect(financing.applications[0]?.grant?.instrument).toBe("LOAN");
    expect((enterprises[0]?.annualAccounts.at(-1)?.equity ?? 0n) < 0n).toBe(true);
  });

  it("known to the front door and to nobody else", () => {
    const { coaching, financing, housing, enterprises } = who("FRONT_DOOR_ONLY");
    expect([coaching.dossiers, financing.applications, housing.stays, enterprises]).toEqual([[], [], [], []]);
  });

  it("a site with more than fifty members (J08)", () => {
    const members = people.filter(({ housing }) =>
      housing.stays.some(({ siteId, to }) => siteId === siteIdOf(world, 0) && (to === null || to > world.asOf)),
    );
    expect(members).toHaveLength(60 - notAtFullSite.length);
  });
});

/** What the directory lists: the timeline kinds of the five subgraphs. */
function entries({ interactions, referrals, coaching, financing, housing }: EntrepreneurStory): number {
  return (
    interactions.length +
    referrals.length +
    coaching.dossiers.length +
    coaching.dossiers.flatMap(({ sessions }) => sessions).length +
    coaching.enrolments.length +
    financing.applications.length +
    financing.applications.filter(({ grant, guarantee }) => grant ?? guarantee).length +
    financing.stateAid.length +
    housing.stays.length +
    housing.cheques.length +
    housing.visits.length
  );
}
