/** A registry that holds the enterprises of a small demonstration. */
import type { EnterpriseStory } from "@parcours/shared/demonstration/enterprise-story";
import type { DemonstrationLoader } from "@parcours/shared/demonstration/loader";
import { stories } from "@parcours/shared/demonstration/population";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { tellStories } from "@parcours/shared/testing/tell-stories";
import { demonstration } from "../src/demonstration.js";
import { definition } from "../src/subgraph.js";

const world = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 300 };
const told = [...stories(world)];

/** Every enterprise that it holds. */
export const enterprises: readonly EnterpriseStory[] = told.flatMap((story) => story.enterprises);
/** A valid number that it does not hold. */
export const unknown = "0314595348";

/** One of them. */
export function enterpriseWith(what: (enterprise: EnterpriseStory) => boolean): EnterpriseStory {
  const found = enterprises.find(what);
  if (!found) throw new Error("the demonstration has no such enterprise");
  return found;
}

/** The rows that belong to no entrepreneur come with the first story. */
const withWorld: DemonstrationLoader = {
  ...demonstration,
  story(story, of, emit) {
    if (story === told[0]) demonstration.world?.(of, emit);
    demonstration.story(story, of, emit);
  },
};

/** Opens it. Close it when done. */
export async function openToldRegistry(): Promise<SubgraphUnderTest> {
  const registry = await openSubgraphUnderTest(definition);
  await tellStories(registry.database, withWorld, world, told);
  return registry;
}

/** Asks for fields of one enterprise. @returns them, with the codes of the errors */
export async function askOf(
  registry: SubgraphUnderTest,
  fields: string,
  number: string,
  as: Parameters<SubgraphUnderTest["run"]>[2] = {},
): Promise<{ enterprise: Record<string, unknown>; codes: unknown[] }> {
  const { data, errors } = await registry.run(
    `query ($number: String!) { registryEnterprise(number: $number) { ${fields} } }`,
    { number },
    as,
  );
  const { registryEnterprise: enterprise } = data as { registryEnterprise: Record<string, unknown> };
  return { enterprise, codes: (errors ?? []).map(({ extensions }) => extensions?.["code"]) };
}
