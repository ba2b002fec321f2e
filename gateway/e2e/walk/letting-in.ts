/** What is done before the walk, so that there is something to be let in by and something to be kept out of. */
import { withClient } from "@parcours/shared/database-roles";
import { until } from "../asking.js";
import type { EndToEnd } from "../harness.js";
import { Facts } from "../whose-facts/facts.js";
import { readWorld } from "./subjects.js";

const grantee = { agency: "VILLAGE_FINANCE", categories: ["DECISION", "APPLICATION_CONTENT", "COACHING_CONTENT"] };

/** A person says that facts are wrong: of the person, and of each project. */
export async function disputeFacts(e2e: EndToEnd): Promise<void> {
  const { entrepreneurId } = e2e.person("amina");
  const facts = new Facts(e2e);
  const projects = [...(await readWorld(e2e.system)).rows].filter(
    ([, { type, person }]) => type === "Project" && person === entrepreneurId,
  );
  const disputed = [
    { coordinate: "Entrepreneur.familyName", entrepreneurId, value: "Peeters" },
    { coordinate: "Entrepreneur.birthDate", entrepreneurId, value: "1990-01-01" },
    ...projects.map(([projectId]) => ({
      coordinate: "Project.pitch",
      projectId,
      value: "Bread of yesterday, beer of today.",
    })),
  ];
  for (const fact of disputed) expect((await facts.dispute(fact, { as: "amina" })).errors).toEqual([]);
}

/** A grant to a lender and a broken glass of an advisor, told by the front door as it tells everything of the kind. */
export async function letIn(e2e: EndToEnd, owners: readonly string[]): Promise<void> {
  const person = e2e.person("amina").entrepreneurId;
  const tom = e2e.person("tom");
  const today = new Date().toISOString().slice(0, 10);
  const common = { entrepreneurId: person, since: "2020-01-01", until: null };
  const grants = grantee.categories.map((category) => ({
    ...common,
    kind: "GRANT",
    agencyCode: grantee.agency,
    category,
  }));
  const glass = {
    ...common,
    kind: "BREAK_GLASS",
    agencyCode: tom.agency,
    staffId: tom.staffId,
    category: "COACHING_CONTENT",
    ownerAgencyCodes: ["HUB"],
    since: today,
  };
  await withClient(e2e.system.ownerUrl("front-door"), async (client) => {
    for (const body of [...grants, glass])
      await client.query(
        "insert into outbox (topic, key, body, source) values ('POLICY', gen_random_uuid()::text, $1, 'WALK')",
        [JSON.stringify(body)],
      );
  });
  for (const owner of owners)
    await until(`${owner} has read the grants`, () =>
      withClient(e2e.system.ownerUrl(owner), async (client) => {
        const { rows } = await client.query("select from policy_relation where kind in ('GRANT', 'BREAK_GLASS')");
        return rows.length >= grants.length + 1;
      }),
    );
}
