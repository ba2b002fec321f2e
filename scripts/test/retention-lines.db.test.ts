/** Every line of `shared/retention.yaml` against what is done: a line, or a column with words, that the table here does not know turns it red. */
import { migrate, openDatabase, statement } from "@parcours/shared/database";
import { fateOf } from "@parcours/shared/rights/erasure.rules";
import type { RetainedTable } from "@parcours/shared/rights/retained-table";
import { retention, type Erasure } from "@parcours/shared/rights/retention";
import { createTestDatabase } from "@parcours/shared/testing/postgres";
import { definition as coaching } from "../../subgraphs/coaching/src/subgraph.js";
import { definition as financing } from "../../subgraphs/financing/src/subgraph.js";
import { definition as frontDoor } from "../../subgraphs/front-door/src/subgraph.js";
import { definition as housing } from "../../subgraphs/housing/src/subgraph.js";
import { definition as registry } from "../../subgraphs/registry/src/subgraph.js";

const today = "2026-03-31";

/** Years, what an erasure does, and which tables are under it; the kernel's own are in no subgraph's list. */
const expected: Readonly<Record<string, readonly [years: number, erasure: Erasure, ...tables: string[]]>> = {
  PERSON: [
    10,
    "ERASE",
    "entrepreneur_word",
    "person_key",
    "national_number_hash",
    "registration",
    "match_review",
    "not_same_person",
    "entrepreneur",
  ],
  INTAKE: [5, "ERASE", "intake_answer", "intake_submission"],
  CONTACTS: [2, "ERASE", "contact_point"],
  MANDATES: [10, "ERASE", "mandate"],
  MERGES: [10, "KEEP", "identity_merge", "identity_event"],
  INTERACTIONS: [5, "ERASE", "interaction"],
  REFERRALS: [5, "ERASE", "referral"],
  SHARING: [5, "ERASE", "sharing_grant"],
  REQUESTS: [5, "KEEP", "break_glass", "objection"],
  STAFF: [2, "ERASE", "staff_member"],
  COACHING: [
    5,
    "ERASE",
    "coaching_session",
    "follow_up_meeting",
    "coaching_dossier",
    "package_enrolment",
    "test_phase",
    "project",
  ],
  DIFFICULTY: [3, "ERASE", "restart_enrolment", "difficulty_case", "credit_mediation"],
  FUNDING: [
    10,
    "KEEP",
    "funding_decision",
    "funding_application",
    "grant_payment",
    "funding_grant",
    "guarantee",
    "co_investment",
  ],
  STATE_AID: [10, "KEEP", "state_aid_award"],
  HOUSING: [5, "WHEN_ENDED", "housing_stay"],
  CHEQUES: [10, "KEEP", "coworking_cheque_month", "coworking_cheque"],
  VISITS: [2, "ERASE", "permanence_visit", "need"],
  REGISTER: [1, "KEEP", "enterprise_point", "enterprise_word", "enterprise_contact", "enterprise"],
  DOCUMENTS: [5, "ERASE", "document_upload", "document"],
  CORRECTIONS: [5, "ERASE", "fact_change", "dispute"],
  ERASURES: [10, "KEEP"],
  LOG: [10, "ERASE"],
};

/** Words, not codes, that stay in a row which the law keeps; each is named in `holds` of its line. */
const wordsKept: Readonly<Record<string, readonly string[]>> = {
  funding_decision: ["motivation"],
  guarantee: ["bank_name"],
  co_investment: ["private_investor"],
  state_aid_award: ["reference", "measure_title", "instrument_as_published", "objective_as_published", "amount_note"],
  coworking_cheque: ["sponsor"],
  identity_merge: ["author"],
  identity_event: ["kind", "author"],
  break_glass: ["category", "by_staff_id", "case_reference", "state", "outcome", "closed_by_staff_id"],
  objection: ["category", "recorded_by"],
};

const owners = [coaching, financing, frontDoor, housing, registry];
const tables: readonly RetainedTable[] = owners.flatMap((owner) => owner.retention ?? []);

it("every line is here", () => {
  expect([...retention.keys()].sort()).toEqual(Object.keys(expected).sort());
});

describe.each(Object.entries(expected))("%s", (code, [years, erasure, ...names]) => {
  const line = { erasure: retention.get(code)?.erasure ?? "ERASE", years: retention.get(code)?.years ?? 0 };
  const fate = (lastDate: string | null) =>
    fateOf({ lastDate, enterpriseNumber: null }, { line, table: {}, today, ownEnterprises: [] }).does;

  it("is kept for its years, under its tables", () => {
    expect(line).toEqual({ erasure, years });
    // Tables of forms are in every owner's database.
    const under = tables.filter((table) => table.line === code).map(({ table }) => table);
    expect([...new Set(under)]).toEqual(names);
  });

  it("does at an erasure what it says: to what runs, to what ended yesterday, and to what is past its years", () => {
    const does = {
      ERASE: ["ERASE", "ERASE", "ERASE"],
      WHEN_ENDED: ["KEEP", "ERASE", "ERASE"],
      KEEP: ["KEEP", "KEEP", "ERASE"],
    }[erasure];
    expect([fate(null), fate("2026-03-30"), fate(`${2025 - years}-03-30`)]).toEqual(does);
  });
});

describe.each(owners.map((owner) => [owner.name, owner] as const))("what the law keeps at %s", (_, owner) => {
  it("holds no words but those that its line names", async () => {
    const testDatabase = await createTestDatabase(`lines_${owner.name}`);
    await migrate(owner, testDatabase.ownerUrl);
    const database = await openDatabase(owner, testDatabase.ownerUrl, 1);
    const columns = await database.query<{ table: string; name: string }>(
      statement(
        `select table_name as table, column_name as name from information_schema.columns
          where table_schema = 'public' and data_type in ('text', 'jsonb') and column_name !~ '(_code|_number|^source)$' order by ordinal_position`,
      ),
    );
    await database.close();
    await testDatabase.drop();
    // The register stays whole: it is public.
    const kept = (owner.retention ?? []).filter(
      ({ line }) => retention.get(line)?.erasure === "KEEP" && line !== "REGISTER",
    );
    for (const { table, emptied = {}, emptiedAtEnd = {} } of kept) {
      const gone = new Set([...Object.keys(emptied), ...Object.keys(emptiedAtEnd)]);
      const words = columns.filter((column) => column.table === table && !gone.has(column.name));
      expect([table, words.map(({ name }) => name)]).toEqual([table, wordsKept[table] ?? []]);
    }
  });
});
