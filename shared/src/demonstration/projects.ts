/** Ideas that people work on; some become an enterprise, and then keep the whole path (R53). */
import { dateOf, dayOf } from "./calendar.js";
import type { Day } from "./calendar.js";
import type { LifecycleStage, ProjectStory } from "./coaching-story.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import type { Random } from "./random.js";
import { brandWords, sectorOf, sectorWeights, tradeOf, trades } from "./sectors.js";
import type { Trade } from "./sectors.js";
import type { Texts } from "./story-parts.js";
import type { Teller } from "./teller.js";

/** What must hold of a project. */
export interface ProjectWish {
  readonly since: Day;
  readonly enterprise?: EnterpriseStory | null;
  /** What it is about; if not said, what the enterprise does, else the person's idea. */
  readonly trade?: Trade;
  readonly stage?: LifecycleStage;
}

/** What an enterprise does first of all. */
export function tradeOfEnterprise({ number, activities: [first] }: EnterpriseStory): Trade {
  if (!first) throw new RangeError(`enterprise ${number} does nothing`);
  return tradeOf(first.nace2025);
}

/** What somebody without an enterprise wants to do: one idea a person, in the project and in every question alike. */
export function ideaOf(teller: Teller): Trade {
  const random = teller.chance("idea");
  return random.pick(trades[random.weighted(sectorWeights(false))]);
}

/** Half of those without an enterprise have a project; most enterprises were one before. */
export function projectsOf(teller: Teller, enterprises: readonly EnterpriseStory[]): readonly ProjectStory[] {
  const random = teller.chance("projects");
  if (enterprises.length === 0) {
    return random.chance(0.75) ? [projectOf(teller, random, { since: teller.ago(random.int(30, 1500)) })] : [];
  }
  return enterprises
    .filter(() => random.chance(0.7))
    .map((enterprise) =>
      projectOf(teller, random, { since: dayOf(enterprise.startDate) - random.int(60, 500), enterprise }),
    );
}

/** One project. */
export function projectOf(teller: Teller, random: Random, wish: ProjectWish): ProjectStory {
  const enterprise = wish.enterprise ?? null;
  const trade = wish.trade ?? (enterprise ? tradeOfEnterprise(enterprise) : ideaOf(teller));
  const abandoned = !enterprise && teller.yesterday - wish.since > 900 && random.chance(0.6);
  return {
    id: teller.id("project"),
    title: titleOf(random, trade),
    sector: sectorOf(trade),
    stage: wish.stage ?? stageOf(teller, enterprise),
    since: dateOf(wish.since),
    until: enterprise?.ceasedOn ?? (abandoned ? dateOf(wish.since + random.int(200, 800)) : null),
    enterpriseNumber: enterprise?.number ?? null,
    numberSince: enterprise?.startDate ?? null,
  };
}

function stageOf(teller: Teller, enterprise: EnterpriseStory | null): LifecycleStage {
  if (!enterprise) return "PRE_CREATION";
  if (enterprise.ceasedOn) return "CEASED";
  const age = teller.yesterday - dayOf(enterprise.startDate);
  return age < 180 ? "CREATION" : age < 1100 ? "POST_CREATION" : "GROWTH";
}

function titleOf(random: Random, { fr, nl, en }: Trade): Texts {
  const brand = random.pick(brandWords);
  return { fr: `${fr} « ${brand} »`, nl: `${nl} "${brand}"`, en: `${en} “${brand}”` };
}
