import { caseNamesOf } from "./cases.js";
import { playsInCast } from "./cast/cast.js";
/** The whole population, one story at a time: constant memory for any number, and the same story whenever it is asked for. */
import { personaInCast } from "./cast/personas.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import { enterpriseOf } from "./enterprises.js";
import { placeInLineup } from "./lineup.js";
import { personaOf } from "./persona.js";
import { Scene } from "./scene.js";
import type { EntrepreneurStory, World } from "./story.js";
import { Teller } from "./teller.js";

/** The story of entrepreneur number `index`. It depends on the world's seed and day, never on its size. */
export function storyOf(world: World, index: number): EntrepreneurStory {
  const place = placeInLineup(world, index);
  const teller = new Teller(world, index);
  if (place.role !== null) {
    const scene = new Scene(teller, personaInCast(teller, place), place);
    playsInCast(scene, place.role);
    return scene.told(caseNamesOf(place.role));
  }
  const scene = new Scene(teller, personaOf(teller, place.sequences.length > 0), place);
  for (let number = 0; number < place.sequences.length; number++) scene.founds();
  const partner = place.partnerOf === null ? null : enterpriseOfPartner(world, place.partnerOf);
  if (partner) scene.holds(partner, scene.random.pick(["MANAGER", "PARTNER"]), partner.startDate, partner.ceasedOn);
  scene.liveOn(partner ? [partner] : scene.enterprises);
  if (scene.random.chance(0.04)) scene.shares("HUB", teller.ago(scene.random.int(10, 700)));
  if (scene.random.chance(0.015)) mergeFormer(scene);
  return scene.told([]);
}

/** All stories, in order. */
export function* stories(world: World): Generator<EntrepreneurStory> {
  for (let index = 0; index < world.entrepreneurs; index++) yield storyOf(world, index);
}

/** The first enterprise of a neighbour, as the neighbour's own story tells it. */
function enterpriseOfPartner(world: World, index: number): EnterpriseStory | null {
  const teller = new Teller(world, index);
  const { sequences } = placeInLineup(world, index);
  const [first] = sequences;
  return first === undefined ? null : enterpriseOf(teller, first, personaOf(teller, true));
}

/** A record found to be a duplicate; where there are dossiers, the oldest still stands under the old id (design 5). */
function mergeFormer(scene: Scene): void {
  const former = scene.wasKnownAs(scene.teller.ago(scene.random.int(5, 600)));
  const [oldest] = scene.dossiers;
  if (oldest) scene.dossiers[0] = { ...oldest, entrepreneurId: former };
}
