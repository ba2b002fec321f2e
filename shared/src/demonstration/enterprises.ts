/** Enterprises: which ones there are, whose, how long they live, and what the register says of them. */
import { demonstrationEnterpriseNumber } from "../ids.js";
import { annualAccountsOf } from "./accounts.js";
import { addMonths, dateOf, dayOf } from "./calendar.js";
import type { Day } from "./calendar.js";
import type { AddressStory, EnterpriseStory, EstablishmentStory, Sector } from "./enterprise-story.js";
import { asciiWord, asWritten, enterprisePhone } from "./phones.js";
import { addressAt, placeOf } from "./places.js";
import { Random } from "./random.js";
import { brandWords, sectorWeights, trades } from "./sectors.js";
import type { Trade } from "./sectors.js";
import type { PersonName, Sex } from "./story.js";
import type { Teller } from "./teller.js";

/** What must hold of one enterprise; what is not said is left to chance. */
export interface EnterpriseWish {
  readonly sector?: Sector;
  readonly trade?: Trade;
  /** A sole trader, or a company: one that seeks profit. Who does not say may get an association too. */
  readonly naturalPerson?: boolean;
  readonly startDay?: Day;
  /** Null: alive. */
  readonly ceasedDay?: Day | null;
  readonly bankrupt?: boolean;
  /** Accounts that signal difficulty. */
  readonly atRisk?: boolean;
  readonly withPhone?: boolean;
}

/** Who founds it: some names and dates follow from that. */
export interface Founder {
  readonly name: PersonName;
  readonly sex: Sex;
  readonly birthDate: string | null;
}

/** 66.5 to 67 % live after five years: 92.2 % a year (N11). */
const yearlySurvival = 0.922;
/** Nearly one cessation in four is a bankruptcy (N14). */
const bankruptcyShare = 0.245;
/** SMEs at risk (N15). */
const riskShare = 0.24;
/** The code of companies and associations: old forms are read as new ones from then on. */
const newForms = dayOf("2019-05-01");

/** The enterprise that stands at `sequence` in the range of numbers that were never issued. */
export function enterpriseOf(
  teller: Teller,
  sequence: number,
  founder: Founder,
  wish: EnterpriseWish = {},
): EnterpriseStory {
  const random = new Random(teller.world.seed, "enterprise", sequence);
  const naturalPerson = wish.naturalPerson ?? random.chance(0.42);
  const sector = wish.sector ?? random.weighted(sectorWeights(founder.sex === "F"));
  const kind = wish.trade ?? random.pick(trades[sector]);
  const start = wish.startDay ?? startDay(teller, random, naturalPerson, founder);
  const ended = wish.ceasedDay === undefined ? ceasedDay(teller, random, start) : wish.ceasedDay;
  const bankrupt = ended !== null && (wish.bankrupt ?? random.chance(bankruptcyShare));
  const number = demonstrationEnterpriseNumber(sequence);
  const address = addressAt(placeOf(random), random);
  const names = enterpriseNames(random, kind, founder.name, naturalPerson);
  const startDate = dateOf(start);
  const ceasedOn = ended === null ? null : dateOf(ended);
  const drawn = naturalPerson ? null : legalForm(random, start);
  const form = wish.naturalPerson === false && drawn === association ? privateCompany : drawn;
  return {
    number,
    ...names,
    sector,
    naturalPerson,
    legalForm: form,
    legalFormCac: form === "015" ? privateCompany : null,
    juridicalSituation: situation(teller, random, ended, bankrupt, naturalPerson),
    situationSince: ceasedOn ?? startDate,
    startDate,
    ceasedOn,
    address,
    activities: activities(random, kind, sector),
    establishments: establishments(sequence, random, address, names.commercialName, startDate),
    contacts: contacts(sequence, random, names.nameFr, wish.withPhone),
    annualAccounts: naturalPerson
      ? []
      : annualAccountsOf(teller, number, random, {
          start,
          ended,
          bankrupt,
          employs: random.chance(0.22),
          atRisk: wish.atRisk ?? random.chance(riskShare),
        }),
  };
}

/** 41 % of living sole traders and 28 % of companies are younger than four years (N17): ages fall off at these yearly rates. */
const fallOff = { soleTrader: 0.105, company: 0.062 } as const;
const oldest = 35;
/** An enterprise that ended longer ago is in no agency's memory: none of those is made. */
const yearsRemembered = 4;

