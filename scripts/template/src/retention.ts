/** How long this agency keeps what, and how it goes. The lines stand in `shared/retention.yaml`; add one where none fits. */
import type { RetainedTable } from "@parcours/shared/rights/retained-table";

/** Its tables with personal data, in order of deletion. */
export const retention: readonly RetainedTable[] = [
  {
    table: "sample_agency_dossier",
    line: "COACHING",
    lastDate: "t.until",
    person: "entrepreneur_id",
    enterprise: "enterprise_number",
    unnamed: { entrepreneur_id: "null" },
  },
];
