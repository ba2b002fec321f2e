import { loader, type Loader } from "@parcours/shared/batching";
import { idAsked, isUuid } from "@parcours/shared/ids";
import type { ServiceScope } from "@parcours/shared/server/context";
import { withheld } from "@parcours/shared/visibility/guard";
import type { Entrepreneur } from "./entrepreneur.entity.js";
import { entrepreneursByIds } from "./entrepreneur.repository.js";

/** Persons, by any id they ever had. */
export class EntrepreneurService {
  /** Under the id of the row itself: one that was merged into another has its own still. */
  readonly #rows: Loader<string, Entrepreneur | null>;

  constructor(private readonly scope: ServiceScope) {
    this.#rows = loader((ids) => entrepreneursByIds(scope.database, ids));
  }

  /** The person behind an id, under the id in use today; null where the id is unknown. Errors: ID_INVALID. */
  async byId(id: string): Promise<Entrepreneur | null> {
    const asked = idAsked(id);
    // Nearly always it is the id in use: what is asked in one turn travels together, so the person need not wait for the identity.
    const [{ canonicalId }, person] = await Promise.all([this.scope.policy.identity(asked), this.#rows.load(asked)]);
    return canonicalId === asked ? person : this.#rows.load(canonicalId);
  }

  /** What a reference from another subgraph resolves to. */
  async reference({ id = "" }: Readonly<Record<string, string>>): Promise<object> {
    return (isUuid(id) ? await this.byId(id) : null) ?? withheld("Entrepreneur", { id });
  }

  /** The ids that the person had before two files were found to be one person's. */
  async formerIds(id: string): Promise<string[]> {
    const { canonicalId, ids } = await this.scope.policy.identity(id);
    return ids.filter((candidate) => candidate !== canonicalId);
  }
}
