import type { CoworkingChequeStory } from "@parcours/shared/demonstration/housing-story";
import type { DemonstrationLoader, Emit } from "@parcours/shared/demonstration/loader";
import { sites } from "@parcours/shared/demonstration/sites";
import { chequeMonthRows, chequePointer, chequeRow } from "./coworking-cheque/coworking-cheque.demonstration.js";
import { entrepreneurMayHaveOnlyOneCheque } from "./coworking-cheque/coworking-cheque.rules.js";
import { housingTables } from "./demonstration-tables.js";
import { stayPointer, stayRow } from "./housing-stay/housing-stay.demonstration.js";
import { emitNeed } from "./need/need.demonstration.js";
import { visitPointer, visitRow } from "./permanence-visit/permanence-visit.demonstration.js";
import { emitSite } from "./site/site.demonstration.js";

/** What housing tells of each demonstration entrepreneur. Its stories obey its rules, or the seed stops. */
export const demonstration: DemonstrationLoader = {
  tables: housingTables,
  world(world, emit) {
    for (const site of sites(world)) emitSite(site, world, emit);
  },
  story({ housing }, _world, emit) {
    for (const stay of housing.stays) {
      emit("housing_stay", stayRow(stay));
      emit("outbox", stayPointer(stay));
    }
    emitCheques(housing.cheques, emit);
    for (const visit of housing.visits) {
      emit("permanence_visit", visitRow(visit));
      emit("outbox", visitPointer(visit));
    }
    for (const need of housing.needs) emitNeed(need, housing.stays, emit);
    for (const { aboutAgency, quarter, score, suggestion } of housing.satisfaction) {
      emit("satisfaction_answer", { about_agency_code: aboutAgency, quarter, score, suggestion });
    }
  },
};

function emitCheques(cheques: readonly CoworkingChequeStory[], emit: Emit): void {
  for (const [index, cheque] of cheques.entries()) {
    entrepreneurMayHaveOnlyOneCheque(cheques.slice(0, index).map(({ appliedAt }) => appliedAt));
    emit("coworking_cheque", chequeRow(cheque));
    for (const month of chequeMonthRows(cheque)) emit("coworking_cheque_month", month);
    emit("outbox", chequePointer(cheque));
  }
}
