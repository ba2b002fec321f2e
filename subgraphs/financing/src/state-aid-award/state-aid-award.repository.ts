import { codeOf } from "@parcours/shared/graphql/code";
import { enterpriseNamed } from "@parcours/shared/graphql/entities";
import { money } from "@parcours/shared/graphql/values";
import { defineEntries } from "@parcours/shared/row-reader";
import { stateAidInstruments, stateAidObjectives, stateAidRegimes } from "../labels/state-aid.js";
import { kinds } from "../manifest.js";
import { StateAidAward } from "./state-aid-award.entity.js";

/** Awards of state aid, by id, person and enterprise. */
export const stateAidAwards = defineEntries<StateAidAward>({
  entity: StateAidAward,
  typeName: "StateAidAward",
  table: "state_aid_award",
  kinds,
  kindOf: () => "STATE_AID",
  complete: (row) => ({
    enterprise: enterpriseNamed(row.enterpriseNumber),
    regime: codeOf(stateAidRegimes, row.regimeCode),
    instrument: codeOf(stateAidInstruments, row.instrumentCode),
    objective: codeOf(stateAidObjectives, row.objectiveCode),
    nominalAmount: money(row.nominalCents),
    aidElement: money(row.aidElementCents),
  }),
});
