/** The fact that somebody is coached, without any dossier's content: what decides whether a refusal must be motivated (R13 to R15). */
import { loader, placed, type Loader } from "@parcours/shared/batching";
import { statement } from "@parcours/shared/database";
import { brusselsDate } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";

const coachedPersons = statement(
  `select distinct holder.place from unnest($1::int[], $2::uuid[]) as holder(place, id)
    where exists (select 1 from coaching_dossier dossier
                   where dossier.entrepreneur_id = holder.id and dossier.since <= $3 and (dossier.until is null or dossier.until >= $3))`,
);
const coachedEnterprises = statement(
  `select holder.number from unnest($1::text[]) as holder(number)
    where exists (select 1 from coaching_dossier dossier
                   where dossier.enterprise_number = holder.number and dossier.since <= $2 and (dossier.until is null or dossier.until >= $2))`,
);

/** Says for one request who is coached today. Difficulty cases do not count: the answer would tell of them. */
export class CoachedHolders {
  readonly #persons: Loader<string, boolean>;
  readonly #enterprises: Loader<string, boolean>;

  constructor({ database, policy }: ServiceScope) {
    const today = brusselsDate(new Date());
    this.#persons = loader(async (ids) => {
      const values = [...placed((await policy.identities(ids)).map((identity) => identity.ids)), today];
      const coached = new Set(
        (await database.query<{ place: number }>(coachedPersons, values)).map(({ place }) => place),
      );
      return ids.map((_, place) => coached.has(place));
    });
    this.#enterprises = loader(async (numbers) => {
      const coached = new Set(
        (await database.query<{ number: string }>(coachedEnterprises, [numbers, today])).map(({ number }) => number),
      );
      return numbers.map((number) => coached.has(number));
    });
  }

  /** Whether a course of coaching of the person runs today. */
  person(entrepreneurId: string): Promise<boolean> {
    return this.#persons.load(entrepreneurId);
  }

  /** Whether a course of coaching of the enterprise runs today. */
  enterprise(number: string): Promise<boolean> {
    return this.#enterprises.load(number);
  }
}
