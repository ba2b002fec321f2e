import { parseEnterpriseNumber, parseEstablishmentNumber, isUuid } from "../ids.js";
import { parsePhone } from "../phone.js";
import { stories, storyOf } from "./population.js";
import { sites } from "./sites.js";
import type { EntrepreneurStory, World } from "./story.js";

const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 2200 };

/** Every value of a story, with the name it stands under. */
function* valuesOf(value: unknown, key = ""): Generator<readonly [string, unknown]> {
  if (value === null || typeof value !== "object" || value instanceof Date) yield [key, value];
  else if (Array.isArray(value)) for (const part of value) yield* valuesOf(part, key);
  else
    for (const [name, part] of Object.entries(value))
      yield* valuesOf(part, name === "from" && key === "months" ? "monthFrom" : name);
}

describe("a story", () => {
  it("is the same whenever it is told, and whatever the size of the world", () => {
    for (const index of [0, 35, 46, 61, 999, 2001]) {
      expect(storyOf({ ...world, entrepreneurs: 60 }, index)).toEqual(storyOf({ ...world }, index));
    }
  });

  it("is another for another seed or another day", () => {
    expect(storyOf({ ...world, seed: "other" }, 100)).not.toEqual(storyOf(world, 100));
    expect(storyOf({ ...world, asOf: "2025-03-31" }, 100)).not.toEqual(storyOf(world, 100));
  });

  it.each(["2026-03-31", "2016-02-29", "2019-01-01"])("holds nothing that happens after %s", (asOf) => {
    const contractual = new Set(["until", "to", "dueOn", "monthFrom"]);
    const late: string[] = [];
    for (const story of stories({ ...world, asOf, entrepreneurs: 800 })) {
      for (const [key, value] of valuesOf(story)) {
        if (value instanceof Date && value.toISOString() >= asOf)
          late.push(`${story.index} ${key} ${value.toISOString()}`);
        if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && value >= asOf && !contractual.has(key))
          late.push(`${story.index} ${key} ${value}`);
      }
    }
    expect(late).toEqual([]);
  });

  it("never gives one id to two entries, and every id the shape of a version 4", () => {
    const seen = new Set<string>();
    const faults: string[] = [];
    const note = (id: string): void => {
      if (seen.has(id) || !isUuid(id)) faults.push(id);
      seen.add(id);
    };
    for (const story of stories(world)) for (const id of idsOf(story)) note(id);
    for (const site of sites(world)) for (const { id } of [site, ...site.units, ...site.permanences]) note(id);
    expect(faults).toEqual([]);
  });

  it("keeps the entries of a dossier, a referral and an application in order", () => {
    const faults: string[] = [];
    for (const story of stories(world)) {
      const inOrder = (what: string, ...instants: readonly (Date | null | undefined)[]): void => {
        const known = instants.flatMap((instant) => (instant ? [instant.getTime()] : []));
        if (known.some((instant, place) => place > 0 && instant <= (known[place - 1] ?? 0)))
          faults.push(`${story.index} ${what}`);
      };
      for (const { openedAt, closedAt, sessions } of story.coaching.dossiers) {
        inOrder("dossier", openedAt, closedAt);
        for (const { at } of sessions) if (at < openedAt) faults.push(`${story.index} session`);
      }
      for (const { sentAt, respondedAt, doneAt } of story.referrals) inOrder("referral", sentAt, respondedAt, doneAt);
      for (const { submittedAt, decision } of story.financing.applications)
        inOrder("application", submittedAt, decision?.at);
      for (const { at } of story.interactions) inOrder("interaction", story.knownSinceAt, at);
    }
    expect(faults).toEqual([]);
  });
});

describe("numbers and addresses of the demonstration", () => {
  const people = [...stories(world)];

  it("are telephone numbers that are valid, and the person's own are different for everybody", () => {
    const own = new Map<string, number>();
    for (const { contactPoints, enterprises } of people) {
      for (const { kind, value, raw, foreign, shared } of contactPoints) {
        if (kind !== "PHONE") continue;
        expect(parsePhone(value ?? "")).toEqual({ kind: "E164", e164: value, foreign });
        expect(parsePhone(raw)).toEqual({ kind: "E164", e164: value, foreign });
        if (!shared) own.set(value ?? "", (own.get(value ?? "") ?? 0) + 1);
      }
      for (const { type, value, e164 } of enterprises.flatMap(({ contacts }) => contacts)) {
        if (type === "TEL") expect(parsePhone(value)).toEqual({ kind: "E164", e164, foreign: false });
        else expect(value).toMatch(/\.example$/);
      }
    }
    expect([...own].filter(([, count]) => count > 1)).toEqual([]);
  });

  it("are enterprise and establishment numbers with good check digits, in ranges that were never issued, each once", () => {
    const numbers = people.flatMap(({ enterprises }) => enterprises.map(({ number }) => number));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) {
      expect(parseEnterpriseNumber(number)).toBe(number);
      expect(number < "0200000000").toBe(true);
    }
    for (const { number } of people.flatMap(({ enterprises }) =>
      enterprises.flatMap(({ establishments }) => establishments),
    )) {
      expect(parseEstablishmentNumber(number)).toBe(number);
      expect(number.startsWith("8")).toBe(true);
    }
  });

  it("are e-mail addresses that nobody can own", () => {
    const addresses = people.flatMap(({ contactPoints }) =>
      contactPoints.filter(({ kind }) => kind === "EMAIL").map(({ value }) => value),
    );
    for (const address of addresses) expect(address).toMatch(/^[a-z0-9.-]+@mail\.example$/);
  });

  it("hold a mandate only in enterprises that some story tells of", () => {
    const known = new Set(people.flatMap(({ enterprises }) => enterprises.map(({ number }) => number)));
    for (const { enterpriseNumber } of people.flatMap(({ mandates }) => mandates))
      expect(known).toContain(enterpriseNumber);
  });
});

function idsOf(story: EntrepreneurStory): readonly string[] {
  const { coaching, financing, housing } = story;
  return [
    story.id,
    ...story.formerIds.flatMap(({ id, mergeId }) => [id, mergeId]),
    ...[
      ...story.contactPoints,
      ...story.mandates,
      ...story.interactions,
      ...story.referrals,
      ...story.sharingGrants,
      ...story.enterprises.flatMap(({ annualAccounts }) => annualAccounts),
      ...coaching.projects,
      ...coaching.dossiers,
      ...coaching.dossiers.flatMap(({ sessions }) => sessions),
      ...coaching.enrolments,
      ...coaching.testPhases,
      ...coaching.difficultyCases,
      ...financing.applications,
      ...financing.stateAid,
      ...financing.applications.flatMap(({ decision, grant, guarantee }) =>
        [decision, grant, guarantee, grant?.coInvestment, ...(grant?.payments ?? [])].filter((entry) => entry != null),
      ),
      ...housing.stays,
      ...housing.cheques,
      ...housing.needs,
      ...housing.visits,
      ...housing.satisfaction,
    ].map(({ id }) => id),
  ];
}
