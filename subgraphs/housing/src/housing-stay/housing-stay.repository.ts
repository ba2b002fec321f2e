import { codeOf } from "@parcours/shared/graphql/code";
import { defineEntries } from "@parcours/shared/row-reader";
import { stayKinds } from "../labels/stay-kinds.js";
import { kinds } from "../manifest.js";
import { HousingStay } from "./housing-stay.entity.js";

/** Stays, by id, person and enterprise. */
export const housingStays = defineEntries<HousingStay>({
  entity: HousingStay,
  typeName: "HousingStay",
  table: "housing_stay",
  kinds,
  kindOf: () => "HOUSING_STAY",
  complete: (row) => ({ stayKind: codeOf(stayKinds, row.stayKindCode) }),
});
