import type { Page, PageRequest } from "@parcours/shared/paging";
import { EnterpriseFinancing, EntrepreneurFinancing } from "./financing-section.type.js";

/** Something that pages rows by holder. */
interface ByHolder<Row> {
  ofPerson(entrepreneurId: string, request: PageRequest): Promise<Page<Row>>;
  ofEnterprise(number: string, request: PageRequest): Promise<Page<Row>>;
}

/** A section of a person or of an enterprise: the same lists, but for the holder. */
export type FinancingSection = EntrepreneurFinancing | EnterpriseFinancing;

/** The types of the two sections. */
export const sectionTypes = [EntrepreneurFinancing, EnterpriseFinancing] as const;

/** A page of the rows that the holder of a section holds. */
export function pageOfSection<Row>(
  rows: ByHolder<Row>,
  section: FinancingSection,
  request: PageRequest,
): Promise<Page<Row>> {
  if ("entrepreneurId" in section) return rows.ofPerson(section.entrepreneurId, request);
  return rows.ofEnterprise(section.enterpriseNumber, request);
}
