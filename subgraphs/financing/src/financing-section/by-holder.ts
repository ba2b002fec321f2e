import type { Page, PageRequest } from "@parcours/shared/paging";
import type { PagesOfHolder } from "@parcours/shared/row-reader";
import { EnterpriseFinancing, EntrepreneurFinancing } from "./financing-section.type.js";

/** A section of a person or of an enterprise: the same lists, but for the holder. */
export type FinancingSection = EntrepreneurFinancing | EnterpriseFinancing;

/** The types of the two sections. */
export const sectionTypes = [EntrepreneurFinancing, EnterpriseFinancing] as const;

/** A page of the rows that the holder of a section holds. */
export function pageOfSection<Row>(
  rows: PagesOfHolder<Row>,
  section: FinancingSection,
  request: PageRequest,
): Promise<Page<Row>> {
  if ("entrepreneurId" in section) return rows.ofPerson(section.entrepreneurId, request);
  return rows.ofEnterprise(section.enterpriseNumber, request);
}
