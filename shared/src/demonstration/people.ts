/**
 * Who can sign in to the demonstration: somebody for every role a person can have, by a short handle. Officials are those whom the stories
 * name (the coach of a running dossier, the helper of a case), entrepreneurs those who play a hard case (`cases.ts`).
 */
import type { Purpose } from "../identity/purposes.js";
import type { Role } from "../identity/roles.js";
import type { LocalizedText } from "../languages.js";
import { hardCases, type HardCase } from "./cases.js";
import { storyOf } from "./population.js";
import { staffMember } from "./staff.js";
import type { World } from "./story.js";
import { entrepreneurIdOf } from "./teller.js";

/** Somebody who can sign in. */
export interface DemonstrationPerson {
  /** Short, lower case: what `pnpm run token` takes. */
  readonly handle: string;
  readonly name: string;
  readonly role: Role;
  /** Of a member of staff: the agency's code. */
  readonly agency?: string;
  readonly staffId?: string;
  /** The person in the graph: of an entrepreneur or mandatary always, of an official who has an enterprise too. */
  readonly entrepreneurId?: string;
  readonly language: "fr" | "nl" | "en";
  /** For what this person usually asks; absent where the role opens no personal field. */
  readonly purpose?: Purpose;
  /** A case or call to name with the purpose. */
  readonly caseReference?: string;
  /** What there is to try as this person. */
  readonly about: Required<LocalizedText>;
}

/** A person before the world is known. */
interface Part extends Pick<DemonstrationPerson, "handle" | "role" | "language"> {
  /** Agency and place among its staff. */
  readonly works?: readonly [agency: string, number: number];
  readonly plays?: HardCase;
  readonly about: readonly [fr: string, nl: string, en: string];
}

const usual: Readonly<Partial<Record<Role, readonly [Purpose, string?]>>> = {
  ENTREPRENEUR: ["OWN_PATH"],
  MANDATARY: ["MANDATE"],
  ADVISOR_1819: ["CALL", "call-2026-0412"],
  COACH: ["COACHING", "coaching-2026-017"],
  FINANCING_OFFICER: ["FUNDING", "application-2026-088"],
  HOUSING_HOST: ["HOSTING", "stay-2026-031"],
  RECOGNISED_HELPER: ["DIFFICULTY_HELP", "case-2026-005"],
  MERGE_REVIEWER: ["MATCHING", "duplicate-2026-12"],
  DATA_PROTECTION_OFFICER: ["DATA_PROTECTION", "request-2026-03"],
  ACTIRIS: ["EMPLOYMENT", "vacancy-2026-07"],
};

