import { withClient } from "@parcours/shared/database-roles";
import type { DemonstrationWorld } from "./sign-in-plan.js";

/** What is kept of the demonstration data: whom to try, and of which world, whose people can sign in. */
export interface DemonstrationMark extends DemonstrationWorld {
  /** A telephone number known to every pole, E.164. */
  readonly caller: string;
}

/**
 * The mark of the demonstration data in the spine's database; undefined when it was never filled. It lies with the data (as the
 * database's comment), so it goes when the data goes.
 */
export function readDemonstrationMark(spineOwnerUrl: string): Promise<DemonstrationMark | undefined> {
  return withClient(spineOwnerUrl, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      "select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()",
    );
    try {
      const mark = JSON.parse(rows[0]?.comment ?? "null") as Partial<DemonstrationMark> | null;
      const { caller, seed, asOf } = mark ?? {};
      return caller && seed && asOf ? { caller, seed, asOf } : undefined;
    } catch {
      return undefined;
    }
  });
}

/** Marks the demonstration data as filled, whole. */
export function writeDemonstrationMark(spineOwnerUrl: string, mark: DemonstrationMark): Promise<void> {
  return withClient(spineOwnerUrl, async (client) => {
    const { rows } = await client.query<{ statement: string }>(
      "select format('comment on database %I is %L', current_database(), $1::text) as statement",
      [JSON.stringify(mark)],
    );
    await client.query(rows[0]?.statement ?? "");
  });
}
