/** What the tests of projects ask, and what comes back. */
import { withClient } from "@parcours/shared/database-roles";
import { policyRow } from "@parcours/shared/feed/policy";
import { newId } from "@parcours/shared/ids";
import { until } from "../asking.js";
import type { Asking, EndToEnd } from "../harness.js";

/** A project as the client reads it. */
export interface SaidProject {
  readonly id: string;
  readonly version: number;
  readonly title: string | null;
  readonly pitch: string | null;
  readonly pitchLanguage: string | null;
  readonly numberSince: string | null;
  readonly enterprise: { readonly number: string } | null;
  readonly enterpriseLink: { readonly code: string } | null;
  readonly agency: { readonly code: string };
}

/** What an act on a project answers. */
export interface ProjectActed {
  readonly project: SaidProject | null;
  readonly errors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
  readonly warnings: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const said =
  "id version title pitch pitchLanguage numberSince enterprise { number } enterpriseLink { code } agency { code }";
const inputs = {
  registerProject: "RegisterProjectInput",
  changeProject: "ChangeProjectInput",
  linkProjectToEnterprise: "LinkProjectInput",
} as const;

/** Does an act on a project; with a key of its own where none is given. */
export async function act(
  all: EndToEnd,
  mutation: keyof typeof inputs,
  input: object,
  asking: Asking,
): Promise<ProjectActed> {
  const text = `mutation Act($input: ${inputs[mutation]}!) { ${mutation}(input: $input) { project { ${said} } errors { code message path } warnings { code path } } }`;
  const variables = { input: { idempotencyKey: newId(), ...input } };
  const { data, errors } = await all.ask<Record<string, ProjectActed | null>>(text, variables, asking);
  const done = data?.[mutation];
  if (!done) throw new Error(`${mutation} was not answered: ${JSON.stringify(errors)}`);
  return done;
}

/** A mandate, as the front door knows it once the register of mandates has told it: its row, and what every owner is told. */
export async function registerMandate(all: EndToEnd, entrepreneurId: string, number: string): Promise<void> {
  const id = newId();
  const since = "2020-01-01";
  const { body } = policyRow(
    id,
    { kind: "MANDATE", entrepreneurId, enterpriseNumber: number, since, until: null },
    "TEST",
  );
  await withClient(all.system.ownerUrl("front-door"), async (client) => {
    await client.query(
      `insert into mandate (id, entrepreneur_id, enterprise_number, role_code, since, source) values ($1, $2, $3, 'DIRECTOR', $4, 'TEST')`,
      [id, entrepreneurId, number, since],
    );
    await client.query(`insert into outbox (topic, key, body, source) values ('POLICY', $1, $2, 'TEST')`, [id, body]);
  });
  for (const owner of Object.keys(all.system.subgraphs)) await untilTold(all, owner, id, true);
}

/** Waits until an owner's copy of the policy has, or no longer has, what is told under a key. */
export async function untilTold(all: EndToEnd, owner: string, key: string, isThere: boolean): Promise<void> {
  await until(`${owner} to know of the policy`, () =>
    withClient(all.system.ownerUrl(owner), async (client) => {
      const { rows } = await client.query("select from policy_relation where key = $1", [key]);
      return rows.length > 0 === isThere;
    }),
  );
}
