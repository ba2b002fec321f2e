/** A person takes a copy of everything, through the whole system: all that is the person's, nothing of others, and who did not answer. */
import { withClient } from "@parcours/shared/database-roles";
import { storyOf } from "@parcours/shared/demonstration/population";
import { brusselsDate } from "@parcours/shared/periods";
import { startAll, type EndToEnd } from "../harness.js";

let all: EndToEnd;
beforeAll(async () => {
  all = await startAll({ name: "export" });
});
afterAll(() => all?.system.stop());

const take = `query Take($language: Language, $id: ID) {
  exportMyDossier(language: $language, entrepreneurId: $id) { generatedAt json html owners { owner state agencies { code } } }
}`;

interface Taken {
  readonly exportMyDossier: {
    readonly json: string;
    readonly html: string;
    readonly owners: readonly { readonly owner: string; readonly state: string }[];
  } | null;
}
interface ToldRecord {
  readonly type: string;
  readonly source: string;
  readonly owner: string;
  readonly agency: string | null;
  readonly at: string | null;
  readonly facts: readonly { readonly field: string; readonly value: unknown; readonly owner: string }[];
  readonly records: readonly ToldRecord[];
}
interface Told {
  readonly owners: readonly { readonly owner: string; readonly state: string }[];
  readonly records: readonly ToldRecord[];
  readonly withheld: readonly { readonly field: string; readonly category: string }[];
}

async function copyOf(as: string, variables: object = {}): Promise<{ told: Told; html: string }> {
  const { data, errors } = await all.ask<Taken>(take, { ...variables }, { as });
  expect(errors ?? []).toEqual([]);
  const { json = "", html = "" } = data?.exportMyDossier ?? {};
  return { told: JSON.parse(json) as Told, html };
}

const flat = (records: readonly ToldRecord[]): ToldRecord[] =>
  records.flatMap((record) => [record, ...flat(record.records)]);
const idsIn = (text: string): Set<string> => new Set(text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []);

/** Ids of rows that name a person, in whatever table of whatever owner; where somebody works is for flags in the log. */
async function rowsKept(person: string): Promise<string[]> {
  const owners = ["coaching", "financing", "front-door", "housing"].map((name) => all.system.ownerUrl(name));
  const found = await Promise.all(
    owners.map((url) =>
      withClient(url, async (client) => {
        const { rows: tables } = await client.query<{ table: string }>(
          `select c.table_name as table from information_schema.columns c
             join information_schema.columns k on k.table_name = c.table_name and k.column_name = 'id' and k.table_schema = 'public'
            where c.table_schema = 'public' and c.column_name = 'entrepreneur_id' and c.table_name <> 'staff_member'`,
        );
        const ids: string[] = [];
        for (const { table } of tables) {
          const { rows } = await client.query<{ id: string }>(`select id from ${table} where entrepreneur_id = $1`, [
            person,
          ]);
          ids.push(...rows.map(({ id }) => id));
        }
        return ids;
      }),
    ),
  );
  return found.flat();
}

const people = (): string[] =>
  Array.from(
    { length: 60 },
    (_, index) => storyOf({ seed: "1819", asOf: brusselsDate(new Date()), entrepreneurs: 60 }, index).id,
  );

describe("a copy of the own dossier", () => {
  it.each(["amina", "wim", "olivia", "nadia", "georges", "yasmine"])(
    "of %s holds every row of the person and nobody else",
    async (handle) => {
      const id = all.person(handle).entrepreneurId ?? "";
      const { told } = await copyOf(handle, { language: "FR" });
      expect(told.owners.map(({ state }) => state)).toEqual(told.owners.map(() => "ANSWERED"));
      const kept = await rowsKept(id);
      expect(kept.length).toBeGreaterThan(0);
      const ids = idsIn(JSON.stringify(told.records));
      expect(kept.filter((row) => !ids.has(row))).toEqual([]);
      expect(people().filter((other) => other !== id && ids.has(other))).toEqual([]);
      for (const record of flat(told.records))
        for (const { field, owner } of record.facts) {
          expect(field).toMatch(/^[A-Z]\w+\.\w+$/);
          expect(["coaching", "financing", "front-door", "housing", "registry", "desk"]).toContain(owner);
        }
    },
  );

  it("holds the timeline, the owners' restricted sections and who looked, each with owner, agency and date", async () => {
    const { told } = await copyOf("nadia", { language: "EN" });
    const sources = new Set(told.records.map(({ source }) => source));
    expect(sources).toContain("entrepreneur.timeline");
    expect(sources).toContain("entrepreneur.lookups");
    const cases = told.records.filter(({ source }) => source === "entrepreneur.coaching.difficultyCases");
    expect(cases.length).toBeGreaterThan(0);
    expect(cases[0]).toMatchObject({ owner: "coaching", agency: "COM", at: expect.any(String) as string });
  });

  it.each([
    ["FR", "fr", "Copie de mon dossier"],
    ["NL", "nl", "Kopie van mijn dossier"],
    ["EN", "en", "Copy of my dossier"],
  ])("is a page in %s that can be read without anything else", async (language, tag, title) => {
    const { html } = await copyOf("amina", { language });
    expect(html).toContain(`<html lang="${tag}">`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).not.toMatch(/<script|<iframe|<img|javascript:|https?:\/\/(?!www\.w3)/i);
    expect([...html.matchAll(/<table>(?!<caption>)/g)]).toEqual([]);
    expect([...html.matchAll(/<th scope="row">/g)].length).toBeGreaterThan(20);
  });

  it("names who did not answer, in the file and beside it", async () => {
    await all.subgraph("housing").kill();
    const { data } = await all.ask<Taken>(take, { language: "NL" }, { as: "amina" });
    const states = Object.fromEntries(data?.exportMyDossier?.owners.map(({ owner, state }) => [owner, state]) ?? []);
    expect(states).toEqual({
      coaching: "ANSWERED",
      financing: "ANSWERED",
      "front-door": "ANSWERED",
      housing: "NOT_ANSWERED",
      registry: "ANSWERED",
    });
    expect(data?.exportMyDossier?.html).toContain("Heeft niet overal geantwoord");
    await all.isUp("housing");
  });

  it("is for the person alone; the officer gets what the officer may see", async () => {
    const id = all.person("amina").entrepreneurId;
    const other = await all.ask<Taken>(take, { id }, { as: "wim" });
    expect([other.data?.exportMyDossier, other.errors?.[0]?.extensions["code"]]).toEqual([null, "NOT_SHARED"]);
    for (const as of ["tom", "sofie", "georges-company"]) {
      const { errors } = await all.ask<Taken>(take, { id }, { as });
      expect([as, errors?.[0]?.extensions["code"]]).toEqual([as, "NOT_SHARED"]);
    }
    const { told } = await copyOf("an", { id });
    expect(told.records[0]?.facts.map(({ field }) => field)).toContain("Entrepreneur.familyName");
    expect(told.withheld.length).toBeGreaterThan(10);
    expect(JSON.stringify(told.records)).not.toContain("CoachingSession.note");
  });
});
