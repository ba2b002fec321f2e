import { defineSubgraph } from "@parcours/shared/subgraph";
import { CoworkingChequeMonth } from "./coworking-cheque/coworking-cheque-month.entity.js";
import { CoworkingCheque } from "./coworking-cheque/coworking-cheque.entity.js";
import { CoworkingChequeResolver } from "./coworking-cheque/coworking-cheque.resolver.js";
import { EnterpriseHousingResolver, EnterpriseResolver } from "./enterprise/enterprise.resolver.js";
import { EnterpriseStub } from "./enterprise/enterprise.stub.js";
import { EntrepreneurHousingResolver, EntrepreneurResolver } from "./entrepreneur/entrepreneur.resolver.js";
import { EntrepreneurStub } from "./entrepreneur/entrepreneur.stub.js";
import { HousingStay } from "./housing-stay/housing-stay.entity.js";
import { HousingStayResolver } from "./housing-stay/housing-stay.resolver.js";
import { forms } from "./intake/forms.js";
import { manifest } from "./manifest.js";
import { createSite } from "./migrations/0010-create-site.js";
import { createHousingStay } from "./migrations/0011-create-housing-stay.js";
import { createCoworkingCheque } from "./migrations/0012-create-coworking-cheque.js";
import { createPermanence } from "./migrations/0013-create-permanence.js";
import { createNeed } from "./migrations/0014-create-need.js";
import { createSatisfactionAnswer } from "./migrations/0015-create-satisfaction-answer.js";
import { Need } from "./need/need.entity.js";
import { NeedResolver } from "./need/need.resolver.js";
import { PermanenceVisit } from "./permanence-visit/permanence-visit.entity.js";
import { PermanenceVisitResolver } from "./permanence-visit/permanence-visit.resolver.js";
import { Permanence } from "./permanence/permanence.entity.js";
import { PermanenceResolver } from "./permanence/permanence.resolver.js";
import { retention } from "./retention.js";
import { SatisfactionAnswer } from "./satisfaction/satisfaction-answer.entity.js";
import { SatisfactionResolver } from "./satisfaction/satisfaction.resolver.js";
import { housingServices, type HousingServices } from "./services.js";
import { SiteMemberResolver } from "./site-member/site-member.resolver.js";
import { SiteUnit } from "./site-unit/site-unit.entity.js";
import { Site } from "./site/site.entity.js";
import { SiteListsResolver, SiteResolver } from "./site/site.resolver.js";

/** The housing pole: its things, its schema, its wiring. */
export const definition = defineSubgraph<HousingServices>({
  name: "housing",
  manifest,
  entities: [
    Site,
    SiteUnit,
    HousingStay,
    CoworkingCheque,
    CoworkingChequeMonth,
    Permanence,
    PermanenceVisit,
    Need,
    SatisfactionAnswer,
  ],
  migrations: [
    createSite,
    createHousingStay,
    createCoworkingCheque,
    createPermanence,
    createNeed,
    createSatisfactionAnswer,
  ],
  resolvers: [
    SiteResolver,
    SiteListsResolver,
    SiteMemberResolver,
    HousingStayResolver,
    CoworkingChequeResolver,
    PermanenceResolver,
    PermanenceVisitResolver,
    NeedResolver,
    SatisfactionResolver,
    EntrepreneurResolver,
    EntrepreneurHousingResolver,
    EnterpriseResolver,
    EnterpriseHousingResolver,
  ],
  types: [EntrepreneurStub, EnterpriseStub],
  references: {
    Site: ({ sites }, key) => sites.reference(key),
    HousingStay: ({ housingStays }, key) => housingStays.reference(key),
    CoworkingCheque: ({ coworkingCheques }, key) => coworkingCheques.reference(key),
    Permanence: ({ permanences }, key) => permanences.reference(key),
    PermanenceVisit: ({ permanenceVisits }, key) => permanenceVisits.reference(key),
    Need: ({ needs }, key) => needs.reference(key),
    Entrepreneur: (_, { id = "" }) => ({ id }),
    Enterprise: (_, { number = "" }) => ({ number }),
  },
  retention,
  forms,
  services: housingServices,
});
