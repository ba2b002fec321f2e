import { statement, type Queries } from "@parcours/shared/database";
import { codeOf } from "@parcours/shared/graphql/code";
import { newId } from "@parcours/shared/ids";
import { categoryLabels } from "@parcours/shared/visibility/category-labels";
import { officeSource } from "../acts/office.js";
import { ActTable } from "../acts/person-pages.js";
import { Objection } from "./objection.entity.js";

/** Objections, by id and by person. */
export const objections = new ActTable<Objection>(Objection, "objection", "recordedAt", (row) =>
  Object.assign(row, { category: codeOf(categoryLabels, row.categoryCode) }),
);

const insert = statement(
  `insert into objection (id, entrepreneur_id, category, reason, recorded_at, recorded_by, source)
   values ($1, $2, $3, $4, clock_timestamp(), $5, $6)`,
);

/** Puts an objection down. Answers its id. */
export async function insertObjection(
  queries: Queries,
  {
    entrepreneurId,
    categoryCode,
    reason,
    recordedBy,
  }: Pick<Objection, "entrepreneurId" | "categoryCode" | "reason" | "recordedBy">,
): Promise<string> {
  const id = newId();
  await queries.query(insert, [id, entrepreneurId, categoryCode, reason, recordedBy, officeSource]);
  return id;
}
