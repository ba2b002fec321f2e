import { grouped, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement } from "@parcours/shared/database";
import { codeOf } from "@parcours/shared/graphql/code";
import { defineEntries } from "@parcours/shared/row-reader";
import type { ServiceScope } from "@parcours/shared/server/context";
import { chequeMonthKinds } from "../labels/cheque-month-kinds.js";
import { kinds } from "../manifest.js";
import { CoworkingChequeMonth } from "./coworking-cheque-month.entity.js";
import { CoworkingCheque } from "./coworking-cheque.entity.js";

/** Cheques, by id, person and enterprise. */
export const coworkingCheques = defineEntries<CoworkingCheque>({
  entity: CoworkingCheque,
  typeName: "CoworkingCheque",
  table: "coworking_cheque",
  kinds,
  kindOf: () => "COWORKING_CHEQUE",
  complete: () => ({}),
});

const monthsByCheque = statement(
  `select ${columnsOf(CoworkingChequeMonth, "month")} from coworking_cheque_month month
    where month.cheque_id = any($1::uuid[]) order by month.cheque_id, month.number`,
);

/** The months of cheques, for one request. */
export class CoworkingChequeMonths {
  readonly #ofCheque: Loader<string, CoworkingChequeMonth[]>;

  constructor({ database }: ServiceScope) {
    this.#ofCheque = loader(async (ids) => {
      const months = await database.query<CoworkingChequeMonth>(monthsByCheque, [ids]);
      for (const month of months) month.kind = codeOf(chequeMonthKinds, month.kindCode);
      return grouped(ids, months, ({ chequeId }) => chequeId);
    });
  }

  /** The six months of a cheque, in order. */
  async ofCheque(chequeId: string): Promise<readonly CoworkingChequeMonth[]> {
    return this.#ofCheque.load(chequeId);
  }
}
