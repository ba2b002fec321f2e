/** The places of the housing pole: thirty for every chapter of 2,000 entrepreneurs, so that a place stays as full however large the world. */
import { idFrom } from "../ids.js";
import { dayOf } from "./calendar.js";
import type { PermanenceStory, SiteStory, UnitStory } from "./housing-story.js";
import { addressAt, placeOf } from "./places.js";
import { Random } from "./random.js";
import type { World } from "./story.js";

/** Entrepreneurs that share one set of places, and the size of a chapter of the population. */
export const chapterSize = 2000;
/** Places of a chapter. The first is full: at least fifty members (J08). */
export const sitesPerChapter = 30;
const unitsPerSite = 100;

interface Template {
  readonly fr: string;
  readonly nl: string;
  readonly kind: SiteStory["kind"];
  readonly agency: string;
  readonly openedOn: string;
}

const site = (fr: string, nl: string, kind: SiteStory["kind"], agency: string, openedOn: string): Template => ({
  fr,
  nl,
  kind,
  agency,
  openedOn,
});

const templates: readonly Template[] = [
  site("Centre d'entreprises du Canal", "Bedrijvencentrum Kanaal", "BUSINESS_CENTRE", "CITYDEV", "2013-03-01"),
  site("Ateliers des Tanneurs", "Ateliers Huidevetters", "BUSINESS_CENTRE", "CITYDEV", "2013-05-01"),
  site("Parc d'ateliers Birmingham", "Werkplaatsen Birmingham", "BUSINESS_CENTRE", "CITYDEV", "2014-01-01"),
  site("Centre Dansaert-Nord", "Centrum Dansaert-Noord", "BUSINESS_CENTRE", "CITYDEV", "2013-02-01"),
  site("Village d'artisans", "Ambachtendorp", "BUSINESS_CENTRE", "CITYDEV", "2015-06-01"),
  site("Incubateur des ingénieurs", "Ingenieursincubator", "INCUBATOR", "EEBIC", "2013-01-15"),
  site("Incubateur TIC du Solbosch", "ICT-incubator Solbosch", "INCUBATOR", "ICAB", "2013-01-15"),
  site("Incubateur des sciences de la vie", "Incubator levenswetenschappen", "INCUBATOR", "BLSI", "2013-01-15"),
  site("Incubateur vert du Nord", "Groene incubator Noord", "INCUBATOR", "GREENBIZZ", "2016-04-01"),
  site("Coworking de la Bourse", "Coworking Beurs", "COWORKING", "COWORKING_BRUSSELS", "2016-02-01"),
];

const districts: readonly (readonly [string, string])[] = [
  ["", ""],
  ["II", "II"],
  ["III", "III"],
];

/** All places of a world, one after the other. */
export function* sites(world: World): Generator<SiteStory> {
  const chapters = Math.max(1, Math.ceil(world.entrepreneurs / chapterSize));
  for (let index = 0; index < chapters * sitesPerChapter; index++) yield siteOf(world, index);
}

/** Place number `index`. */
export function siteOf(world: World, index: number): SiteStory {
  const random = new Random(world.seed, "site", index);
  const template = templateOf(index);
  const chapter = Math.floor(index / sitesPerChapter);
  const [suffixFr, suffixNl] = districts[Math.floor((index % sitesPerChapter) / templates.length)] ?? ["", ""];
  const number = chapter > 0 ? ` ${chapter + 1}` : "";
  const fr = `${template.fr} ${suffixFr}`.trim() + number;
  const nl = `${template.nl} ${suffixNl}`.trim() + number;
  return {
    id: siteIdOf(world, index),
    index,
    name: { fr, nl, en: fr },
    kind: template.kind,
    agency: template.agency,
    operator:
      template.agency === "COWORKING_BRUSSELS"
        ? random.pick(["Ketje Coworking", "La Ruche du Canal", "Zenne Hub"])
        : template.agency,
    ownership: template.agency === "COWORKING_BRUSSELS" ? "PRIVATE" : "PUBLIC",
    youthFriendly: random.chance(0.3),
    address: addressAt(placeOf(random), random),
    openedOn: template.openedOn,
    units: Array.from({ length: unitsPerSite }, (_, unit) => unitOf(world, index, unit, template.kind)),
    permanences: permanencesOf(world, index),
  };
}

function templateOf(index: number): Template {
  const template = templates[(index % sitesPerChapter) % templates.length];
  if (!template) throw new RangeError(`no place ${index}`);
  return template;
}

/** The agency that runs a place, and since when. */
export function siteFacts(index: number): {
  readonly agency: string;
  readonly openedOn: string;
  readonly kind: SiteStory["kind"];
} {
  return templateOf(index);
}

/** The id of a place. */
export function siteIdOf(world: World, index: number): string {
  return idFrom("demonstration", world.seed, "site", index);
}

/** The id of a unit of a place. */
export function unitIdOf(world: World, siteIndex: number, unit: number): string {
  return idFrom("demonstration", world.seed, "site", siteIndex, "unit", unit);
}

function unitOf(world: World, siteIndex: number, unit: number, kind: SiteStory["kind"]): UnitStory {
  const desk = kind === "COWORKING" || unit >= 50;
  return {
    id: unitIdOf(world, siteIndex, unit),
    code: `${desk ? "D" : "U"}${String(unit + 1).padStart(3, "0")}`,
    kind: desk ? "DESK" : unit % 3 === 0 ? "WORKSHOP" : "OFFICE",
    squareMetres: desk ? 4 : 15 + ((unit * 7) % 60),
  };
}

/** Weekly office hours: those of the three merged agencies until 2018, HUB's since, and Innoviris' throughout (S101). */
export function permanencesOf(world: World, siteIndex: number): readonly PermanenceStory[] {
  const mergedOn = "2018-01-01";
  const agencies = [
    { agency: "IMPULSE", since: "2017-03-01", until: "2017-12-31" },
    { agency: "ATRIUM", since: "2017-03-01", until: "2017-12-31" },
    { agency: "BIE", since: "2017-03-01", until: "2017-12-31" },
    { agency: "HUB", since: mergedOn, until: null },
    { agency: "INNOVIRIS", since: "2017-03-01", until: null },
  ];
  const firstDay = (siteIndex * 3) % 5;
  return agencies
    .map(({ agency, since, until }, number) => ({
      id: permanenceIdOf(world, siteIndex, agency),
      siteId: siteIdOf(world, siteIndex),
      agency,
      weekday: 1 + ((firstDay + number) % 5),
      opensAt: number % 2 === 0 ? "09:30" : "14:00",
      closesAt: number % 2 === 0 ? "12:00" : "16:30",
      since,
      until,
    }))
    .filter(({ since }) => dayOf(since) < dayOf(world.asOf))
    .map((permanence) => ({
      ...permanence,
      until: permanence.until !== null && permanence.until >= world.asOf ? null : permanence.until,
    }));
}

/** The id of an agency's office hours at a place. */
export function permanenceIdOf(world: World, siteIndex: number, agency: string): string {
  return idFrom("demonstration", world.seed, "site", siteIndex, "permanence", agency);
}
