import type { Queries } from "@parcours/shared/database";
import { positionOf, reachedBy, type Reach } from "@parcours/shared/feed/reach";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { actorOf, once } from "@parcours/shared/mutations/once";
import { refuse } from "@parcours/shared/mutations/user-error";
import type { ServiceScope } from "@parcours/shared/server/context";
import { partners } from "../directory/partners.generated.js";
import { staysKnown } from "../entrepreneur/entrepreneur.repository.js";
import type { EntrepreneurService } from "../entrepreneur/entrepreneur.service.js";

/** An input with the key that makes it done once. */
export interface KeyedInput {
  readonly idempotencyKey: string;
}

/** Every subgraph keeps a copy of the policy, the front door too. */
const followers: readonly string[] = partners.map(({ subgraph }) => subgraph);

/** What every act of the front door has in common, for one request. */
export class ActService {
  constructor(
    readonly scope: ServiceScope,
    private readonly entrepreneurs: EntrepreneurService,
  ) {}

  /** Whether the reader is that person, under whatever id, and asks in that quality. */
  async isOwn(entrepreneurId: string): Promise<boolean> {
    const { policy, request } = this.scope;
    const { role } = request.reader;
    return role === "ENTREPRENEUR" && policy.holds("OWN", request.reader, { entrepreneurId }, "");
  }

  /** The id in use of a person who is known. Errors: ACT_NOT_ALLOWED, as for who may not act for the person: neither tells who is known. */
  async known(entrepreneurId: string): Promise<string> {
    const person = await this.entrepreneurs.byId(entrepreneurId);
    return person?.id ?? refuse(mutationErrors.ACT_NOT_ALLOWED);
  }

  /** In the transaction of an act: that the person was not erased since it began. Errors: ACT_NOT_ALLOWED, as for who was never known. */
  async mustStayKnown(queries: Queries, ...entrepreneurIds: readonly string[]): Promise<void> {
    for (const id of [...entrepreneurIds].sort())
      if (!(await staysKnown(queries, id))) refuse(mutationErrors.ACT_NOT_ALLOWED);
  }

  /**
   * Does an act on a person's data once, in a transaction, and notes the write for the log.
   * @param about whose data it is, and their category
   * @param work answers the ids of what was made or changed
   */
  async done(
    mutation: string,
    input: KeyedInput,
    about: { readonly entrepreneurId: string; readonly category: string },
    work: (queries: Queries) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const { database, request } = this.scope;
    const { idempotencyKey } = input;
    const order = { actor: actorOf(request.reader), mutation, idempotencyKey, input };
    const ids = await database.transaction((queries) => once(queries, order, () => work(queries)));
    request.looks.note({ entrepreneurId: about.entrepreneurId }, about.category, true, ids.join(" "));
    return ids;
  }

  /** Which subgraphs obey policy entries already: those that have applied them within half a second. */
  async reach(keys: readonly string[]): Promise<Reach> {
    const { database } = this.scope;
    return reachedBy(database, "POLICY", await positionOf(database, "POLICY", keys), followers);
  }
}
