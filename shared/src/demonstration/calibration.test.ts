/** Requirements 3.7 and the CAL rows of 3.1 to 3.5, on 20,000 entrepreneurs. The tolerances are those of chance at this size. */
import { dayOf } from "./calendar.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import { instruments } from "./financing-story.js";
import { stories } from "./population.js";
import type { EntrepreneurStory, World } from "./story.js";

const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 20_000 };
const today = dayOf(world.asOf);
const people: readonly EntrepreneurStory[] = [...stories(world)];

const interactions = people.flatMap((story) => story.interactions);
const referrals = people.flatMap((story) => story.referrals);
const cases = people.flatMap(({ coaching }) => coaching.difficultyCases);
const dossiers = people.flatMap(({ coaching }) => coaching.dossiers);
const enterprises = people.flatMap((story) => story.enterprises);
const living = enterprises.filter(({ ceasedOn }) => ceasedOn === null);
const applications = people.flatMap(({ financing }) => financing.applications);

const share = (part: number, whole: number): number => part / whole;
const mean = (amounts: readonly bigint[]): number =>
  Number(amounts.reduce((sum, amount) => sum + amount, 0n)) / 100 / amounts.length;
const granted = (agency: RegExp, instrument: RegExp): readonly bigint[] =>
  applications
    .filter((application) => agency.test(application.agency) && instrument.test(application.instrument))
    .flatMap(({ grant }) => (grant ? [grant.amount] : []));
const within = (value: number, expected: number, tolerance: number): void => {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance);
};
const womenAmong = (group: readonly EntrepreneurStory[]): number => {
  const counted = group.filter(({ sex }) => sex === "F" || sex === "M");
  return share(counted.filter(({ sex }) => sex === "F").length, counted.length);
};

describe("the front door", () => {
  it("takes about 60 % of its contacts without an enterprise number (N33, check 5)", () => {
    const without = share(
      interactions.filter(({ enterpriseNumber }) => enterpriseNumber === null).length,
      interactions.length,
    );
    within(without, 0.615, 0.015);
  });

  it("sends one question in five to the centre for enterprises in difficulty (N42)", () => {
    within(share(referrals.filter(({ toAgency }) => toAgency === "COM").length, interactions.length), 0.2, 0.01);
  });
});

describe("coaching", () => {
  it("receives exactly the referrals that left 1819 for COm, which are half of its cases (check 4)", () => {
    const left = referrals
      .filter(({ fromAgency, toAgency }) => fromAgency === "1819" && toAgency === "COM")
      .map(({ id }) => id)
      .toSorted();
    const arrived = cases.flatMap(({ referralId }) => (referralId ? [referralId] : [])).toSorted();
    expect(arrived).toEqual(left);
    within(share(arrived.length, cases.length), 0.5, 0.015);
  });

  it("has cases that are legal in nature four times out of five (N42)", () => {
    within(share(cases.filter(({ causes }) => causes.includes("LEGAL")).length, cases.length), 0.8, 0.015);
  });

  it("helps to find money in 40 % of the local desks' dossiers (N40)", () => {
    const desks = dossiers.filter(({ agency }) => agency === "LOCAL_DESKS");
    within(share(desks.filter(({ topic }) => topic === "FINANCING").length, desks.length), 0.4, 0.025);
  });

  it("keeps dossiers under the names of before the merger, and none of them later (R68)", () => {
    for (const { agency, openedAt } of dossiers) {
      if (["IMPULSE", "ATRIUM", "BIE"].includes(agency)) expect(openedAt.toISOString() < "2018-01-01").toBe(true);
      if (agency === "HUB") expect(openedAt.toISOString() >= "2017-12-29").toBe(true);
    }
  });
});

describe("women (check 7)", () => {
  const coachedBy = (agencies: readonly string[]): readonly EntrepreneurStory[] =>
    people.filter(({ coaching }) => coaching.dossiers.some(({ agency }) => agencies.includes(agency)));

  it.each([
    [
      "of the self-employed",
      0.276,
      people.filter((story) => story.enterprises.some(({ ceasedOn }) => ceasedOn === null)),
    ],
    ["of those coached by the regional agency", 0.29, coachedBy(["HUB", "IMPULSE", "ATRIUM", "BIE"])],
    ["of those coached by a local desk", 0.4, coachedBy(["LOCAL_DESKS"])],
    [
      "of founders in the priority sectors",
      0.14,
      people.filter((story) =>
        story.enterprises.some((e) => !e.naturalPerson && ["ICT", "LIFE_TECH", "GREEN_TECH"].includes(e.sector)),
      ),
    ],
  ])("%s", (_group, expected, group) => within(womenAmong(group), expected, 0.025));
});

