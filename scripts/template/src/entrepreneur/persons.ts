import type { ServiceScope } from "@parcours/shared/server/context";
import type { EntrepreneurStub } from "./entrepreneur.stub.js";

/** The persons whom rows name, under the id in use: rows keep the id they were written under (design section 5). */
export class Persons {
  constructor(private readonly scope: ServiceScope) {}

  /** The person whom a row names; null where it names none. */
  async named(entrepreneurId: string | null): Promise<EntrepreneurStub | null> {
    return entrepreneurId === null ? null : { id: (await this.scope.policy.identity(entrepreneurId)).canonicalId };
  }
}
