/** One person, once: finding before creating, doubts that wait for somebody, merging and parting (J17). */
import { statement, type Statement } from "@parcours/shared/database";
import { newId } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { act, asCoach, asPerson, codesOf, followAs, rowsOf, type Payload } from "./acts-fixtures.js";
import { readPolicy } from "./fixtures.js";

process.env["NATIONAL_NUMBER_KEY"] = "k".repeat(32);
const { definition } = jest.requireActual<typeof import("../src/subgraph.js")>("../src/subgraph.js");

const advisor: Reader = {
  role: "ADVISOR_1819",
  agency: "1819",
  staffId: "s1",
  purpose: "CALL",
  caseReference: "call-1",
};
const reviewer: Reader = {
  role: "MERGE_REVIEWER",
  agency: "1819",
  staffId: "s3",
  purpose: "MATCHING",
  caseReference: "duplicate-1",
};

let subgraph: SubgraphUnderTest;
let followers: { stop(): Promise<void> };
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  await readPolicy(subgraph.database);
  followers = followAs(subgraph.database, subgraphs);
  // The first entry of an empty feed takes the followers longer than all later ones.
  const warm = [await register(somebody()), await register(somebody())].map(idOf);
  await mergeEntrepreneurs({ fromId: warm[0], intoId: warm[1] });
});
afterAll(async () => {
  await followers.stop();
  await subgraph.close();
});

const subgraphs = ["coaching", "financing", "front-door", "housing", "registry"];
/** Who follows, at once or, on a machine that is busy, later than the half second that an answer waits. */
const told = ({ reached, pending }: Payload): string[] =>
  [...(reached as string[]), ...(pending as string[])].sort((one, other) => one.localeCompare(other));

let people = 0;
/** Somebody who is like nobody else. */
function somebody(part: object = {}): Record<string, unknown> {
  people += 1;
  const names = [
    "Amina",
    "Bart",
    "Camille",
    "Dries",
    "Elif",
    "Fatou",
    "Georgi",
    "Hanne",
    "Ilse",
    "Jonas",
    "Karim",
    "Lotte",
  ];
  const families = ["Quaghebeur", "Zwaenepoel", "Vlaemynck", "Uyttendaele", "Tshibangu", "Ouedraogo", "Niyonkuru"];
  return {
    givenName: names[people % 12],
    familyName: `${families[people % 7]}${["", "man", "sen", "ius", "ova"][people % 5]}`,
    birthDate: `19${60 + (people % 39)}-0${1 + (people % 9)}-1${people % 10}`,
    phones: [`0475 ${String(100_000 + people * 7919)}`],
    emails: [`person.${people}@example.be`],
    municipality: "21009",
    ...part,
  };
}

/** Another birth date, of the same generation. */
const otherDate = (person: Record<string, unknown>): string =>
  `${Number(String(person["birthDate"]).slice(0, 4)) + 2}-11-24`;

const answered =
  "outcome entrepreneur { id displayName formerIds contactPoints { kind value } } score reasons { reason { code label(language: FR) } weight }";
const register = (input: object, reader: Reader = advisor, selection = answered): Promise<Payload> =>
  act(subgraph, reader, ["registerEntrepreneur", "RegisterEntrepreneurInput", selection], {
    idempotencyKey: newId(),
    ...input,
  });
const idOf = (payload: Payload): string => (payload["entrepreneur"] as { id: string }).id;
const reasonsIn = (payload: Payload): string[] =>
  (payload["reasons"] as { reason: { code: string } }[]).map(({ reason }) => reason.code);
const merging =
  (name: string, type: string, selection: string) =>
  (input: object, reader: Reader = reviewer): Promise<Payload> =>
    act(subgraph, reader, [name, type, selection], { idempotencyKey: newId(), reason: "seen the papers", ...input });
