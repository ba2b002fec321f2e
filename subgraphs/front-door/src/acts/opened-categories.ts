import { accessMatrix, openingRelations } from "@parcours/shared/visibility/access-matrix";

/** The categories that a person may open to an agency: the table's line names GRANTED. */
export const grantableCategories: readonly string[] = categoriesOpenedBy("GRANTED");

/** The categories that an official may open in an emergency: the table's line names BREAK_GLASS. */
export const breakableCategories: readonly string[] = categoriesOpenedBy("BREAK_GLASS");

/** The categories that hold something of somebody: what one may object to. */
export const personalCategories: readonly string[] = [...accessMatrix]
  .filter(([, { readers }]) => !readers.includes("ANYONE"))
  .map(([category]) => category);

function categoriesOpenedBy(relation: "GRANTED" | "BREAK_GLASS"): readonly string[] {
  return [...accessMatrix.keys()].filter((category) => openingRelations(category).includes(relation));
}
