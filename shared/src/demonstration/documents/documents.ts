/**
 * Which documents an entrepreneur gave, told from what else happened: a business plan where there is coaching, a financial plan, statutes and
 * accounts where there is an application, a reference where another agency asks for what is held (R01, J03). Documents of a restart stay
 * at the centre for enterprises in difficulty.
 */
import { addMonths, dayOf, morningOf, type Day } from "../calendar.js";
import type { ApplicationStory, Instrument } from "../financing-story.js";
import type { Random } from "../random.js";
import type { EntrepreneurStory, World } from "../story.js";
import { Teller } from "../teller.js";
import type { DocumentCode, DocumentStory } from "./document-story.js";
import { shelved, type Gift } from "./shelf.js";

/** Only these have documents: their bytes are files, and a demonstration of millions must not fill a disk with them. */
const entrepreneursWithDocuments = 10_000;

/** How many of those who are helped gave documents in a way that is kept: a proposal, nobody counts them yet. The hard cases all did. */
const givers = 0.7;

/** For how many months back documents came in this way; longer than most hold, so that some have expired. */
const monthsBack = 30;

/** Instruments of a difficulty: what is given with them stays where the difficulty is known. */
const ofDifficulty: readonly Instrument[] = ["RESTART_CREDIT", "MEDIATION"];

/** What each instrument asks beside a financial plan; proposals of what such a file holds anywhere. */
const askedWith: Partial<Record<Instrument, readonly DocumentCode[]>> = {
  GENERAL_INVESTMENT_AID: ["QUOTE"],
  MICROCREDIT: ["CURRICULUM_VITAE"],
  PRE_ACTIVITY_AID: ["CURRICULUM_VITAE", "MARKET_STUDY"],
  RDI_AID: ["TECHNICAL_DESCRIPTION"],
  PROTOTYPE_AID: ["TECHNICAL_DESCRIPTION"],
  LOAN: ["INTERIM_ACCOUNTS"],
  GUARANTEE: ["CASH_FLOW_FORECAST"],
  EQUITY: ["SHAREHOLDER_REGISTER"],
};

/** A gift before it is known what its project became. */
type ToldGift = Omit<Gift, "projectEnterprise">;

/** What one story's documents are told with. */
interface Telling {
  readonly story: EntrepreneurStory;
  readonly teller: Teller;
  readonly random: Random;
  /** No document is older. */
  readonly earliest: Day;
}

/** The documents of one story; the same story always gives the same. Their bytes are those of `documentBytes`. */
export function documentsOf(story: EntrepreneurStory, world: World): readonly DocumentStory[] {
  if (story.index >= entrepreneursWithDocuments) return [];
  const teller = new Teller(world, story.index);
  const random = teller.chance("documents");
  if (story.cases.length === 0 && !random.chance(givers)) return [];
  const telling = { story, teller, random, earliest: addMonths(teller.yesterday, -monthsBack) };
  const gifts = [
    ...givenToCoaches(telling),
    ...givenToFinanciers(telling),
    ...givenToHosts(telling),
    ...givenInDifficulty(telling),
  ];
  return shelved(
    gifts
      .map((gift) => ({ ...gift, projectEnterprise: enterpriseOf(story, gift.projectId, teller) }))
      .filter(({ at }) => dayOf(at.toISOString().slice(0, 10)) >= telling.earliest),
    () => teller.id("document"),
  );
}

/** A business plan, some weeks after a dossier is opened, and for some a better one after some months of work. */
function* givenToCoaches({ story, teller, random }: Telling): Iterable<ToldGift> {
  for (const dossier of story.coaching.dossiers) {
    const { agency, entrepreneurId, enterpriseNumber, openedAt, closedAt } = dossier;
    const first = random.int(7, 40);
    const second = first + random.int(60, 200);
    const isReworked = random.chance(0.4);
    // The centre for enterprises in difficulty is told of below, and a dossier that had ended was given nothing.
    if (agency === "COM") continue;
    const projectId = projectOf(story, dossier);
    const plan = { type: "BUSINESS_PLAN", agency, entrepreneurId, projectId, enterpriseNumber } as const;
    for (const [days, isNewVersion] of isReworked
      ? ([
          [first, false],
          [second, true],
        ] as const)
      : ([[first, false]] as const)) {
      const at = daysAfter(openedAt, days);
      if (isPast(teller, at) && (closedAt === null || at < closedAt)) yield { ...plan, at, isNewVersion };
    }
  }
}

