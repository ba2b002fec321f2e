/** The logs of the processes, after attacks and faults with everybody's data in them: names, numbers, addresses and ids of nobody. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { hardCases, type HardCase } from "@parcours/shared/demonstration/cases";
import type { EndToEnd } from "../harness.js";
import { askRoughly, inTurn } from "./rough.js";

export function describeProcessLogs(system: () => EndToEnd): void {
  describe("the logs of the processes", () => {
    let all: EndToEnd;
    beforeAll(async () => {
      all = system();
      await provoke(all);
      // The gateway writes several lines at a time.
      await new Promise((resolve) => setTimeout(resolve, 500));
    }, 60_000);

    const logs = (): readonly (readonly [file: string, text: string])[] =>
      readdirSync(all.system.logFolder)
        .filter((file) => file.endsWith(".log"))
        .map((file) => [file, readFileSync(join(all.system.logFolder, file), "utf8")]);

    it("are there, and tell of what was asked", () => {
      const texts = new Map(logs());
      expect([...texts.keys()]).toEqual(expect.arrayContaining(["gateway.log", "front-door.log", "coaching.log"]));
      expect(texts.get("gateway.log")).toMatch(/"msg":"operation"/);
    });

    it("hold nobody's name, number, address or id", () => {
      const people = (Object.keys(hardCases) as HardCase[]).map((name) => all.story(name));
      const secrets = people.flatMap(({ id, name, contactPoints, birthDate, formerIds }) => [
        id,
        `${name.given} ${name.family}`,
        ...contactPoints.flatMap(({ value, raw }) => [value ?? "", raw ?? ""]),
        ...formerIds.map((former) => former.id),
        ...(birthDate ? [birthDate] : []),
      ]);
      const staff = all.people().flatMap(({ name, staffId }) => [name, ...(staffId ? [staffId] : [])]);
      for (const [file, text] of logs()) {
        const found = [...secrets, ...staff].filter((secret) => secret.length > 4 && text.includes(secret));
        // Today is nobody's birth date.
        expect([file, found.filter((secret) => !/^\d{4}-\d\d-\d\d$/.test(secret) || !isToday(secret))]).toEqual([
          file,
          [],
        ]);
      }
    });

    it("hold nothing that looks like a telephone, register or e-mail address, and no token, ticket, cookie or secret", () => {
      const names = Object.keys(all.system.subgraphs);
      const secrets = names.map((name) => all.system.tokenSecret(name));
      for (const [file, text] of logs()) {
        const values = text.replace(/"(time|pid|ms|hash|requestId|errorId|id)":("[^"]*"|\d+)/g, "");
        expect([
          file,
          values.match(
            /\+32\d|\b04\d{2}[ /.]?\d{2}|[\w.]+@[\w.]+\.\w+|\b\d{2}\.\d{2}\.\d{2}-\d{3}|eyJ[\w-]{10}|__Host-[\w-]+=|Ticket \d|Bearer \w/g,
          ),
        ]).toEqual([file, null]);
        for (const secret of secrets) expect(text).not.toContain(secret);
      }
    });
  });
}

function isToday(day: string): boolean {
  return new Date().toISOString().startsWith(day);
}

/** Sends everything personal to every place that might be written down: clues, variables, names, headers, bodies that are no JSON. */
async function provoke(all: EndToEnd): Promise<void> {
  const { id, name, contactPoints } = all.story("KNOWN_TO_EVERY_POLE");
  const valueOf = (kind: string): string => contactPoints.find((point) => point.kind === kind)?.value ?? "";
  const [phone, email] = [valueOf("PHONE"), valueOf("EMAIL")];
  const full = `${name.given} ${name.family}`;
  const token = inTurn(await all.headers({ as: "tom" }));
  const bodies: readonly unknown[] = [
    {
      query:
        "query ($p: String, $e: String, $n: String) { caller(phone: $p, email: $e, name: $n) { outcome entrepreneur { displayName } candidates { displayName } } }",
      variables: { p: phone, e: email, n: full },
    },
    {
      query: `{ caller(email: "${email}", name: "${full}", phone: "${phone}") { outcome } entrepreneur(id: "${id}") { displayName contactPoints { value } } }`,
    },
    { query: `{ caller(phone: ${phone}) { outcome } }` },
    { query: `{ "${full}" }`, operationName: full },
    { query: `query ($id: ID!) { entrepreneur(id: $id) { id } }`, variables: { id: { name: full, phone } } },
    {
      query: `{ registryEnterprises(name: "${full}") { edges { cursor } } registryEnterprise(number: "${phone}") { name } }`,
    },
    {
      query: `{ entrepreneur(id: "${full}") { id } coachingDossiers(entrepreneurId: "${phone}") { edges { cursor } } }`,
    },
    `{"query": "${full}`,
    `${full} ${phone}`,
  ];
  for (const body of bodies) await askRoughly(all.system.gatewayUrl, token, body);
  for (const headers of [
    ["x-case", `call-${phone}`],
    ["x-purpose", full],
    ["x-request-id", phone.replace("+", "")],
    ["x-request-id", full],
    ["authorization", `Bearer ${full}`],
    ["cookie", `name=${full}`],
    ["user-agent", full],
    ["accept-language", full],
  ])
    await askRoughly(
      all.system.gatewayUrl,
      [...token.filter((_, place) => !headers.includes(token[place - (place % 2)] ?? "")), ...headers],
      bodies[1],
    );
  for (const subgraph of Object.values(all.system.subgraphs))
    await askRoughly(`${subgraph.url}/graphql`, ["x-parcours-token", full], bodies[1]);
  for (const path of [
    `/graphql?query=${encodeURIComponent(full)}`,
    `/auth/login?return=${encodeURIComponent(`https://${email}`)}`,
    `/auth/callback?code=${encodeURIComponent(full)}&state=${phone}`,
    `/${encodeURIComponent(full)}`,
  ])
    await fetch(new URL(path, all.system.gatewayUrl), { redirect: "manual" });
}
