import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSubgraph } from "@parcours/shared/graphql/build-schema";
import { parse, validate } from "graphql";
import { definition } from "../src/subgraph.js";

const readme = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
const operations = [...readme.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = ""]) => text);

describe("the README", () => {
  it("shows two operations that the schema answers", async () => {
    const { schema } = await buildSubgraph(definition);
    expect(operations).toHaveLength(2);
    expect(operations.flatMap((text) => validate(schema, parse(text)))).toEqual([]);
  });
});
