import { dateOf } from "../calendar.js";
/** The first sixty of each chapter play their cases (`cases.ts`). */
import { hardCases, clientsOfAccountant, notAtFullSite } from "../cases.js";
import { emailPoint, phonePoint } from "../contact-points.js";
import { exampleEmail, personPhone } from "../phones.js";
import type { Scene } from "../scene.js";
import { chapterSize, sitesPerChapter } from "../sites.js";
import { castScenes } from "./scenes.js";

const { FIRST_CLIENT_OF_ACCOUNTANT: firstClient } = hardCases;

/** Plays a role, then moves in at the full site where the role belongs to its members. */
export function playsInCast(scene: Scene, role: number): void {
  const isClient = role >= firstClient && role < firstClient + clientsOfAccountant;
  if (isClient) playsClient(scene, role);
  else castScenes[role]?.(scene);
  if (!notAtFullSite.includes(role) && scene.stays.length === 0) movesIn(scene, role);
}

/** A client who left the accountant's number everywhere; one in two has a number of their own as well. */
function playsClient(scene: Scene, role: number): void {
  const { teller, random, persona, place } = scene;
  const office = personPhone(place.chapterStart + hardCases.ACCOUNTANT);
  const own = role % 2 === 1 ? scene.contactPoints.filter(({ kind }) => kind === "PHONE") : [];
  scene.contactPoints = [
    ...own,
    ...(office ? [phonePoint(teller, office, { shared: true, random })] : []),
    emailPoint(teller, exampleEmail(persona.name.given, persona.name.family, teller.index)),
  ];
  if (role % 2 === 0) scene.founds();
  scene.liveOn(scene.enterprises, { housed: false });
}

/** A desk or room at the first site of the chapter, still in use. */
function movesIn(scene: Scene, role: number): void {
  const site = Math.floor(scene.place.chapterStart / chapterSize) * sitesPerChapter;
  const alive = scene.enterprises.find(
    ({ ceasedOn, startDate }) => ceasedOn === null && startDate <= dateOf(scene.monthsAgo(6)),
  );
  scene.livesAt({
    siteIndex: site,
    unit: role,
    from: scene.teller.ago(scene.random.int(60, 170)),
    to: null,
    kind: alive ? "RENTAL" : "COWORKING",
    enterprise: alive ?? null,
  });
}
