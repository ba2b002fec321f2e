import { readFileSync } from "node:fs";
import { withClient } from "@parcours/shared/database-roles";
import { exampleQueryFile } from "../../lib/supervisor/process-plans.js";
import { workspaceRoot } from "../../lib/workspace.js";

/** Numbers of persons of the demonstration that work today, spread over all of them and the same at each run; shared ones too. */
export async function phonesOf(spineUrl: string, most: number): Promise<string[]> {
  return withClient(spineUrl, async (client) => {
    const { rows } = await client.query<{ value: string }>(
      `select value from contact_point where kind = 'PHONE' and value is not null and since <= current_date and until is null
        group by value order by md5(value) limit $1`,
      [most],
    );
    return rows.map(({ value }) => value);
  });
}

/** Our question, which is the published example, for each number. */
export function graphQuestions(phones: readonly string[]): string[] {
  const query = readFileSync(exampleQueryFile(workspaceRoot()), "utf8");
  return phones.map((phone) => JSON.stringify({ query, variables: { phone } }));
}

/** The reference's question for each number. */
export function restQuestions(phones: readonly string[]): string[] {
  return phones.map((phone) => JSON.stringify({ phone }));
}