describe("enterprises", () => {
  const youngerThan4 = (group: readonly EnterpriseStory[]): number =>
    share(group.filter(({ startDate }) => today - dayOf(startDate) < 4 * 365.25).length, group.length);
  const accounts = living.flatMap(({ annualAccounts }) => annualAccounts.slice(-1));

  it("live on at 92.2 % a year, 66.5 % for five years (N11)", () => {
    const from = today - 3 * 365;
    let lived = 0;
    let ended = 0;
    for (const { startDate, ceasedOn } of enterprises) {
      const first = Math.max(from, dayOf(startDate));
      const last = ceasedOn === null ? today : dayOf(ceasedOn);
      lived += Math.max(0, last - first) / 365.25;
      if (ceasedOn !== null && last >= from) ended += 1;
    }
    within(Math.exp(-5 * (ended / lived)), 0.665, 0.02);
  });

  it("end in a bankruptcy about one time in four (N14, check 2)", () => {
    const ended = enterprises.filter(({ ceasedOn }) => ceasedOn !== null);
    within(
      share(
        ended.filter(({ juridicalSituation }) => ["050", "051", "053"].includes(juridicalSituation)).length,
        ended.length,
      ),
      0.245,
      0.025,
    );
  });

  it("employ nobody in 78 % (N9), and one in four shows signs of difficulty (N15)", () => {
    within(share(accounts.filter(({ staff }) => staff === 0).length, accounts.length), 0.78, 0.02);
    within(share(accounts.filter(({ equity }) => equity < 0n).length, accounts.length), 0.24, 0.02);
  });

  it("are younger than four years in 41 % of sole traders and 28 % of companies (N17)", () => {
    within(youngerThan4(living.filter(({ naturalPerson }) => naturalPerson)), 0.41, 0.025);
    within(youngerThan4(living.filter(({ naturalPerson }) => !naturalPerson)), 0.28, 0.025);
  });

  it("are more than half in professional services, construction and trade, a quarter in horeca, ICT and administration (N20)", () => {
    const of = (sectors: readonly string[]): number =>
      share(enterprises.filter(({ sector }) => sectors.includes(sector)).length, enterprises.length);
    expect(of(["PROFESSIONAL_SCIENTIFIC", "CONSTRUCTION", "RETAIL"])).toBeGreaterThan(0.5);
    within(of(["HORECA", "ICT", "ADMIN_SERVICES"]), 0.26, 0.03);
  });
});

describe("financing (check 6)", () => {
  it.each([
    [
      "aid of BEW",
      10_000,
      0.06,
      granted(/^BEW$/, /^(GENERAL_INVESTMENT|CONSULTANCY|RECRUITMENT|EXPORT|PRE_ACTIVITY)_AID$/),
    ],
    ["ticket of the investment company", 150_000, 0.12, granted(/^(GIMB|FINANCE_INVEST)$/, /^(LOAN|EQUITY)$/)],
    ["microcredit of microstart", 6424, 0.06, granted(/^MICROSTART$/, /^MICROCREDIT$/)],
    ["microcredit of Brusoc", 29_936, 0.1, granted(/^BRUSOC$/, /^MICROCREDIT$/)],
    ["guarantee", 150_000, 0.08, applications.flatMap(({ guarantee }) => (guarantee ? [guarantee.guaranteed] : []))],
  ])("averages right: %s", (_what, expected, tolerance, amounts) =>
    within(mean(amounts), expected, expected * tolerance),
  );

  it("has every instrument of the glossary", () => {
    expect([...new Set(applications.map(({ instrument }) => instrument))].toSorted()).toEqual(
      [...instruments].toSorted(),
    );
  });

  it("keeps the bounds of honour loans, stacked loans, co-investments and guarantees (R47, R48, R49)", () => {
    const amountById = new Map(applications.map(({ id, amountAsked }) => [id, amountAsked]));
    for (const { instrument, agency, amountAsked, status, besideApplicationId, grant, guarantee } of applications) {
      if (instrument === "HONOUR_LOAN") expect(amountAsked >= 500_000n && amountAsked <= 2_500_000n).toBe(true);
      if (agency === "VILLAGE_FINANCE")
        expect(status === "GRANTED").toBe((amountById.get(besideApplicationId ?? "") ?? 0n) >= 1_000_000n);
      if (grant?.coInvestment) {
        const { publicShare, privateShare } = grant.coInvestment;
        expect(publicShare <= privateShare && publicShare + privateShare >= 25_000_000n).toBe(true);
      }
      if (guarantee) expect(guarantee.guaranteed * 100n <= guarantee.bankLoan * 80n).toBe(true);
    }
  });

  it("motivates the refusals of coached applicants, or owes it (R14)", () => {
    const refused = applications.filter(
      ({ decision, coachingDossierId }) => decision?.outcome === "REFUSED" && coachingDossierId !== null,
    );
    expect(refused.length).toBeGreaterThan(50);
    for (const { decision } of refused) expect(decision?.motivation !== null || decision.motivationDue).toBe(true);
  });

  it("pays out what was granted", () => {
    for (const { grant } of applications)
      if (grant) expect(grant.payments.reduce((sum, { amount }) => sum + amount, 0n)).toBe(grant.amount);
  });
});

describe("housing", () => {
  it("gives one cheque a person, six months in order, two by two (R46)", () => {
    for (const { housing } of people) {
      expect(housing.cheques.length).toBeLessThanOrEqual(1);
      for (const { months } of housing.cheques) {
        expect(months.map(({ kind }) => kind)).toEqual(["FREE", "FREE", "OWN", "OWN", "SPONSORED", "SPONSORED"]);
      }
    }
  });

  it("lets nobody land softly for more than three months (J27), and ends every need in a referral or a reason (R62)", () => {
    for (const { housing, referrals: own } of people) {
      for (const { kind, from, to } of housing.stays)
        if (kind === "SOFT_LANDING") expect(dayOf(to ?? "9999-01-01") - dayOf(from)).toBeLessThanOrEqual(92);
      for (const { referralId, noFollowUpReason } of housing.needs) {
        expect((referralId === null) !== (noFollowUpReason === null)).toBe(true);
        if (referralId) expect(own.map(({ id }) => id)).toContain(referralId);
      }
    }
  });
});
