/** How long the registry keeps what: as long as the authentic source publishes it. What hangs on an enterprise goes and stays with it. */
import type { RetainedTable } from "@parcours/shared/rights/retained-table";

/** The register: of a person it is only where a sole trader is the enterprise, and then the request for erasure tells that it stays. */
export const retention: readonly RetainedTable[] = [
  { table: "enterprise", line: "REGISTER", key: "number", keyType: "text", enterprise: "number" },
];
