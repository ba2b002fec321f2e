import type { Queries } from "@parcours/shared/database";
import { positionOf, reachedBy, type Reach } from "@parcours/shared/feed/reach";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { actorOf, once } from "@parcours/shared/mutations/once";
import { refuse, UserFault } from "@parcours/shared/mutations/user-error";
import type { ServiceScope } from "@parcours/shared/server/context";
import { partners } from "../directory/partners.generated.js";
import { staysKnown } from "../entrepreneur/entrepreneur.repository.js";
import type { EntrepreneurService } from "../entrepreneur/entrepreneur.service.js";

/** An input with the key that makes it done once. */
export interface KeyedInput {
  readonly idempotencyKey: string;
}

/** Whose data an act is on, under any id and as it was asked, and their category; null where nobody is known. */
export interface ActAbout {
  readonly entrepreneurId: string | null;
  /** Whose they are too: of what is decided on two files. */
  readonly otherId?: string | null;
  readonly category: string;
}

/** An id of an input as the graph writes it; whether it is one is for the check of the input. */
export function asId(text: string): string {
  return text.trim().toLowerCase();
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
   * Does an act on a person's data once, in a transaction. It is in the log before it is final, and also where it is refused.
   * @param about whose data it is, as asked, and their category
   * @param work checks the input and who acts, and answers the ids of what was made or changed
   */
  async done(
    mutation: string,
    input: KeyedInput,
    { entrepreneurId, otherId = null, category }: ActAbout,
    work: (queries: Queries) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const { database, request, logAct } = this.scope;
    const { idempotencyKey } = input;
    // The acts lock the person's own file (`mustStayKnown`); a review that ends after an erasure still ends, without words.
    const order = { actor: actorOf(request.reader), mutation, idempotencyKey, persons: [], input };
    const log = async (records: number | null): Promise<void> => {
      for (const id of new Set([entrepreneurId, otherId].map((asked) => asked && asId(asked))))
        await logAct({ subject: { entrepreneurId: id }, category, records });
    };
    const logged = (ids: readonly string[]): Promise<void> => log(ids.length);
    try {
      return await database.transaction((queries) => once(queries, order, { work: () => work(queries), logged }));
    } catch (error) {
      if (error instanceof UserFault) await log(null);
      throw error;
    }
  }

  /** Which subgraphs obey policy entries already: those that have applied them within half a second. */
  async reach(keys: readonly string[]): Promise<Reach> {
    const { database } = this.scope;
    return reachedBy(database, "POLICY", await positionOf(database, "POLICY", keys), followers);
  }
}
