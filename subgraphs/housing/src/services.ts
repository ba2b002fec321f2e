import { EntryReader } from "@parcours/shared/entry-reader";
import type { Context, ServiceScope } from "@parcours/shared/server/context";
import type { CoworkingCheque } from "./coworking-cheque/coworking-cheque.entity.js";
import { CoworkingChequeMonths, coworkingCheques } from "./coworking-cheque/coworking-cheque.repository.js";
import type { HousingStay } from "./housing-stay/housing-stay.entity.js";
import { housingStays } from "./housing-stay/housing-stay.repository.js";
import { Needs } from "./need/need.repository.js";
import { OpenNeeds } from "./need/open-needs.repository.js";
import { Permanences } from "./permanence/permanence.repository.js";
import type { PermanenceVisit } from "./permanence-visit/permanence-visit.entity.js";
import { permanenceVisits } from "./permanence-visit/permanence-visit.repository.js";
import { SatisfactionResults } from "./satisfaction/satisfaction.repository.js";
import { Sites } from "./site/site.repository.js";
import { SiteMembers } from "./site-member/site-member.repository.js";
import { SiteUnits } from "./site-unit/site-unit.repository.js";

/** What housing's resolvers work with. */
export interface HousingServices {
  readonly sites: Sites;
  readonly siteUnits: SiteUnits;
  readonly siteMembers: SiteMembers;
  readonly housingStays: EntryReader<HousingStay>;
  readonly coworkingCheques: EntryReader<CoworkingCheque>;
  readonly coworkingChequeMonths: CoworkingChequeMonths;
  readonly permanences: Permanences;
  readonly permanenceVisits: EntryReader<PermanenceVisit>;
  readonly needs: Needs;
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
    housingStays: new EntryReader(housingStays, scope),
    coworkingCheques: new EntryReader(coworkingCheques, scope),
    coworkingChequeMonths: new CoworkingChequeMonths(scope),
    permanences: new Permanences(scope),
    permanenceVisits: new EntryReader(permanenceVisits, scope),
    needs: new Needs(scope),
    openNeeds: new OpenNeeds(scope),
    satisfaction: new SatisfactionResults(scope),
  };
}
