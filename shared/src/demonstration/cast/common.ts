/** What several cases are played with. */
import type { EnterpriseStory } from "../enterprise-story.js";
import { enterpriseOf } from "../enterprises.js";
import type { EnterpriseWish } from "../enterprises.js";
import { offerOf } from "../instruments.js";
import { placeInLineup } from "../lineup.js";
import type { Scene } from "../scene.js";
import { chapterSize, sitesPerChapter } from "../sites.js";
import { Teller } from "../teller.js";
import { personaOfRole } from "./personas.js";

/** How one case is played. */
export type Playing = (scene: Scene) => void;

/** A company that lives. */
export const company = { naturalPerson: false, ceasedDay: null } as const;

/** A loan of the investment company. */
export const loan = offerOf("LOAN", "FINANCE_INVEST");

/** The first, full site of the chapter. */
export const firstSiteOf = (scene: Scene): number =>
  Math.floor(scene.place.chapterStart / chapterSize) * sitesPerChapter;

/** Whatever happens to people, but for housing: most of the cast are members of the full site. */
export const liveWith = (scene: Scene): void => scene.liveOn(scene.enterprises, { housed: false });

/** What the managers and the seller found, told apart because a second person's story names it too. */
export const sharedWish = (scene: Scene, years: number): EnterpriseWish => ({
  naturalPerson: false,
  sector: "RETAIL",
  startDay: scene.monthsAgo(years * 12),
  ceasedDay: null,
  withPhone: true,
});

/** The first enterprise of another role, as its own story tells it. */
export function enterpriseOfRole(scene: Scene, role: number, wish: EnterpriseWish): EnterpriseStory {
  const index = scene.place.chapterStart + role;
  const [first] = placeInLineup(scene.teller.world, index).sequences;
  if (first === undefined) throw new RangeError(`no enterprise number for entrepreneur ${index}`);
  return enterpriseOf(
    new Teller(scene.teller.world, index),
    first,
    personaOfRole(scene.teller, scene.place, role),
    wish,
  );
}
