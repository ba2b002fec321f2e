/** What only the owner of a thing can say of it, asked from its subgraph beforehand and kept as finished text. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { InternalTokenSigner, internalTokenHeader } from "@parcours/shared/identity/internal-token";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { CommandFailed } from "../../lib/command-failed.js";
import { copyLine } from "../../lib/demonstration/copy-text.js";
import { spineOf, type Subgraph } from "../../lib/discover-subgraphs.js";
import type { System } from "../../lib/supervisor/system.js";
import { advisor } from "./reader.js";

/** One field of one type, of which the text is wanted for every key. */
interface TextField {
  readonly type: string;
  readonly key: string;
  readonly field: string;
  /** The subgraph that owns it. */
  readonly owner: Owner;
  /** Gives the keys as `key`. */
  readonly keys: string;
}

/** A subgraph, asked as the gateway asks it. */
interface Owner {
  readonly url: string;
  readonly signer: InternalTokenSigner;
}

/** Keys asked for in one request. */
const keysPerRequest = 400;

/** Writes the label of every entry on the timeline, the names of enterprises and where persons live into `owner_text`. */
export async function tellOwnersTexts(
  target: pg.Client,
  system: System,
  subgraphs: readonly Subgraph[],
): Promise<void> {
  for (const field of fieldsOf(system, subgraphs)) {
    const { rows } = await target.query<{ key: string }>(field.keys);
    const sink = target.query(copyFrom("copy owner_text (key, text) from stdin"));
    for (let first = 0; first < rows.length; first += keysPerRequest) {
      const keys = rows.slice(first, first + keysPerRequest).map(({ key }) => key);
      const texts = await ask(field, keys);
      const lines = keys.map((key, place) => copyLine([key, texts[place] ?? null]));
      if (!sink.write(lines.join(""))) await once(sink, "drain");
    }
    sink.end();
    await finished(sink);
  }
}

function fieldsOf(system: System, subgraphs: readonly Subgraph[]): TextField[] {
  const ownerOf = (subgraph: string): Owner => ({
    url: `${system.subgraphs[subgraph]?.url}/graphql`,
    signer: new InternalTokenSigner(subgraph, system.tokenSecret(subgraph)),
  });
  // Who tells the contact points of enterprises is the register, which knows their names too.
  const registers = subgraphs.filter(({ manifest }) => manifest.feeds.includes("CONTACT"));
  const labels = subgraphs.flatMap(({ name, manifest }) =>
    manifest.entryTypes
      .filter(({ timeline }) => timeline)
      .map(({ type }): TextField => {
        const keys = `select id::text as key from bare_entry where type = '${type}' and seen order by id`;
        return { type, key: "id", field: "label(language: EN)", owner: ownerOf(name), keys };
      }),
  );
  const persons = { type: "Entrepreneur", key: "id", keys: "select id::text as key from person order by id" };
  const enterprises = {
    type: "Enterprise",
    key: "number",
    keys: "select distinct enterprise as key from mandate order by 1",
  };
  return [
    ...labels,
    { ...persons, field: "municipality", owner: ownerOf(spineOf(subgraphs).name) },
    ...registers.map(({ name }): TextField => ({ ...enterprises, field: "name", owner: ownerOf(name) })),
  ];
}

/** The texts of some keys, in order. @throws CommandFailed when the subgraph refuses */
async function ask({ type, key, field, owner }: TextField, keys: readonly string[]): Promise<(string | null)[]> {
  const body = JSON.stringify({
    query: `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { text: ${field} } } }`,
    variables: { keys: keys.map((value) => ({ __typename: type, [key]: value })) },
  });
  const token = owner.signer.sign({ reader: advisor, requestId: randomUUID(), hop: 1 }, body);
  const headers = { "content-type": "application/json", [internalTokenHeader]: token };
  const response = await fetch(owner.url, { method: "POST", headers, body });
  const answer = (await response.json()) as {
    data?: { _entities: ({ text: string | null } | null)[] };
    errors?: readonly { message: string }[];
  };
  if (!answer.data || answer.errors)
    throw new CommandFailed(`${type}.${field} could not be read: ${answer.errors?.[0]?.message ?? response.status}`);
  return answer.data._entities.map((entity) => entity?.text ?? null);
}
