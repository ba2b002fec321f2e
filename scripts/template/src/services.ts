import { RowReader } from "@parcours/shared/row-reader";
import type { Context, ServiceScope } from "@parcours/shared/server/context";
import type { SampleAgencyDossier } from "./sample-agency-dossier/sample-agency-dossier.entity.js";
import { sampleAgencyDossiers } from "./sample-agency-dossier/sample-agency-dossier.repository.js";

/** What the resolvers work with. */
export interface SampleAgencyServices {
  readonly dossiers: RowReader<SampleAgencyDossier>;
}

/** The context of the resolvers. */
export type SampleAgencyContext = Context<SampleAgencyServices>;

/** Wires the services for one request. */
export function sampleAgencyServices(scope: ServiceScope): SampleAgencyServices {
  return { dossiers: new RowReader(sampleAgencyDossiers, scope) };
}
