import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/** Dossiers. Numbers below 10 are the kernel's; the next migration of this subgraph is 0011. */
export const createSampleAgencyDossier = migration(
  10,
  "create-sample-agency-dossier",
  `create table sample_agency_dossier (
     ${entryColumns},
     form_code text not null,
     contact_name text not null
   );
   ${entryIndexes("sample_agency_dossier")}`,
  `drop table sample_agency_dossier`,
);
