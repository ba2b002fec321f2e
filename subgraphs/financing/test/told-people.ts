/** People of the demonstration in a test database, and readers that ask for them. */
import { hardCases } from "@parcours/shared/demonstration/cases";
import { storyOf } from "@parcours/shared/demonstration/population";
import type { EntrepreneurStory, World } from "@parcours/shared/demonstration/story";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { tellStories } from "@parcours/shared/testing/tell-stories";
import type { Reader } from "@parcours/shared/visibility/reader";
import { demonstration } from "../src/demonstration.js";
import { definition } from "../src/subgraph.js";

const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 60 };

/** The story of one hard case. */
export function tale(name: keyof typeof hardCases): EntrepreneurStory {
  return storyOf(world, hardCases[name]);
}

/** Opens financing with the rows of these stories. */
export async function openWith(stories: readonly EntrepreneurStory[]): Promise<SubgraphUnderTest> {
  const subgraph = await openSubgraphUnderTest(definition);
  await tellStories(subgraph.database, demonstration, world, stories);
  return subgraph;
}

/** The person, reading the own path. */
export function self({ id }: { readonly id: string }): Reader {
  return { role: "ENTREPRENEUR", entrepreneurId: id };
}

/** A financing officer of a body. */
export function officerOf(agency: string): Reader {
  return { role: "FINANCING_OFFICER", agency };
}
