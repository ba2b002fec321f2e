import { codeOf } from "@parcours/shared/graphql/code";
import { defineEntries } from "@parcours/shared/row-reader";
import { formsOfHelp } from "../labels/forms-of-help.js";
import { kinds } from "../manifest.js";
import { SampleAgencyDossier } from "./sample-agency-dossier.entity.js";

/** Dossiers, by id, person and enterprise. */
export const sampleAgencyDossiers = defineEntries<SampleAgencyDossier>({
  entity: SampleAgencyDossier,
  typeName: "SampleAgencyDossier",
  table: "sample_agency_dossier",
  kinds,
  kindOf: () => "SAMPLE_AGENCY_DOSSIER",
  complete: ({ formCode }) => ({ form: codeOf(formsOfHelp, formCode) }),
});
