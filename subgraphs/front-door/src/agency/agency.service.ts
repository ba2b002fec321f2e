import { agencyReference, type AgencyReference } from "@parcours/shared/graphql/entities";
import type { ServiceScope } from "@parcours/shared/server/context";
import type { Agency } from "./agency.entity.js";
import { rememberedAgencies } from "./agency.memory.js";

/** Agencies, for one request. */
export class AgencyService {
  constructor(private readonly scope: ServiceScope) {}

  /** What is known of an agency; null where the code is unknown. */
  async facts({ code }: AgencyReference): Promise<Agency | null> {
    return (await this.all()).find((agency) => agency.code === code) ?? null;
  }

  /** Every agency, those of the past too: there are dozens. */
  async all(): Promise<readonly Agency[]> {
    return rememberedAgencies(this.scope.database);
  }

  /** Every agency as the graph knows it. */
  async references(): Promise<AgencyReference[]> {
    return (await this.all()).map(({ code }) => agencyReference(code));
  }
}