/** What an application is sent with: a quarter of an hour later, so that the dossier is there first. */
function* givenToFinanciers({ story, random }: Telling): Iterable<ToldGift> {
  for (const application of story.financing.applications) {
    const { agency, entrepreneurId, enterpriseNumber, submittedAt, instrument } = application;
    const isComplete = random.chance(0.8);
    if (ofDifficulty.includes(instrument) || !isComplete) continue;
    const given = { agency, entrepreneurId, at: new Date(submittedAt.getTime() + 900_000) };
    for (const type of ["BUSINESS_PLAN", "FINANCIAL_PLAN", ...(askedWith[instrument] ?? [])] as const)
      yield { ...given, type, projectId: projectOf(story, application), enterpriseNumber };
    for (const type of ofCompany(story, application)) yield { ...given, type, projectId: null, enterpriseNumber };
  }
}

/** Statutes, where a company has any, and accounts where the last year's cannot be filed yet. */
function* ofCompany(story: EntrepreneurStory, application: ApplicationStory): Iterable<DocumentCode> {
  const { enterpriseNumber, submittedAt } = application;
  const enterprise = story.enterprises.find(({ number }) => number === enterpriseNumber);
  if (!enterprise || enterprise.naturalPerson) return;
  yield "STATUTES";
  const year = submittedAt.getUTCFullYear() - 1;
  const isFiled = enterprise.annualAccounts.some(
    (accounts) => accounts.year === year && morningOf(accounts.filedOn) <= submittedAt,
  );
  if (!isFiled && Number(enterprise.startDate.slice(0, 4)) <= year) yield "ANNUAL_ACCOUNTS";
}

/** A site asks for the business plan of who moves in. */
function* givenToHosts({ story, random }: Telling): Iterable<ToldGift> {
  for (const { agency, entrepreneurId, enterpriseNumber, from, kind } of story.housing.stays) {
    const isAsked = random.chance(0.5);
    if (kind !== "RENTAL" || !isAsked) continue;
    const projectId = projectOf(story, { enterpriseNumber, projectId: null });
    yield { type: "BUSINESS_PLAN", agency, entrepreneurId, enterpriseNumber, projectId, at: morningOf(from) };
  }
}

/** The steps before a restart credit (J11): restricted whatever their type, for the centre keeps them. */
function* givenInDifficulty({ story }: Telling): Iterable<ToldGift> {
  for (const { id, agency, entrepreneurId, enterpriseNumber, restart } of story.coaching.difficultyCases) {
    const given = { agency, entrepreneurId, enterpriseNumber, projectId: null, dossierId: id };
    if (restart?.businessPlanOn) yield { ...given, type: "RESTART_PLAN", at: morningOf(restart.businessPlanOn) };
    if (restart?.financingPlanOn) yield { ...given, type: "FINANCIAL_PLAN", at: morningOf(restart.financingPlanOn) };
  }
}

/** The project that something is about: the one it names, else the one that its enterprise was before. */
function projectOf(
  { coaching }: EntrepreneurStory,
  { projectId, enterpriseNumber }: { readonly projectId: string | null; readonly enterpriseNumber: string | null },
): string | null {
  if (projectId !== null || enterpriseNumber === null) return projectId;
  return coaching.projects.find((project) => project.enterpriseNumber === enterpriseNumber)?.id ?? null;
}

/** The enterprise that a project became, while its person acts for it: as the copies of the policy count the link (decision 0023). */
function enterpriseOf(
  { coaching, mandates }: EntrepreneurStory,
  projectId: string | null,
  teller: Teller,
): string | null {
  const number = coaching.projects.find(({ id }) => id === projectId)?.enterpriseNumber ?? null;
  const acts = mandates.some(
    ({ enterpriseNumber, since, until }) =>
      enterpriseNumber === number &&
      dayOf(since) <= teller.yesterday &&
      (until === null || dayOf(until) > teller.yesterday),
  );
  return acts ? number : null;
}

function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}

function isPast(teller: Teller, at: Date): boolean {
  return teller.isPast(dayOf(at.toISOString().slice(0, 10)));
}
