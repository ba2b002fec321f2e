import { brusselsDate } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";
import type { AgencyService } from "../agency/agency.service.js";
import type { SupportService } from "./support-service.entity.js";
import { supportServices } from "./support-service.repository.js";
import { filterMustNameCodesThatExist, type SupportServiceFilter } from "./support-service.rules.js";

/** The catalogue, for one request. */
export class SupportServiceService {
  constructor(
    private readonly scope: ServiceScope,
    private readonly agencies: AgencyService,
  ) {}

  /**
   * The services on offer today that answer a filter, by code: the order follows no merit (R23, R32).
   * Errors: SUPPORT_SERVICE_CODE_UNKNOWN.
   */
  async onOffer(filter: Partial<SupportServiceFilter>): Promise<SupportService[]> {
    const agencies = await this.agencies.references();
    filterMustNameCodesThatExist(
      filter,
      agencies.map(({ code }) => code),
    );
    const nothing = {
      category: null,
      stage: null,
      profile: null,
      sector: null,
      need: null,
      agency: null,
      helpLanguage: null,
    };
    return supportServices(this.scope.database, brusselsDate(new Date()), { ...nothing, ...filter });
  }
}
