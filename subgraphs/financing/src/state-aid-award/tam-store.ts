import { pointerRow } from "@parcours/shared/feed/pointer";
import { idFrom } from "@parcours/shared/ids";
/** Where an import of the state-aid register writes: a staging table first, then one transaction that replaces what came from the register. */
import type { CopyRows, CopyValue } from "@parcours/shared/import/copy-rows";
import type { ImportSession } from "@parcours/shared/import/import-session";
import { noonOf, supportReaders } from "../holder/holder.rules.js";
import { instrumentCodeOf, objectiveCodeOf } from "./published-terms.js";
import type { TamAward } from "./tam-row.js";

/** What stands in `source` of every award that came from the register; awards of other sources are never touched. */
const tamSource = "TAM";

/** The award's own columns, without those that every one of them has the same. */
const columns = [
  "id",
  "agency_code",
  "enterprise_number",
  "occurred_at",
  "since",
  "until",
  "source",
  "reference",
  "measure_number",
  "measure_title",
  "instrument_code",
  "instrument_as_published",
  "objective_code",
  "objective_as_published",
  "nominal_cents",
  "aid_element_cents",
  "amount_note",
  "published_on",
] as const;
const staging = "staged_award";

/** What a swap changed. */
export interface SwapCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Makes the staging table, which ends with the session, and opens it for rows. */
export async function openStaging(session: ImportSession): Promise<CopyRows> {
  await session.query(
    `create temporary table ${staging} as select ${columns.join(", ")}, null::jsonb as pointer, null::int as line from state_aid_award with no data`,
  );
  return session.copy(staging, [...columns, "pointer", "line"]);
}

/** A staging row of an award: its columns, its pointer, and the line it came from. */
export function stagingRow(award: TamAward, line: number): readonly CopyValue[] {
  const id = idFrom("state-aid-award", award.reference);
  const occurredAt = noonOf(award.grantedOn);
  const { body } = pointerRow(
    {
      entryId: id,
      type: "StateAidAward",
      kind: "STATE_AID",
      category: "SUPPORT_GRANTED",
      agencyCode: award.agencyCode,
      holder: { enterpriseNumber: award.enterpriseNumber },
      occurredAt,
      since: award.grantedOn,
      until: award.grantedOn,
      readers: supportReaders,
      knownTo: supportReaders,
    },
    tamSource,
  );
  return [
    id,
    award.agencyCode,
    award.enterpriseNumber,
    occurredAt.toISOString(),
    award.grantedOn,
    award.grantedOn,
    tamSource,
    award.reference,
    award.measureNumber,
    award.measureTitle,
    instrumentCodeOf(award.instrument),
    award.instrument,
    objectiveCodeOf(award.objective),
    award.objective,
    award.nominalCents,
    award.aidElementCents,
    award.amountNote,
    award.publishedOn,
    JSON.stringify(body),
    line,
  ];
}

/** Removes from staging what stands there a second time. @returns the lines left out, with the reference that was there before */
export function withoutDuplicates(session: ImportSession): Promise<{ line: number; reference: string }[]> {
  return session.query(
    `delete from ${staging} s using (select line, row_number() over (partition by id order by line) as place from ${staging}) d
      where d.line = s.line and d.place > 1 returning s.line, s.reference`,
  );
}

/**
 * Replaces the register's awards by the staged ones, and tells the directory in the same transaction: a tombstone for each award that is
 * gone, a pointer for each whose pointer is not the one that was told last. A second import of the same file changes nothing.
 */
export async function swap(session: ImportSession): Promise<SwapCounts> {
  await session.query(`analyze ${staging}`);
  return session.inTransaction(async () => {
    const removed = await countOf(session, removeGone, [tamSource]);
    const [written] = await session.query<{ added: string; changed: string }>(writeStaged);
    await session.query(publishChanged, [tamSource]);
    return { added: Number(written?.added ?? 0), changed: Number(written?.changed ?? 0), removed };
  });
}

const removeGone = `
  with gone as (
    delete from state_aid_award a where a.source = $1 and not exists (select from ${staging} s where s.id = a.id) returning a.id),
  told as (
    insert into outbox (topic, key, body, source) select 'POINTER', gone.id::text, null, $1 from gone)
  select count(*) as count from gone`;

const values = columns.filter((column) => column !== "id");
const writeStaged = `
  with written as (
    insert into state_aid_award as a (${columns.join(", ")}) select ${columns.join(", ")} from ${staging}
    on conflict (id) do update set ${values.map((column) => `${column} = excluded.${column}`).join(", ")}
      where (${values.map((column) => `a.${column}`).join(", ")}) is distinct from (${values.map((column) => `excluded.${column}`).join(", ")})
    returning (a.xmax = 0) as is_new)
  select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed from written`;

/** The newest outbox row of an entry has the highest id: within a topic and key, rows are written one after another. */
const publishChanged = `
  insert into outbox (topic, key, body, source)
  select 'POINTER', s.id::text, s.pointer, $1 from ${staging} s
   where s.pointer is distinct from (select o.body from outbox o where o.topic = 'POINTER' and o.key = s.id::text order by o.id desc limit 1)
   order by s.line`;

async function countOf(session: ImportSession, text: string, parameters: readonly unknown[]): Promise<number> {
  const [row] = await session.query<{ count: string }>(text, parameters);
  return Number(row?.count ?? 0);
}