const parts: readonly Part[] = [
  {
    handle: "tom",
    role: "ADVISOR_1819",
    works: ["1819", 0],
    language: "nl",
    about: ["répond au téléphone", "neemt de telefoon op", "answers the telephone"],
  },
  {
    handle: "lies",
    role: "ADVISOR_1819",
    works: ["1819", 1],
    plays: "SECOND_TWIN",
    language: "nl",
    about: [
      "a aussi un dossier comme entrepreneure : ses propres consultations sont signalées",
      "heeft ook een dossier als onderneemster: eigen raadplegingen worden gemeld",
      "has a dossier as an entrepreneur too: looking oneself up is flagged",
    ],
  },
  {
    handle: "amina",
    role: "ENTREPRENEUR",
    plays: "KNOWN_TO_EVERY_POLE",
    language: "fr",
    about: ["connue de tous les pôles", "bekend bij elke pool", "known to every pole"],
  },
  {
    handle: "wim",
    role: "ENTREPRENEUR",
    plays: "COACHED_AND_REFUSED",
    language: "nl",
    about: [
      "accompagné ; son prêt a été refusé, avec motivation",
      "begeleid; zijn lening werd geweigerd, met motivering",
      "coached; his loan was refused, with a motivation",
    ],
  },
  {
    handle: "olivia",
    role: "ENTREPRENEUR",
    plays: "HONOUR_LOAN_REFUSED",
    language: "en",
    about: [
      "un microcrédit chez Crédal, un prêt d'honneur refusé chez Village Finance",
      "een microkrediet bij Crédal, een geweigerde erelening bij Village Finance",
      "a microcredit of Crédal, an honour loan refused by Village Finance",
    ],
  },
  {
    handle: "nadia",
    role: "ENTREPRENEUR",
    plays: "IN_DIFFICULTY",
    language: "fr",
    about: [
      "en difficulté, aidée par le Centre",
      "in moeilijkheden, geholpen door het Centrum",
      "in difficulty, helped",
    ],
  },
  {
    handle: "georges",
    role: "ENTREPRENEUR",
    plays: "SELLER",
    language: "fr",
    about: ["a vendu son entreprise", "verkocht zijn onderneming", "sold his enterprise"],
  },
  {
    handle: "yasmine",
    role: "ENTREPRENEUR",
    plays: "BUYER",
    language: "fr",
    about: ["l'a achetée", "kocht die", "bought it"],
  },
  {
    handle: "georges-company",
    role: "MANDATARY",
    plays: "SELLER",
    language: "fr",
    about: ["son mandat a pris fin", "zijn mandaat is beëindigd", "his mandate has ended"],
  },
  {
    handle: "yasmine-company",
    role: "MANDATARY",
    plays: "BUYER",
    language: "fr",
    about: ["dirige l'entreprise achetée", "leidt de gekochte onderneming", "manages the enterprise she bought"],
  },
  {
    handle: "marc",
    role: "MANDATARY",
    plays: "ACCOUNTANT",
    language: "fr",
    about: ["comptable de plusieurs clients", "boekhouder van meerdere klanten", "accountant of several clients"],
  },
  {
    handle: "sofie",
    role: "COACH",
    works: ["HUB", 0],
    language: "nl",
    about: ["accompagne Amina et Wim", "begeleidt Amina en Wim", "coaches Amina and Wim"],
  },
  {
    handle: "lucas",
    role: "COACH",
    works: ["HUB", 1],
    language: "fr",
    about: ["collègue, sans lien avec eux", "collega, zonder band met hen", "a colleague, with no tie to them"],
  },
  {
    handle: "karim",
    role: "COACH",
    works: ["LOCAL_DESKS", 0],
    language: "fr",
    about: ["accompagne Olivia", "begeleidt Olivia", "coaches Olivia"],
  },
  {
    handle: "pieter",
    role: "FINANCING_OFFICER",
    works: ["FINANCE_INVEST", 0],
    language: "nl",
    about: [
      "examine le prêt d'Amina, a refusé Wim",
      "onderzoekt Amina's lening, weigerde Wim",
      "treats Amina's loan, refused Wim",
    ],
  },
  {
    handle: "claire",
    role: "FINANCING_OFFICER",
    works: ["CREDAL", 0],
    language: "fr",
    about: ["microcrédit d'Olivia", "microkrediet van Olivia", "Olivia's microcredit"],
  },
  {
    handle: "fatima",
    role: "FINANCING_OFFICER",
    works: ["VILLAGE_FINANCE", 0],
    language: "fr",
    about: ["a refusé le prêt d'honneur d'Olivia", "weigerde Olivia's erelening", "refused Olivia's honour loan"],
  },
  {
    handle: "elke",
    role: "HOUSING_HOST",
    works: ["CITYDEV", 0],
    language: "nl",
    about: ["loue un atelier à Amina", "verhuurt Amina een atelier", "lets a workshop to Amina"],
  },
  {
    handle: "samira",
    role: "RECOGNISED_HELPER",
    works: ["COM", 0],
    language: "fr",
    about: ["suit le dossier de Nadia", "volgt Nadia's dossier op", "has Nadia's case"],
  },
  {
    handle: "benoit",
    role: "MERGE_REVIEWER",
    works: ["1819", 2],
    language: "fr",
    about: ["décide des doublons", "beslist over dubbels", "decides on duplicates"],
  },
  {
    handle: "emma",
    role: "STATISTICIAN",
    works: ["BEW", 0],
    language: "en",
    about: ["compte, ne nomme pas", "telt, noemt niet", "counts, never names"],
  },
  {
    handle: "an",
    role: "DATA_PROTECTION_OFFICER",
    works: ["1819", 3],
    language: "nl",
    about: ["voit qui a consulté", "ziet wie keek", "sees who looked"],
  },
  {
    handle: "nora",
    role: "ACTIRIS",
    works: ["ACTIRIS", 0],
    language: "en",
    about: ["voit les aides accordées", "ziet de toegekende steun", "sees the help that was granted"],
  },
];

/** The handles, in the order in which they are listed. */
export const demonstrationHandles: readonly string[] = parts.map(({ handle }) => handle);

/** Everybody who can sign in to a world's demonstration. */
export function demonstrationPeople(world: World): readonly DemonstrationPerson[] {
  return parts.map((part) => personOf(world, part));
}

function personOf(
  world: World,
  { handle, role, language, works, plays, about: [fr, nl, en] }: Part,
): DemonstrationPerson {
  const [purpose, caseReference] = usual[role] ?? [];
  const member = works && { agency: works[0], ...staffMember(...works) };
  return {
    handle,
    role,
    language,
    name: member?.name ?? (plays ? nameOf(world, plays) : handle),
    ...(member && { agency: member.agency, staffId: member.staffId }),
    ...(plays && { entrepreneurId: entrepreneurIdOf(world, hardCases[plays]) }),
    ...(purpose && { purpose }),
    ...(caseReference && { caseReference }),
    about: { fr, nl, en },
  };
}

function nameOf(world: World, plays: HardCase): string {
  const { given, family } = storyOf(world, hardCases[plays]).name;
  return `${given} ${family}`;
}