function startDay(teller: Teller, random: Random, naturalPerson: boolean, founder: Founder): Day {
  const years = Math.min(
    -Math.log(1 - random.unit()) / (naturalPerson ? fallOff.soleTrader : fallOff.company),
    oldest * (0.7 + 0.3 * random.unit()),
  );
  const age = Math.max(12, Math.round(years * 365.25));
  const earliest = founder.birthDate ? addMonths(dayOf(founder.birthDate), 12 * 19) : -Infinity;
  return Math.min(teller.yesterday - 2, teller.ago(age, earliest));
}

/** Whoever lived four years ago, or was founded since, ends at the same yearly rate. */
function ceasedDay(teller: Teller, random: Random, start: Day): Day | null {
  const years = Math.log(1 - random.unit()) / Math.log(yearlySurvival);
  const from = teller.ago(Math.round(yearsRemembered * 365.25), start);
  const day = from + 1 + Math.round(years * 365.25);
  return teller.isPast(day) ? day : null;
}

/** The register's code for how an enterprise stands; a bankruptcy and a liquidation are open for a while before they are closed. */
function situation(
  teller: Teller,
  random: Random,
  ended: Day | null,
  bankrupt: boolean,
  naturalPerson: boolean,
): string {
  if (ended === null) return "000";
  const days = teller.yesterday - ended;
  if (bankrupt) return days < 3 * 365 ? "050" : random.chance(0.7) ? "051" : "053";
  if (naturalPerson) return "016";
  return days < 400 ? "012" : "014";
}

/** Codes of legal forms in the register: a private company (SRL/BV), and a non-profit association (ASBL/VZW). */
const privateCompany = "610";
const association = "017";

function legalForm(random: Random, start: Day): string {
  const form = random.weighted([
    [privateCompany, 74],
    ["014", 9],
    ["706", 4],
    [association, 8],
    ["612", 5],
  ]);
  return form === privateCompany && start < newForms && random.chance(0.3) ? "015" : form;
}

function enterpriseNames(random: Random, kind: Trade, founder: PersonName, naturalPerson: boolean) {
  const brand = random.pick(brandWords);
  const word = random.chance(0.35) ? founder.family : brand;
  const shop = random.chance(0.4) ? `${random.pick(brandWords)} ${random.int(1, 99)}` : null;
  if (naturalPerson) {
    const name = `${founder.family} ${founder.given}`;
    return {
      nameFr: name,
      nameNl: name,
      abbreviation: null,
      commercialName: shop ?? (random.chance(0.5) ? `${kind.fr} ${word}` : null),
    };
  }
  return {
    nameFr: `${kind.fr} ${word}`,
    nameNl: `${kind.nl} ${word}`,
    abbreviation: random.chance(0.15) ? asciiWord(`${kind.fr.slice(0, 1)}${word.slice(0, 3)}`).toUpperCase() : null,
    commercialName: shop,
  };
}

function activities(random: Random, kind: Trade, sector: Sector): EnterpriseStory["activities"] {
  const codes = { nace2025: kind.nace2025, nace2008: kind.nace2008 };
  const second = random.chance(0.3) ? trades[sector].find((other) => other.nace2025 !== kind.nace2025) : undefined;
  return [
    { group: "001", ...codes, classification: "MAIN" },
    { group: "003", ...codes, classification: "MAIN" },
    ...(second
      ? [{ group: "001", nace2025: second.nace2025, nace2008: second.nace2008, classification: "SECO" as const }]
      : []),
  ];
}

function establishments(
  sequence: number,
  random: Random,
  seat: AddressStory,
  commercialName: string | null,
  startDate: string,
): readonly EstablishmentStory[] {
  const second = random.chance(0.1);
  const first = { number: establishmentNumber(sequence * 2), startDate, commercialName, address: seat };
  if (!second) return [first];
  return [
    first,
    { ...first, number: establishmentNumber(sequence * 2 + 1), address: addressAt(placeOf(random), random) },
  ];
}

/** An establishment number with valid check digits that starts with 8, where the register has issued none (reference 5.2). */
function establishmentNumber(sequence: number): string {
  const body = 80_000_000 + sequence;
  return `${body}${String(97 - (body % 97)).padStart(2, "0")}`;
}

function contacts(
  sequence: number,
  random: Random,
  name: string,
  withPhone: boolean | undefined,
): EnterpriseStory["contacts"] {
  const phone = (withPhone ?? random.chance(0.55)) ? enterprisePhone(sequence) : null;
  const domain = `${asciiWord(name)}-${sequence}.example`;
  return [
    ...(phone ? [{ type: "TEL" as const, value: asWritten(phone, random.int(0, 3)), e164: phone }] : []),
    ...(random.chance(0.5) ? [{ type: "EMAIL" as const, value: `info@${domain}`, e164: null }] : []),
    ...(random.chance(0.3) ? [{ type: "WEB" as const, value: `https://www.${domain}`, e164: null }] : []),
  ];
}
