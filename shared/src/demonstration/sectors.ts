/** Sectors with their activities in both versions of NACE-BEL, and the words of which enterprise names and project titles are made. */
import type { Sector } from "./enterprise-story.js";
import type { Weights } from "./random.js";

/** An activity: its codes, and what an enterprise of that kind is called in French, Dutch and English. */
export interface Trade {
  readonly nace2025: string;
  readonly nace2008: string;
  readonly fr: string;
  readonly nl: string;
  readonly en: string;
}

const trade = (nace2025: string, nace2008: string, fr: string, nl: string, en: string): Trade => ({
  nace2025,
  nace2008,
  fr,
  nl,
  en,
});

/** The activities of each sector. */
export const trades: Readonly<Record<Sector, readonly Trade[]>> = {
  PROFESSIONAL_SCIENTIFIC: [
    trade("69101", "69101", "Cabinet d'avocats", "Advocatenkantoor", "Law office"),
    trade("69201", "69201", "Fiduciaire", "Boekhoudkantoor", "Accounting office"),
    trade("70200", "70220", "Conseil en gestion", "Bedrijfsadvies", "Management consultancy"),
    trade("71111", "71111", "Atelier d'architecture", "Architectenatelier", "Architects' studio"),
    trade("71121", "71121", "Bureau d'études", "Studiebureau", "Engineering office"),
    trade("74120", "74103", "Studio graphique", "Grafische studio", "Graphic studio"),
    trade("74201", "74201", "Studio photo", "Fotostudio", "Photo studio"),
    trade("74301", "74300", "Traductions", "Vertalingen", "Translations"),
  ],
  CONSTRUCTION: [
    trade("41001", "41201", "Constructions", "Bouwwerken", "Builders"),
    trade("43211", "43211", "Électricité générale", "Algemene elektriciteit", "Electricians"),
    trade("43320", "43320", "Menuiserie", "Schrijnwerkerij", "Joinery"),
    trade("43341", "43341", "Peintures", "Schilderwerken", "Painters"),
    trade("43222", "43222", "Chauffage", "Verwarming", "Heating"),
  ],
  RETAIL: [
    trade("47110", "47114", "Alimentation", "Voeding", "Grocery"),
    trade("47241", "47241", "Boulangerie", "Bakkerswinkel", "Bakery shop"),
    trade("47711", "47711", "Boutique", "Kledingwinkel", "Clothes shop"),
    trade("47610", "47610", "Librairie", "Boekhandel", "Bookshop"),
  ],
  HORECA: [
    trade("56111", "56101", "Restaurant", "Restaurant", "Restaurant"),
    trade("56112", "56102", "Snack", "Snackbar", "Snack bar"),
    trade("56301", "56301", "Café", "Café", "Café"),
    trade("56210", "56210", "Traiteur", "Traiteur", "Catering"),
  ],
  ICT: [
    trade("62100", "62010", "Logiciels", "Software", "Software"),
    trade("62200", "62020", "Conseil informatique", "IT-advies", "IT consultancy"),
    trade("63100", "63110", "Hébergement de données", "Datahosting", "Data hosting"),
  ],
  ADMIN_SERVICES: [
    trade("81210", "81210", "Nettoyage", "Schoonmaak", "Cleaning"),
    trade("82100", "82110", "Secrétariat", "Secretariaat", "Office services"),
    trade("82990", "82990", "Services aux entreprises", "Bedrijfsdiensten", "Business services"),
  ],
  LIFE_TECH: [
    trade("72101", "72110", "Biotechnologies", "Biotechnologie", "Biotech"),
    trade("72109", "72190", "Laboratoire", "Laboratorium", "Laboratory"),
  ],
  GREEN_TECH: [
    trade("38110", "38110", "Recyclage", "Recyclage", "Recycling"),
    trade("43230", "43291", "Isolation durable", "Duurzame isolatie", "Green insulation"),
  ],
  AUDIOVISUAL: [
    trade("59111", "59111", "Productions", "Producties", "Productions"),
    trade("59120", "59120", "Post-production", "Postproductie", "Post-production"),
  ],
  MANUFACTURING: [
    trade("10712", "10712", "Boulangerie artisanale", "Ambachtelijke bakkerij", "Artisan bakery"),
    trade("18120", "18120", "Imprimerie", "Drukkerij", "Print shop"),
  ],
  PERSONAL_SERVICES: [
    trade("96210", "96021", "Salon de coiffure", "Kapsalon", "Hair salon"),
    trade("96220", "96022", "Institut de beauté", "Schoonheidsinstituut", "Beauty salon"),
    trade("96102", "96012", "Lavoir", "Wasserette", "Laundry"),
  ],
  TRANSPORT: [
    trade("49330", "49320", "Taxis", "Taxi's", "Taxis"),
    trade("49410", "49410", "Transports", "Transport", "Haulage"),
    trade("53200", "53200", "Coursiers", "Koeriers", "Couriers"),
  ],
};

/** The trade with a NACE-BEL 2025 code. */
export function tradeOf(nace2025: string): Trade {
  const found = Object.values(trades)
    .flat()
    .find((candidate) => candidate.nace2025 === nace2025);
  if (!found) throw new RangeError(`no trade ${nace2025}`);
  return found;
}

/** The sector that a trade belongs to. */
export function sectorOf(trade: Trade): Sector {
  const found = (Object.keys(trades) as Sector[]).find((sector) => trades[sector].includes(trade));
  if (!found) throw new RangeError(`trade ${trade.nace2025} is in no sector`);
  return found;
}

/** Sectors of the three priorities for farming (R41); start-ups are counted in them. */
export const prioritySectors: readonly Sector[] = ["ICT", "LIFE_TECH", "GREEN_TECH"];

/**
 * The mix of N20: more than half in professional services, construction and trade; horeca, ICT and administrative services a quarter.
 * Women are 27.6 % of all and 14 % of founders in the priority sectors (N81, N83), so the mix differs by sex there.
 */
export function sectorWeights(woman: boolean): Weights<Sector> {
  const priority = woman ? 0.5 : 1.2;
  return [
    ["PROFESSIONAL_SCIENTIFIC", 25],
    ["CONSTRUCTION", 12],
    ["RETAIL", 16],
    ["HORECA", 11],
    ["ICT", 9 * priority],
    ["ADMIN_SERVICES", 7],
    ["LIFE_TECH", 2 * priority],
    ["GREEN_TECH", 2 * priority],
    ["AUDIOVISUAL", 4],
    ["MANUFACTURING", 4],
    ["PERSONAL_SERVICES", 6],
    ["TRANSPORT", 3],
  ];
}

/** Words that enterprises like to carry. Invented; a likeness to a real name is chance. */
export const brandWords: readonly string[] = [
  "Zinneke",
  "Senne",
  "Mirabelle",
  "Nova",
  "Atlas",
  "Marolle",
  "Cosmo",
  "Lumen",
  "Bricole",
  "Azur",
  "Kiosk",
  "Ommegang",
  "Boréal",
  "Tandem",
  "Pixel",
  "Verger",
  "Quartz",
  "Ketje",
  "Horizon",
  "Iris",
  "Canal",
  "Fabrik",
  "Soleil",
  "Hirondelle",
  "Alba",
  "Rivage",
  "Étoile",
  "Forge",
  "Papillon",
  "Volt",
  "Granit",
  "Mosaïque",
  "Safran",
  "Eikenhof",
  "Zenne & Co",
  "L'Atelier",
  "D'Ici",
  "Oranjerie",
  "Maalbeek",
  "Woluwe",
];
