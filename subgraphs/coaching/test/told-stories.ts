/** Demonstration stories in a test database, written as the seed writes them. */
import type { Database } from "@parcours/shared/database";
import { storyOf } from "@parcours/shared/demonstration/population";
import type { EntrepreneurStory, World } from "@parcours/shared/demonstration/story";
import { tellStories } from "@parcours/shared/testing/tell-stories";
import { demonstration } from "../src/demonstration.js";

/** The world of these tests. */
const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 60 };

/** The story of one hard case. */
export function tale(index: number): EntrepreneurStory {
  return storyOf(world, index);
}

/** Writes coaching's rows of stories. */
export async function tell(database: Database, stories: readonly EntrepreneurStory[]): Promise<void> {
  await tellStories(database, demonstration, world, stories);
}
