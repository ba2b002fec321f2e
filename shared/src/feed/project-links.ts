/** What a subgraph's copy of the policy knows of projects and the enterprises that they became (R53, J18; decision 0023). */
import { loader, type Loader } from "../batching.js";
import { statement, type Queries } from "../database.js";

/** Which enterprise each project became, where the link counts today and the project is that person's. */
const readEnterprises = statement(
  `select asked.place, enterprise_of_project(asked.project, asked.person) as "enterpriseNumber"
     from unnest($1::int[], $2::uuid[], $3::uuid[]) as asked(place, project, person)`,
);

/** Which persons act for which enterprises today. */
const readActing = statement(
  `select asked.place from unnest($1::int[], $2::uuid[], $3::text[]) as asked(place, person, enterprise)
    where acts_for(asked.person, asked.enterprise)`,
);

/** A project, and whose it is said to be; a project that is null is asked about like one that is not there. */
export interface ProjectOfPerson {
  readonly projectId: string | null;
  readonly entrepreneurId: string;
}

/** A person and an enterprise. */
export interface PersonOfEnterprise {
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string;
}

/** Answers questions on links of projects for one request. */
export class ProjectLinks {
  readonly #enterprises: Loader<ProjectOfPerson, string | null>;
  readonly #acting: Loader<PersonOfEnterprise, boolean>;

  constructor(private readonly database: Queries) {
    this.#enterprises = loader(
      (asked) => this.#readEnterprises(asked),
      ({ projectId, entrepreneurId }) => `${projectId} ${entrepreneurId}`,
    );
    this.#acting = loader(
      (asked) => this.#readActing(asked),
      ({ entrepreneurId, enterpriseNumber }) => `${entrepreneurId} ${enterpriseNumber}`,
    );
  }

  /**
   * The enterprise that a project of a person became, where that counts: the person acts for it today. Null else, for a project of another, and
   * where the copy is too old to say.
   */
  async enterpriseOf(asked: ProjectOfPerson): Promise<string | null> {
    return this.#enterprises.load(asked);
  }

  /** Whether a person, under any id, acts for an enterprise today; false where the copy is too old to say. */
  async actsFor(asked: PersonOfEnterprise): Promise<boolean> {
    return this.#acting.load(asked);
  }

  async #readEnterprises(asked: readonly ProjectOfPerson[]): Promise<(string | null)[]> {
    const rows = await this.database.query<{ place: number; enterpriseNumber: string | null }>(readEnterprises, [
      asked.map((_, place) => place),
      asked.map(({ projectId }) => projectId),
      asked.map(({ entrepreneurId }) => entrepreneurId),
    ]);
    const found = new Map(rows.map(({ place, enterpriseNumber }) => [place, enterpriseNumber]));
    return asked.map((_, place) => found.get(place) ?? null);
  }

  async #readActing(asked: readonly PersonOfEnterprise[]): Promise<boolean[]> {
    const rows = await this.database.query<{ place: number }>(readActing, [
      asked.map((_, place) => place),
      asked.map(({ entrepreneurId }) => entrepreneurId),
      asked.map(({ enterpriseNumber }) => enterpriseNumber),
    ]);
    const acting = new Set(rows.map(({ place }) => place));
    return asked.map((_, place) => acting.has(place));
  }
}
