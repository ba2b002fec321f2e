import { loader, type Loader } from "@parcours/shared/batching";
import { agencyReference, type AgencyReference } from "@parcours/shared/graphql/entities";
import type { ServiceScope } from "@parcours/shared/server/context";
import type { Agency } from "./agency.entity.js";
import { agenciesByCodes, allAgencies } from "./agency.repository.js";

/** Agencies, for one request. */
export class AgencyService {
  readonly #byCode: Loader<string, Agency | null>;
  #all: Promise<Agency[]> | undefined;

  constructor(private readonly scope: ServiceScope) {
    this.#byCode = loader((codes) => agenciesByCodes(scope.database, codes));
  }

  /** What is known of an agency; null where the code is unknown. */
  async facts({ code }: AgencyReference): Promise<Agency | null> {
    return this.#byCode.load(code);
  }

  /** Every agency, those of the past too. There are dozens, read once a request. */
  async all(): Promise<Agency[]> {
    this.#all ??= allAgencies(this.scope.database);
    return this.#all;
  }

  /** Every agency as the graph knows it. */
  async references(): Promise<AgencyReference[]> {
    return (await this.all()).map(({ code }) => agencyReference(code));
  }
}
