import { packages } from "../labels/packages.js";
import { stages } from "../labels/stages.js";
import { topics } from "../labels/topics.js";
import { packageTellsOfDifficulty, stageToldToAll, topicToldToAll } from "./telling-codes.rules.js";

describe("codes that tell of difficulty", () => {
  it.each([
    ["DIFFICULTY", true, "POST_CREATION"],
    ["DIFFICULTY", false, "POST_CREATION"],
    ["RESTART", true, "POST_CREATION"],
    ["RESTART", false, "PRE_CREATION"],
    ["GROWTH", true, "GROWTH"],
    ["TEST_PHASE", false, "TEST_PHASE"],
  ])("tells stage %s (enterprise: %s) as %s", (stage, hasEnterprise, told) => {
    expect(stageToldToAll(stage, hasEnterprise)).toBe(told);
  });

  it("tells only stages and topics that exist, and none that tells of difficulty", () => {
    const toldStages = Object.keys(stages).flatMap((stage) => [
      stageToldToAll(stage, true),
      stageToldToAll(stage, false),
    ]);
    expect(toldStages.filter((stage) => !(stage in stages) || stage === "DIFFICULTY" || stage === "RESTART")).toEqual(
      [],
    );
    const toldTopics = Object.keys(topics).map(topicToldToAll);
    expect(toldTopics.filter((topic) => !(topic in topics) || topic === "DIFFICULTY")).toEqual([]);
  });

  it("keeps one package apart", () => {
    expect(Object.keys(packages).filter(packageTellsOfDifficulty)).toEqual(["RESTART"]);
  });
});