const mergeEntrepreneurs = merging(
  "mergeEntrepreneurs",
  "MergeEntrepreneursInput",
  "mergeId entrepreneur { id formerIds } reached pending",
);
const unmergeEntrepreneurs = merging(
  "unmergeEntrepreneurs",
  "UnmergeEntrepreneursInput",
  "entrepreneurs { id formerIds } reached pending",
);
const notSamePerson = merging("notSamePerson", "NotSamePersonInput", "done");
const decideMatch = merging(
  "decideMatch",
  "DecideMatchInput",
  "matchReview { id state decision version entrepreneur { id } other { id } } reached pending",
);

interface Review {
  readonly id: string;
  readonly version: number;
  readonly entrepreneur: { readonly id: string };
  readonly other: { readonly id: string };
}
async function openReviews(): Promise<Review[]> {
  const answer = await subgraph.run(
    `{ matchReviews(state: OPEN, first: 100) { edges { node { id version entrepreneur { id } other { id } score reasons { reason { code } weight } } } } }`,
    {},
    { reader: reviewer },
  );
  return (answer.data as { matchReviews: { edges: { node: Review }[] } }).matchReviews.edges.map(({ node }) => node);
}
const duplicatesOf = async (id: string, reader: Reader = reviewer): Promise<unknown> => {
  const answer = await subgraph.run(
    `query ($id: ID!) { possibleDuplicates(entrepreneurId: $id) { isCertain score entrepreneur { id } reasons { reason { code } } } }`,
    { id },
    { reader },
  );
  return (
    (answer.data as { possibleDuplicates: unknown } | undefined)?.possibleDuplicates ??
    answer.errors?.[0]?.extensions?.["code"]
  );
};

