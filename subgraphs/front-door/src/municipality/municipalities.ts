import type { LocalizedText } from "@parcours/shared/languages";

/** The 19 municipalities of the Brussels-Capital Region by NIS code (Statbel REFNIS). English uses the French form, as the Region does. */
const names: Readonly<Record<string, Required<LocalizedText>>> = {
  "21001": { fr: "Anderlecht", nl: "Anderlecht", en: "Anderlecht" },
  "21002": { fr: "Auderghem", nl: "Oudergem", en: "Auderghem" },
  "21003": { fr: "Berchem-Sainte-Agathe", nl: "Sint-Agatha-Berchem", en: "Berchem-Sainte-Agathe" },
  "21004": { fr: "Ville de Bruxelles", nl: "Stad Brussel", en: "City of Brussels" },
  "21005": { fr: "Etterbeek", nl: "Etterbeek", en: "Etterbeek" },
  "21006": { fr: "Evere", nl: "Evere", en: "Evere" },
  "21007": { fr: "Forest", nl: "Vorst", en: "Forest" },
  "21008": { fr: "Ganshoren", nl: "Ganshoren", en: "Ganshoren" },
  "21009": { fr: "Ixelles", nl: "Elsene", en: "Ixelles" },
  "21010": { fr: "Jette", nl: "Jette", en: "Jette" },
  "21011": { fr: "Koekelberg", nl: "Koekelberg", en: "Koekelberg" },
  "21012": { fr: "Molenbeek-Saint-Jean", nl: "Sint-Jans-Molenbeek", en: "Molenbeek-Saint-Jean" },
  "21013": { fr: "Saint-Gilles", nl: "Sint-Gillis", en: "Saint-Gilles" },
  "21014": { fr: "Saint-Josse-ten-Noode", nl: "Sint-Joost-ten-Node", en: "Saint-Josse-ten-Noode" },
  "21015": { fr: "Schaerbeek", nl: "Schaarbeek", en: "Schaerbeek" },
  "21016": { fr: "Uccle", nl: "Ukkel", en: "Uccle" },
  "21017": { fr: "Watermael-Boitsfort", nl: "Watermaal-Bosvoorde", en: "Watermael-Boitsfort" },
  "21018": { fr: "Woluwe-Saint-Lambert", nl: "Sint-Lambrechts-Woluwe", en: "Woluwe-Saint-Lambert" },
  "21019": { fr: "Woluwe-Saint-Pierre", nl: "Sint-Pieters-Woluwe", en: "Woluwe-Saint-Pierre" },
};

/** The names of a municipality of the Region; null where the code is none of its nineteen. */
export function municipalityName(nis: string | null): Required<LocalizedText> | null {
  return nis === null ? null : (names[nis] ?? null);
}

/** The code of a municipality of the Region, by its name in any language; null where it is none of its nineteen. */
export function nisOfMunicipality(name: string): string | null {
  const asked = plain(name);
  const found = Object.entries(names).find(([, { fr, nl, en }]) =>
    [fr, nl, en].some((one) => plain(one ?? "") === asked),
  );
  return found?.[0] ?? null;
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();
}
