import { loader, type Loader } from "@parcours/shared/batching";
import { idAsked, isUuid } from "@parcours/shared/ids";
import type { ServiceScope } from "@parcours/shared/server/context";
import { withheld } from "@parcours/shared/visibility/guard";
import type { Entrepreneur } from "./entrepreneur.entity.js";
import { entrepreneursByIds } from "./entrepreneur.repository.js";

/** Persons, by any id they ever had. */
export class EntrepreneurService {
  readonly #byCanonicalId: Loader<string, Entrepreneur | null>;

  constructor(private readonly scope: ServiceScope) {
    this.#byCanonicalId = loader((ids) => entrepreneursByIds(scope.database, ids));
  }

  /** The person behind an id, under the id in use today; null where the id is unknown. Errors: ID_INVALID. */
  async byId(id: string): Promise<Entrepreneur | null> {
    const { canonicalId } = await this.scope.policy.identity(idAsked(id));
    return this.#byCanonicalId.load(canonicalId);
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