describe("registering", () => {
  it("creates whoever is not known, and finds whoever is, with the reasons", async () => {
    const person = somebody({ givenName: "Étienne", familyName: "Van den Broeck" });
    const first = await register(person);
    expect(first).toMatchObject({ outcome: "CREATED", errors: [], score: null, reasons: [] });
    const again = await register({
      ...person,
      givenName: "Stefaan",
      familyName: "Vandenbroeck",
      phones: [],
      municipality: "21015",
    });
    expect(again).toMatchObject({
      outcome: "FOUND",
      entrepreneur: { id: idOf(first), displayName: "Étienne Van den Broeck" },
    });
    expect(reasonsIn(again)).toEqual(
      expect.arrayContaining([
        "VARIANT_GIVEN_NAME",
        "SAME_FAMILY_NAME",
        "SAME_BIRTH_DATE",
        "SAME_OWN_EMAIL",
        "OTHER_MUNICIPALITY",
      ]),
    );
    expect(again["reasons"]).toContainEqual({
      reason: { code: "SAME_BIRTH_DATE", label: "Même date de naissance" },
      weight: 13.5,
    });
  });

  it("creates with a review where it is doubtful, and merges nothing in silence", async () => {
    const person = somebody();
    const first = await register(person);
    const second = await register({ ...person, birthDate: otherDate(person) });
    expect(second["outcome"]).toBe("CREATED_FOR_REVIEW");
    expect(reasonsIn(second)).toContain("ANOTHER_BIRTH_DATE");
    const [review] = await openReviews();
    expect(review).toMatchObject({ entrepreneur: { id: idOf(second) }, other: { id: idOf(first) }, version: 1 });
  });

  it("never takes a twin, a father or a client of an accountant for the other", async () => {
    const one = somebody({ givenName: "Lotte", familyName: "Maertens" });
    await register(one);
    expect(await register({ ...one, givenName: "Bart", emails: [] })).toMatchObject({ outcome: "CREATED" });
    expect(await register({ ...one, birthDate: "1930-12-25", emails: [] })).toMatchObject({ outcome: "CREATED" });
    for (let client = 0; client < 5; client += 1)
      expect(await register(somebody({ phones: one["phones"] }))).toMatchObject({ outcome: "CREATED" });
  });

  it("finds by the keyed hash of the national number, which is all that is kept of it", async () => {
    const first = await register(somebody({ nationalNumber: "85.07.30-033.28" }));
    const [row] = await subgraph.database.query<{ given: string; family: string }>(
      statement(`select given_name as given, family_name as family from entrepreneur where id = '${idOf(first)}'`),
    );
    const again = await register({ givenName: row?.given, familyName: row?.family, nationalNumber: "85073003328" });
    expect(again).toMatchObject({ outcome: "FOUND", entrepreneur: { id: idOf(first) } });
    const dump = await subgraph.database.query(
      statement("select * from national_number_hash, registration, mutation_key"),
    );
    expect(JSON.stringify(dump)).not.toContain("85073003328");
  });

  it.each<[object, string[]]>([
    [{ givenName: " " }, ["INPUT_TEXT_LENGTH"]],
    [{ birthDate: "2199-01-01" }, ["INPUT_DATE_INVALID"]],
    [{ phones: ["12"] }, ["PHONE_INVALID"]],
    [{ phones: ["1819"] }, ["PHONE_FINDS_NOBODY"]],
    [{ emails: ["amina"] }, ["EMAIL_INVALID"]],
    [{ enterpriseNumbers: ["1"] }, ["ENTERPRISE_NUMBER_INVALID"]],
    [{ municipality: "11002" }, ["INPUT_CODE_UNKNOWN"]],
    [{ nationalNumber: "85.07.30-033.29" }, ["NATIONAL_NUMBER_INVALID"]],
    [{ emails: ["a@x.be", "b@x.be", "c@x.be", "d@x.be", "e@x.be", "f@x.be"] }, ["TOO_MANY_VALUES"]],
    [{ phones: [], emails: [], birthDate: null }, ["REGISTRATION_CLUE_REQUIRED"]],
    [{ idempotencyKey: "1" }, ["IDEMPOTENCY_KEY_INVALID"]],
  ])("with %j is refused: %j", async (part, codes) => {
    const before = await rowsOf(subgraph.database, "entrepreneur");
    expect(codesOf(await register(somebody(part)))).toEqual(codes);
    expect(await rowsOf(subgraph.database, "entrepreneur")).toBe(before);
  });

  it("is for advisors on the telephone, coaches and the person", async () => {
    expect(await register(somebody(), asCoach("c1"))).toMatchObject({ outcome: "CREATED" });
    for (const reader of [reviewer, { ...advisor, purpose: "REFERRAL" } as Reader, asPerson("x")])
      expect(
        codesOf(
          await register(somebody(), { ...reader, role: reader.role === "ENTREPRENEUR" ? "MANDATARY" : reader.role }),
        ),
      ).not.toEqual([]);
  });

  it("leads nobody who registers the own file into another's, and tells nothing of it", async () => {
    const person = somebody();
    const known = await register(person);
    const own = newId();
    const mine = await register(person, asPerson(own), "outcome entrepreneur { id }");
    expect(mine).toMatchObject({ outcome: "CREATED", entrepreneur: { id: own }, refused: [] });
    expect(await register(person, asPerson(own), "outcome entrepreneur { id }")).toMatchObject({
      outcome: "FOUND",
      entrepreneur: { id: own },
    });
    expect((await openReviews()).find(({ entrepreneur }) => entrepreneur.id === own)?.other.id).toBe(idOf(known));
    expect((await register(somebody(), asPerson(newId())))["reasons"]).toBeNull();
  });
});

