import { loader, type Loader } from "@parcours/shared/batching";
import { statement } from "@parcours/shared/database";
import type { ServiceScope } from "@parcours/shared/server/context";

// The conditions are those of the partial indexes, so that only what still waits is read.
const personsWithOpen = statement(
  `select distinct entrepreneur_id as holder from need
    where entrepreneur_id = any($1::uuid[]) and referral_id is null and no_follow_up_code is null`,
);
const enterprisesWithOpen = statement(
  `select distinct enterprise_number as holder from need
    where enterprise_number = any($1::text[]) and referral_id is null and no_follow_up_code is null`,
);

/** Whom a need may be of. */
interface Holders {
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
}

/** Who has a need that still waits (R62, J08), for one request: one statement for all persons, one for all enterprises. */
export class OpenNeeds {
  readonly #ofPerson: Loader<string, boolean>;
  readonly #ofEnterprise: Loader<string, boolean>;

  constructor({ database, policy }: ServiceScope) {
    this.#ofPerson = loader(async (persons) => {
      const identities = await policy.identities(persons);
      const rows = await database.query<{ holder: string }>(personsWithOpen, [identities.flatMap(({ ids }) => ids)]);
      const found = new Set(rows.map(({ holder }) => holder));
      return identities.map(({ ids }) => ids.some((id) => found.has(id)));
    });
    this.#ofEnterprise = loader(async (numbers) => {
      const rows = await database.query<{ holder: string }>(enterprisesWithOpen, [numbers]);
      const found = new Set(rows.map(({ holder }) => holder));
      return numbers.map((number) => found.has(number));
    });
  }

  /** Whether the person or the enterprise has one. */
  async has({ entrepreneurId, enterpriseNumber }: Holders): Promise<boolean> {
    const [person, enterprise] = await Promise.all([
      entrepreneurId ? this.#ofPerson.load(entrepreneurId) : false,
      enterpriseNumber ? this.#ofEnterprise.load(enterpriseNumber) : false,
    ]);
    return person || enterprise;
  }
}
