/** The nineteen municipalities of Brussels with their postcodes, and streets in both languages. */
import type { AddressStory } from "./enterprise-story.js";
import type { Random, Weights } from "./random.js";

/** A postcode in a municipality. One postcode may lie in two, so the NIS code is never derived from it (reference 5.7). */
export interface Place {
  readonly nis: string;
  readonly postcode: string;
  readonly fr: string;
  readonly nl: string;
}

const place = (postcode: string, nis: string, fr: string, nl: string): Place => ({ nis, postcode, fr, nl });

/** Weighted by how many people live there, roughly. */
const places: Weights<Place> = [
  [place("1000", "21004", "Bruxelles", "Brussel"), 9],
  [place("1020", "21004", "Bruxelles", "Brussel"), 5],
  [place("1120", "21004", "Bruxelles", "Brussel"), 1.5],
  [place("1130", "21004", "Bruxelles", "Brussel"), 0.5],
  [place("1040", "21004", "Bruxelles", "Brussel"), 0.5],
  [place("1050", "21004", "Bruxelles", "Brussel"), 1],
  [place("1030", "21015", "Schaerbeek", "Schaarbeek"), 11],
  [place("1040", "21005", "Etterbeek", "Etterbeek"), 4],
  [place("1050", "21009", "Ixelles", "Elsene"), 7],
  [place("1060", "21013", "Saint-Gilles", "Sint-Gillis"), 4],
  [place("1070", "21001", "Anderlecht", "Anderlecht"), 10],
  [place("1080", "21012", "Molenbeek-Saint-Jean", "Sint-Jans-Molenbeek"), 8],
  [place("1081", "21011", "Koekelberg", "Koekelberg"), 2],
  [place("1082", "21003", "Berchem-Sainte-Agathe", "Sint-Agatha-Berchem"), 2],
  [place("1083", "21008", "Ganshoren", "Ganshoren"), 2],
  [place("1090", "21010", "Jette", "Jette"), 4],
  [place("1140", "21006", "Evere", "Evere"), 3.5],
  [place("1150", "21019", "Woluwe-Saint-Pierre", "Sint-Pieters-Woluwe"), 3.4],
  [place("1160", "21002", "Auderghem", "Oudergem"), 2.8],
  [place("1170", "21017", "Watermael-Boitsfort", "Watermaal-Bosvoorde"), 2],
  [place("1180", "21016", "Uccle", "Ukkel"), 6.8],
  [place("1190", "21007", "Forest", "Vorst"), 4.7],
  [place("1200", "21018", "Woluwe-Saint-Lambert", "Sint-Lambrechts-Woluwe"), 4.8],
  [place("1210", "21014", "Saint-Josse-ten-Noode", "Sint-Joost-ten-Node"), 2.2],
];

/** Street names of the demonstration; none is meant to be found in the municipality it is put in. */
const streets: readonly (readonly [string, string])[] = [
  ["Rue du Chêne", "Eikstraat"],
  ["Rue de l'Étuve", "Stoofstraat"],
  ["Chaussée de la Libération", "Bevrijdingssteenweg"],
  ["Avenue des Tilleuls", "Lindenlaan"],
  ["Place du Marché", "Marktplein"],
  ["Rue de l'Atelier", "Werkplaatsstraat"],
  ["Quai aux Pierres", "Stenenkaai"],
  ["Rue des Tanneurs", "Huidevettersstraat"],
  ["Avenue du Progrès", "Vooruitgangslaan"],
  ["Rue de l'Église", "Kerkstraat"],
  ["Boulevard du Canal", "Kanaallaan"],
  ["Rue Haute", "Hoogstraat"],
  ["Rue du Moulin", "Molenstraat"],
  ["Avenue de la Forêt", "Boslaan"],
  ["Rue d'Aumale-le-Vieux", "Oude-Aumalestraat"],
  ["Square des Écoles", "Schoolsquare"],
  ["Rue Neuve-des-Champs", "Nieuwe Veldstraat"],
  ["Chaussée du Roi", "Koningssteenweg"],
];

/** Where somebody lives or works in the Region. */
export function placeOf(random: Random): Place {
  return random.weighted(places);
}

/** An address at a place. */
export function addressAt(where: Place, random: Random): AddressStory {
  const [streetFr, streetNl] = random.pick(streets);
  return {
    postcode: where.postcode,
    nis: where.nis,
    municipalityFr: where.fr,
    municipalityNl: where.nl,
    streetFr,
    streetNl,
    houseNumber: `${random.int(1, 380)}${random.chance(0.06) ? "A" : ""}`,
    box: random.chance(0.25) ? String(random.int(1, 40)) : null,
  };
}
