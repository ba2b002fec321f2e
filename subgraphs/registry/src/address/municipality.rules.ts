/**
 * The nineteen municipalities of Brussels by name. A postcode never gives the municipality: 1040 lies in Etterbeek and in Brussels,
 * 1050 in Ixelles and in Brussels. Source: reference 5.7
 */

interface Municipality {
  readonly nis: string;
  readonly fr: string;
  readonly nl: string;
}

const municipalities: readonly Municipality[] = [
  { nis: "21001", fr: "Anderlecht", nl: "Anderlecht" },
  { nis: "21002", fr: "Auderghem", nl: "Oudergem" },
  { nis: "21003", fr: "Berchem-Sainte-Agathe", nl: "Sint-Agatha-Berchem" },
  { nis: "21004", fr: "Bruxelles", nl: "Brussel" },
  { nis: "21005", fr: "Etterbeek", nl: "Etterbeek" },
  { nis: "21006", fr: "Evere", nl: "Evere" },
  { nis: "21007", fr: "Forest", nl: "Vorst" },
  { nis: "21008", fr: "Ganshoren", nl: "Ganshoren" },
  { nis: "21009", fr: "Ixelles", nl: "Elsene" },
  { nis: "21010", fr: "Jette", nl: "Jette" },
  { nis: "21011", fr: "Koekelberg", nl: "Koekelberg" },
  { nis: "21012", fr: "Molenbeek-Saint-Jean", nl: "Sint-Jans-Molenbeek" },
  { nis: "21013", fr: "Saint-Gilles", nl: "Sint-Gillis" },
  { nis: "21014", fr: "Saint-Josse-ten-Noode", nl: "Sint-Joost-ten-Node" },
  { nis: "21015", fr: "Schaerbeek", nl: "Schaarbeek" },
  { nis: "21016", fr: "Uccle", nl: "Ukkel" },
  { nis: "21017", fr: "Watermael-Boitsfort", nl: "Watermaal-Bosvoorde" },
  { nis: "21018", fr: "Woluwe-Saint-Lambert", nl: "Sint-Lambrechts-Woluwe" },
  { nis: "21019", fr: "Woluwe-Saint-Pierre", nl: "Sint-Pieters-Woluwe" },
];

const byName = new Map(
  municipalities.flatMap(({ nis, fr, nl }) => [[plain(fr), nis] as const, [plain(nl), nis] as const]),
);

/**
 * The NIS code of a Brussels municipality from its names in an address.
 * @param postcode only to tell it from a namesake elsewhere in the country
 * @returns null where the address lies outside Brussels or its municipality is not told
 */
export function brusselsNisOf(
  municipalityFr: string | null,
  municipalityNl: string | null,
  postcode: string | null,
): string | null {
  if (!/^1[0-2]\d\d$/.test(postcode ?? "")) return null;
  return byName.get(plain(municipalityFr ?? "")) ?? byName.get(plain(municipalityNl ?? "")) ?? null;
}

/** Without what the register adds to tell namesakes apart: `Sint-Gillis (bij-Brussel)`. */
function plain(name: string): string {
  return name
    .replace(/\s*\(.*\)$/, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .trim();
}
