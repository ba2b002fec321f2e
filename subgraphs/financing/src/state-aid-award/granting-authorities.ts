/**
 * Who granted an award of the European state-aid register (TAM): from the register's spelling to an agency code of this subgraph.
 * The register cuts names off, mixes languages and gives abbreviations; every spelling met so far stands here as it was met,
 * next to the body's own name. Source: the TAM export of Belgium 2016-2020; codes: the `subgraph` block of `package.json`.
 */

/** Spellings by agency code. Add the spelling that an import reports as unknown; the code must be declared in `package.json`. */
export const grantingAuthorities: Readonly<Record<string, readonly string[]>> = {
  // Partners of the financing pole.
  BEW: ["Brussel Economie en Werkgelegenheid", "Bruxelles Economie et Emploi"],
  INNOVIRIS: ["Innoviris"],
  // Brussels-Capital Region, no partner.
  FEDER_SPRB: ["FEDER SPRB"],
  // Federal authorities.
  FPS_ECONOMY_ENERGY: ["ENERGIE", "FOD Economie - Algemene Directie Energie"],
  FPS_MOBILITY: ["FOD MOBILIT", "FOD Mobiliteit en Vervoer", "SPF Mobilité et Transports"],
  // Flanders.
  CJSM: ["CJSM", "Cultuur, Jeugd, Sport en Media"],
  INTERREG_VLANED: ["Grensregio", "Interreg Vlaanderen-Nederland"],
  RWO: ["RWO", "Ruimtelijke Ordening, Woonbeleid en Onroerend Erfgoed"],
  VEA: ["VEA", "Vlaams Energieagentschap"],
  VIPA: ["WVG_VIPA", "VIPA", "Vlaams Infrastructuurfonds voor Persoonsgebonden Aangelegenheden"],
  VLAIO: ["VLAIO", "Agentschap Innoveren en Ondernemen"],
  VMM: ["Vlaamse MilieuMaatschappij"],
  WSE: ["WSE", "Departement Werk en Sociale Economie"],
  // Wallonia.
  SOWALFIN: ["SOWALFIN SA"],
  SPW_EER: ["SPW DGO Economie, Emploi et Recherche"],
  SPW_ENERGY: ["SPW - DG Energie"],
  SPW_INFRASPORTS: ["SPW - Direction des Infrastructures sportives"],
  WALLIMAGE: ["Wallimage SA"],
  WBI: ["Wallonie-Bruxelles International"],
};

/** A cut name shorter than this, spaces and signs left out, says too little to be completed: "Vlaamse" begins many names. */
const shortestCutName = 10;

const spellings: readonly (readonly [spelling: string, code: string])[] = Object.entries(grantingAuthorities).flatMap(
  ([code, names]) => names.map((name) => [normalised(name), code] as const),
);
const codeBySpelling: ReadonlyMap<string, string> = new Map(spellings);

/**
 * The agency code of a granting authority as the register spells it.
 * Case, accents, spaces and punctuation do not matter; a name that was cut off is completed where only one body fits.
 * @returns null where the spelling is unknown or fits several bodies: the importer reports such a row and goes on
 */
export function authorityOf(raw: string): string | null {
  const name = normalised(raw);
  const exact = codeBySpelling.get(name);
  if (exact !== undefined) return exact;
  if (name.length < shortestCutName) return null;
  const fitting = new Set(spellings.filter(([spelling]) => spelling.startsWith(name)).map(([, code]) => code));
  const [only] = fitting;
  return fitting.size === 1 && only !== undefined ? only : null;
}

function normalised(name: string): string {
  return name
    .normalize("NFD")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}
