import { statement, type Database } from "@parcours/shared/database";
import { publish } from "@parcours/shared/feed/outbox";

const withdraw = statement(
  "update sharing_grant set withdrawn_at = clock_timestamp() where id = $1 and withdrawn_at is null returning source",
);

/** Withdraws a grant: the policy copies drop it with their next page. Answers whether there was one to withdraw. */
export async function withdrawGrant(database: Database, grantId: string): Promise<boolean> {
  return database.transaction(async (queries) => {
    const [withdrawn] = await queries.query<{ source: string }>(withdraw, [grantId]);
    if (!withdrawn) return false;
    await publish(queries, [{ topic: "POLICY", key: grantId, body: null, source: withdrawn.source }]);
    return true;
  });
}