describe("twenty clients at once", () => {
  it("with one key register once, and another input with that key is refused", async () => {
    const [person, idempotencyKey] = [somebody(), newId()];
    const before = await rowsOf(subgraph.database, "entrepreneur");
    const payloads = await Promise.all(Array.from({ length: 20 }, () => register({ ...person, idempotencyKey })));
    expect(new Set(payloads.map(idOf)).size).toBe(1);
    expect(new Set(payloads.map(({ outcome }) => outcome))).toEqual(new Set(["CREATED"]));
    expect(await rowsOf(subgraph.database, "entrepreneur")).toBe(before + 1);
    expect(codesOf(await register({ ...somebody(), idempotencyKey }))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
  });

  it("with twenty keys and one person register one, and nineteen find", async () => {
    const person = somebody();
    const payloads = await Promise.all(Array.from({ length: 20 }, () => register(person)));
    expect(new Set(payloads.map(idOf)).size).toBe(1);
    expect(payloads.map(({ outcome }) => String(outcome)).sort((a, b) => a.localeCompare(b))).toEqual([
      "CREATED",
      ...Array.from({ length: 19 }, () => "FOUND"),
    ]);
  });
});

describe("a doubt", () => {
  const doubt = async (): Promise<{ readonly known: string; readonly review: Review }> => {
    const person = somebody();
    const known = idOf(await register(person));
    const other = idOf(await register({ ...person, birthDate: otherDate(person) }));
    const review = (await openReviews()).find(({ entrepreneur }) => entrepreneur.id === other);
    if (!review) throw new Error("no review");
    return { known, review };
  };

  it("that is decided as one person merges, and every subgraph knows", async () => {
    const { review } = await doubt();
    const payload = await decideMatch({ reviewId: review.id, version: review.version, decision: "SAME" });
    expect(payload).toMatchObject({
      matchReview: { state: "CLOSED", decision: "SAME", version: 2 },
      errors: [],
    });
    expect(told(payload)).toEqual(subgraphs);
    const { entrepreneur, other } = payload["matchReview"] as Review;
    expect(entrepreneur.id).toBe(other.id);
    expect(codesOf(await decideMatch({ reviewId: review.id, version: 1, decision: "DIFFERENT" }))).toEqual([
      "CHANGED_MEANWHILE",
    ]);
  });

  it("that is decided as two people is remembered", async () => {
    const { review } = await doubt();
    const ids = [review.entrepreneur.id, review.other.id] as const;
    expect(JSON.stringify(await duplicatesOf(ids[0]))).toContain(ids[1]);
    expect(await decideMatch({ reviewId: review.id, version: 1, decision: "DIFFERENT" })).toMatchObject({
      matchReview: { decision: "DIFFERENT" },
      reached: [],
      errors: [],
    });
    expect(JSON.stringify(await duplicatesOf(ids[0]))).not.toContain(ids[1]);
    expect(codesOf(await mergeEntrepreneurs({ fromId: ids[0], intoId: ids[1] }))).toEqual(["MERGE_TOLD_APART"]);
    const overruling = { fromId: ids[0], intoId: ids[1], overruleNotSamePerson: true };
    const merged = await mergeEntrepreneurs(overruling);
    expect(codesOf(merged)).toEqual([]);
    expect(codesOf(await mergeEntrepreneurs({ fromId: ids[0], intoId: ids[1] }))).toEqual(["ALREADY_ONE_PERSON"]);
    await unmergeEntrepreneurs({ mergeId: merged["mergeId"] });
    expect(JSON.stringify(await duplicatesOf(ids[0]))).not.toContain(ids[1]);
    expect(codesOf(await mergeEntrepreneurs({ fromId: ids[0], intoId: ids[1] }))).toEqual(["MERGE_TOLD_APART"]);
  });

  it("heeds what was decided beside it: who was told apart is not merged, and who was merged is not told apart", async () => {
    const [apart, merged] = [await doubt(), await doubt()];
    await notSamePerson({ oneId: apart.review.entrepreneur.id, otherId: apart.review.other.id });
    expect(codesOf(await decideMatch({ reviewId: apart.review.id, version: 1, decision: "SAME" }))).toEqual([
      "MERGE_TOLD_APART",
    ]);
    await mergeEntrepreneurs({ fromId: merged.review.entrepreneur.id, intoId: merged.review.other.id });
    expect(codesOf(await decideMatch({ reviewId: merged.review.id, version: 1, decision: "DIFFERENT" }))).toEqual([
      "ALREADY_ONE_PERSON",
    ]);
  });

  it("is a reviewer's, with the purpose MATCHING", async () => {
    const { review } = await doubt();
    for (const reader of [advisor, asCoach("c1"), asPerson(newId())]) {
      expect(codesOf(await decideMatch({ reviewId: review.id, version: 1, decision: "SAME" }, reader))).toEqual([
        "ACT_NOT_ALLOWED",
      ]);
      const list = await subgraph.run("{ matchReviews { edges { node { id } } } }", {}, { reader });
      expect(list.errors?.[0]?.extensions?.["code"]).toBe("NOT_SHARED");
      expect(await duplicatesOf(review.entrepreneur.id, reader)).toBe("NOT_SHARED");
    }
    expect(codesOf(await decideMatch({ reviewId: newId(), version: 1, decision: "SAME" }))).toEqual([
      "ACT_NOT_ALLOWED",
    ]);
    const looks = await subgraph.looksOf(
      "{ matchReviews(state: OPEN, first: 1) { edges { node { score } } } }",
      reviewer,
    );
    expect(looks.map(({ categories }) => categories)).toEqual([["MATCH_REVIEW"], ["MATCH_REVIEW"]]);
  });
});

describe("merging by hand", () => {
  const three = async (): Promise<readonly [string, string, string]> => {
    const made = [await register(somebody()), await register(somebody()), await register(somebody())].map(idOf);
    return made as unknown as readonly [string, string, string];
  };
  const canonicalOf = async (id: string): Promise<string> => {
    const answer = await subgraph.run(`query ($id: ID!) { entrepreneur(id: $id) { id } }`, { id }, { reader: advisor });
    return (answer.data as { entrepreneur: { id: string } }).entrepreneur.id;
  };

  it("is an event with author and reason, and is taken back", async () => {
    const [a, b] = await three();
    const merged = await mergeEntrepreneurs({ fromId: a, intoId: b });
    expect(merged).toMatchObject({ entrepreneur: { id: b, formerIds: [a] }, errors: [] });
    expect(told(merged)).toEqual(subgraphs);
    expect([await canonicalOf(a), await canonicalOf(b)]).toEqual([b, b]);
    const events = `query ($id: ID!) { entrepreneur(id: $id) { identityEvents { kind mergeId entrepreneurId otherId reason author } } }`;
    const read = async (): Promise<unknown> => (await subgraph.run(events, { id: b }, { reader: reviewer })).data;
    const event = {
      mergeId: merged["mergeId"],
      entrepreneurId: a,
      otherId: b,
      reason: "seen the papers",
      author: "1819/s3",
    };
    expect(await read()).toEqual({ entrepreneur: { identityEvents: [{ kind: "MERGED", ...event }] } });
    const parted = await unmergeEntrepreneurs({ mergeId: merged["mergeId"] });
    expect(parted).toMatchObject({
      entrepreneurs: [
        { id: a, formerIds: [] },
        { id: b, formerIds: [] },
      ],
      errors: [],
    });
    expect(await read()).toMatchObject({
      entrepreneur: { identityEvents: [{ kind: "UNMERGED", ...event }, { kind: "MERGED" }] },
    });
    expect(codesOf(await unmergeEntrepreneurs({ mergeId: merged["mergeId"] }))).toEqual(["ALREADY_UNMERGED"]);
  });

  it("in a chain keeps the rest when the first link is taken out, and closes no circle", async () => {
    const [a, b, c] = await three();
    const first = await mergeEntrepreneurs({ fromId: a, intoId: b });
    await mergeEntrepreneurs({ fromId: b, intoId: c });
    expect(await canonicalOf(a)).toBe(c);
    expect(codesOf(await mergeEntrepreneurs({ fromId: c, intoId: a }))).toEqual(["ALREADY_ONE_PERSON"]);
    await unmergeEntrepreneurs({ mergeId: first["mergeId"] });
    expect([await canonicalOf(a), await canonicalOf(b), await canonicalOf(c)]).toEqual([a, c, c]);
  });

  it("takes what was merged into a side along when that side is free again", async () => {
    const [a, b, c] = await three();
    await mergeEntrepreneurs({ fromId: a, intoId: b });
    const second = await mergeEntrepreneurs({ fromId: b, intoId: c });
    await unmergeEntrepreneurs({ mergeId: second["mergeId"] });
    expect([await canonicalOf(a), await canonicalOf(b), await canonicalOf(c)]).toEqual([b, b, c]);
  });

  it("with one key twice is done once, and is nobody else's", async () => {
    const [a, b] = await three();
    const input = { fromId: a, intoId: b, idempotencyKey: newId() };
    const [one, other] = [await mergeEntrepreneurs(input), await mergeEntrepreneurs(input)];
    expect(other["mergeId"]).toBe(one["mergeId"]);
    expect(codesOf(await mergeEntrepreneurs({ fromId: a, intoId: newId() }))).toEqual(["ACT_NOT_ALLOWED"]);
    expect(codesOf(await mergeEntrepreneurs({ fromId: a, intoId: a }))).toEqual(["ALREADY_ONE_PERSON"]);
    for (const reader of [advisor, { ...reviewer, purpose: "DATA_PROTECTION" } as Reader])
      expect(codesOf(await mergeEntrepreneurs({ fromId: a, intoId: b }, reader))).not.toEqual([]);
    expect(codesOf(await notSamePerson({ oneId: a, otherId: b }))).toEqual(["ALREADY_ONE_PERSON"]);
  });

  it("finds a person by what any of the merged files says", async () => {
    const [one, two] = [somebody(), somebody()];
    const [a, b] = [idOf(await register(one)), idOf(await register(two))];
    await mergeEntrepreneurs({ fromId: a, intoId: b });
    expect(await register(one)).toMatchObject({ outcome: "FOUND", entrepreneur: { id: b } });
  });
});

describe("finding", () => {
  it("reads no table whole, however many there are", async () => {
    const seen: Statement[] = [];
    const spied = { query: (asked: Statement) => (seen.push(asked), Promise.resolve([])) };
    const { findCandidates } = jest.requireActual<typeof import("../src/matching/candidate.repository.js")>(
      "../src/matching/candidate.repository.js",
    );
    const record = {
      names: [{ given: "An", family: "Maes" }],
      birthDates: ["1980-01-01"],
      phones: ["+32475000001"],
      emails: ["a@b.be"],
      formerPhones: [],
      formerEmails: [],
      enterpriseNumbers: ["0123456749"],
      municipalities: ["21009"],
      nationalNumberHashes: ["h"],
    };
    await findCandidates(spied as never, record, ["an", "maes"]);
    const values = [
      `'{a}'::text[]`,
      `'{a}'::text[]`,
      `'{a}'::text[]`,
      `'{a}'::text[]`,
      `'{a}'::text[]`,
      `'{}'::uuid[]`,
      `'{a}'::text[]`,
      `'{a}'::text[]`,
    ];
    const text = (seen[0]?.text ?? "").replace(
      /\$(\d)(::(text|uuid)\[\])?/g,
      (_, place: string) => values[Number(place) - 1] ?? "",
    );
    expect(seen).toHaveLength(1);
    await subgraph.database.transaction(async (queries) => {
      await queries.query(statement("set local enable_seqscan = off"));
      const plan = await queries.query<Record<string, string>>(statement(`explain ${text}`));
      expect(plan.map((row) => row["QUERY PLAN"]).filter((line) => line?.includes("Seq Scan"))).toEqual([]);
    });
  });
});
