/** The facts of enterprises, which no one here changes: an import brings what the register says, and keeps what it said before (J29, R08). */
import { statement } from "@parcours/shared/database";
import type { FactsKept, FactSubject } from "@parcours/shared/facts/facts-kept";

const read = statement(
  `select e.number as id, null as "entrepreneurId", e.number as "enterpriseNumber", 'KBO' as "agencyCode", e.source,
          coalesce(x.imported_at, 'epoch') as since
     from enterprise e left join register_extract x on x.source = e.source where e.number = $1`,
);

/** Whose history is told: nothing is changed or disputed here. */
export const facts: FactsKept = {
  subjects: { Enterprise: async (queries, number) => (await queries.query<FactSubject>(read, [number]))[0] ?? null },
  changes: {},
  own: [],
};
