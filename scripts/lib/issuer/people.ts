import { demonstrationPeople, type DemonstrationPerson } from "@parcours/shared/demonstration/people";

/** Claims of access tokens about who holds them. Source: design 6. */
export type PersonClaims = Readonly<Record<string, string>>;

/** Those whom the issuer knows. */
export class People {
  readonly all: readonly DemonstrationPerson[];
  readonly #byHandle: ReadonlyMap<string, DemonstrationPerson>;

  /** @param world its people have the ids that the demonstration's rows name */
  constructor(world: { readonly seed: string; readonly asOf: string }) {
    // How many others there are changes nobody's id.
    this.all = demonstrationPeople({ ...world, entrepreneurs: 60 });
    this.#byHandle = new Map(this.all.map((person) => [person.handle, person]));
  }

  find(handle: unknown): DemonstrationPerson | undefined {
    return typeof handle === "string" ? this.#byHandle.get(handle) : undefined;
  }
}

/** What a token says of a person. */
export function claimsOf({ role, agency, staffId, entrepreneurId, language }: DemonstrationPerson): PersonClaims {
  return {
    parcours_role: role,
    ...(agency && { parcours_agency: agency }),
    ...(staffId && { parcours_staff: staffId }),
    ...(entrepreneurId && { parcours_person: entrepreneurId }),
    locale: language,
  };
}
