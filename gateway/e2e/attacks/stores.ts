/** What is in the owners' databases while somebody attacks: rows of the log of one request, and whether anything was changed at all. */
import { withClient } from "@parcours/shared/database-roles";
import type { System } from "../../../scripts/lib/supervisor/system.js";

/** A row of the access log, as the owner of the database reads it. */
export interface LoggedLook {
  readonly owner: string;
  readonly action: string;
  readonly role: string;
  readonly agency: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  /** The person under the pseudonym. */
  readonly person: string | null;
  readonly enterprise: string | null;
  readonly categories: readonly string[];
  readonly withheld: readonly string[];
  readonly result: string;
  readonly hop: number;
}

/** Every row of the log of one request, over all owners. */
export async function looksOf(system: System, requestId: string): Promise<LoggedLook[]> {
  const found = Object.keys(system.subgraphs).map((owner) =>
    withClient(system.ownerUrl(owner), async (client) => {
      const { rows } = await client.query<Omit<LoggedLook, "owner">>(
        `select l.action, l.role, l.agency_code as agency, l.purpose, l.case_reference as "caseReference", s.entrepreneur_id as person,
                n.enterprise_number as enterprise, l.categories, l.withheld, l.result, l.hop
           from access_log l left join log_subject s on s.pseudonym = l.subject
           left join log_enterprise n on n.pseudonym::text = l.enterprise where l.request_id = $1 order by l.position`,
        [requestId],
      );
      return rows.map((row) => ({ owner, ...row }));
    }),
  );
  return (await Promise.all(found)).flat();
}

/** What a look leaves behind whatever it is about, and what works by itself. */
const movesByItself = /^(access_log|log_|feed_|pointer|policy_|published_|enterprise_contact|migrations|mutation_key)/;

/** How many rows every table holds: the same before and after an attack. */
export async function rowCounts(system: System): Promise<Readonly<Record<string, number>>> {
  const found = Object.keys(system.subgraphs).map((owner) =>
    withClient(system.ownerUrl(owner), async (client): Promise<[string, number][]> => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
      );
      const counts: [string, number][] = [];
      for (const { name } of tables.filter((table) => !movesByItself.test(table.name))) {
        const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
        counts.push([`${owner}.${name}`, rows[0]?.count ?? 0]);
      }
      return counts;
    }),
  );
  return Object.fromEntries((await Promise.all(found)).flat());
}
