import { brusselsDate } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";
import { accessMatrix, categoriesOf, openingRelations, type Relation } from "@parcours/shared/visibility/access-matrix";
import { isPossible } from "@parcours/shared/visibility/may-read";
import { ownAgencies, readerCodes } from "@parcours/shared/visibility/reader";
import type { PersonView, PointerView } from "./pointer.repository.js";

/** Relations that pointers name as readers; what a grant opens is the owner's own section. */
type PointerRelation = Extract<Relation, "OWN" | "MANDATARY" | "COACH_OF">;

/**
 * What one reader may see of the directory, by whom the entries are about. There are two views at the most for each kind of holder, so that
 * any number of holders is read with as many statements.
 */
export class ReaderViews {
  readonly #plain: PointerView;
  readonly #stranger: PersonView;
  #own: Promise<PersonView> | undefined;
  #coached: PersonView | undefined;
  #mandated: PointerView | undefined;

  constructor(private readonly scope: ServiceScope) {
    const { reader } = scope.request;
    const codes = readerCodes(reader);
    this.#plain = {
      codes,
      ...categoriesOf(reader.role),
      ownAgencies: ownAgencies(reader),
      codesAtOwnAgency: codes.filter((code) => code.includes("@")),
    };
    this.#stranger = { ...this.#plain, held: { ...this.#plain, enterprises: null, today: today() } };
  }

  /** The view of each person's entries, in order; equal views are one object. */
  async ofPersons(entrepreneurIds: readonly string[]): Promise<PersonView[]> {
    return Promise.all(entrepreneurIds.map((id) => this.#ofPerson(id)));
  }

  /** The view of what each enterprise holds, in order; equal views are one object. */
  async ofEnterprises(numbers: readonly string[]): Promise<PointerView[]> {
    return Promise.all(
      numbers.map(async (enterpriseNumber) =>
        (await this.#is("MANDATARY", { enterpriseNumber }))
          ? (this.#mandated ??= widened(this.#plain, "MANDATARY"))
          : this.#plain,
      ),
    );
  }

  async #ofPerson(entrepreneurId: string): Promise<PersonView> {
    if (await this.#is("OWN", { entrepreneurId })) return (this.#own ??= this.#ownView());
    // What an enterprise holds is about the enterprise: coaching one of its people opens no more of it than being a coach does.
    if (await this.#is("COACH_OF", { entrepreneurId }))
      return (this.#coached ??= { ...this.#stranger, ...widened(this.#plain, "COACH_OF") });
    return this.#stranger;
  }

  /** The own path: what one holds oneself, and what the enterprises hold that one may act for today (J12). */
  async #ownView(): Promise<PersonView> {
    const { policy, request } = this.scope;
    const enterprises = await policy.mandatedEnterprises(request.reader);
    const held = { ...widened(this.#plain, "MANDATARY"), enterprises, today: today() };
    return { ...widened(this.#plain, "OWN"), held };
  }

  async #is(
    relation: PointerRelation,
    subject: { readonly entrepreneurId?: string; readonly enterpriseNumber?: string },
  ): Promise<boolean> {
    const { policy, request } = this.scope;
    return isPossible(relation, request.reader) && policy.holds(relation, request.reader, subject, "");
  }
}

/** A view with what a relation opens besides: its reader code, and the categories that the table opens to it. */
function widened(view: PointerView, relation: PointerRelation): PointerView {
  const opened = [...accessMatrix.keys()].filter((category) => openingRelations(category).includes(relation));
  return { ...view, codes: [...view.codes, relation], everywhere: [...new Set([...view.everywhere, ...opened])] };
}

function today(): string {
  return brusselsDate(new Date());
}

/**
 * Reads what some holders have, one statement for each distinct view.
 * @param read answers one result per holder of a group, in order
 */
export async function readByView<Holder, View extends object, Found>(
  holders: readonly Holder[],
  views: readonly View[],
  read: (holders: readonly Holder[], view: View) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const places = new Map<View, number[]>();
  for (const [place, view] of views.entries()) places.set(view, [...(places.get(view) ?? []), place]);
  const found = new Map<number, Found>();
  await Promise.all(
    [...places].map(async ([view, group]) => {
      const rows = await read(
        group.map((place) => holders[place] as Holder),
        view,
      );
      for (const [index, row] of rows.entries()) found.set(group[index] ?? -1, row);
    }),
  );
  return holders.map((_, place) => found.get(place) as Found);
}
