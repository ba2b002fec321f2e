import type { LogTarget } from "../access-log/request-log.js";
import type { Database } from "../database.js";
import type { PolicyCopy } from "../feed/policy-copy.js";
import type { RequestScope } from "../server/context.js";
import type { SubgraphDefinition } from "../subgraph.js";

/** With what an owner's part in forms works for one request. */
export interface IntakeScope {
  readonly definition: Pick<SubgraphDefinition, "forms" | "facts">;
  readonly database: Database;
  readonly policy: PolicyCopy;
  readonly request: RequestScope;
  readonly target: LogTarget;
}
