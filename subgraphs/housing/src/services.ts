import type { PageLoaders } from "@parcours/shared/page-loaders";
import { RowReader } from "@parcours/shared/row-reader";
import type { Context, ServiceScope } from "@parcours/shared/server/context";
import type { CoworkingCheque } from "./coworking-cheque/coworking-cheque.entity.js";
import { CoworkingChequeMonths, coworkingCheques } from "./coworking-cheque/coworking-cheque.repository.js";
import type { HousingStay } from "./housing-stay/housing-stay.entity.js";
import { housingStays } from "./housing-stay/housing-stay.repository.js";
import type { Need } from "./need/need.entity.js";
import { needs, needsOfSites } from "./need/need.repository.js";
import { OpenNeeds } from "./need/open-needs.repository.js";
import type { PermanenceVisit } from "./permanence-visit/permanence-visit.entity.js";
import { permanenceVisits } from "./permanence-visit/permanence-visit.repository.js";
import { Permanences } from "./permanence/permanence.repository.js";
import { SatisfactionResults } from "./satisfaction/satisfaction.repository.js";
import { SiteMembers } from "./site-member/site-member.repository.js";
import { SiteUnits } from "./site-unit/site-unit.repository.js";
import { Sites } from "./site/site.repository.js";

/** What housing's resolvers work with. */
export interface HousingServices {
  readonly sites: Sites;
  readonly siteUnits: SiteUnits;
  readonly siteMembers: SiteMembers;
  readonly housingStays: RowReader<HousingStay>;
  readonly coworkingCheques: RowReader<CoworkingCheque>;
  readonly coworkingChequeMonths: CoworkingChequeMonths;
  readonly permanences: Permanences;
  readonly permanenceVisits: RowReader<PermanenceVisit>;
  readonly needs: RowReader<Need>;
  /** Pages of needs by site. */
  readonly siteNeeds: PageLoaders<Need>;
  readonly openNeeds: OpenNeeds;
  readonly satisfaction: SatisfactionResults;
}

/** The context of housing's resolvers. */
export type HousingContext = Context<HousingServices>;

/** Wires housing's services for one request. */
export function housingServices(scope: ServiceScope): HousingServices {
  return {
    sites: new Sites(scope),
    siteUnits: new SiteUnits(scope),
    siteMembers: new SiteMembers(scope),
    housingStays: new RowReader(housingStays, scope),
    coworkingCheques: new RowReader(coworkingCheques, scope),
    coworkingChequeMonths: new CoworkingChequeMonths(scope),
    permanences: new Permanences(scope),
    permanenceVisits: new RowReader(permanenceVisits, scope),
    needs: new RowReader(needs, scope),
    siteNeeds: needsOfSites(scope),
    openNeeds: new OpenNeeds(scope),
    satisfaction: new SatisfactionResults(scope),
  };
}
