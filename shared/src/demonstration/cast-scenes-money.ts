/** The hard cases in which money, or every pole at once, plays the main part. */
import { addMonths } from "./calendar.js";
import type { DossierStory, ProjectStory } from "./coaching-story.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import { stackedCredit } from "./financing.js";
import { instruments } from "./financing-story.js";
import { withLifeAt } from "./housing.js";
import { offerOf } from "./instruments.js";
import type { Scene } from "./scene.js";
import { tradeOf } from "./sectors.js";
import { chapterSize, permanencesOf, siteIdOf, sitesPerChapter } from "./sites.js";
import { coachingAgencyOn } from "./staff.js";
import type { Topic } from "./story.js";

const company = { naturalPerson: false, ceasedDay: null } as const;
const firstSiteOf = (scene: Scene): number => Math.floor(scene.place.chapterStart / chapterSize) * sitesPerChapter;
const loan = offerOf("LOAN", "FINANCE_INVEST");

/** Amina of journey J01: coached by impulse in 2014, a request at the investment company open, renting at a CityDev site; and more since. */
function knownToEveryPole(scene: Scene): void {
  const started = scene.inHistory("2014-09-01", 96);
  const enterprise = scene.founds({ ...company, sector: "MANUFACTURING", trade: tradeOf("18120"), startDay: started, atRisk: false, withPhone: true });
  const project = scene.plans({ since: addMonths(started, -6), enterprise });
  const first = addMonths(started, -4);
  scene.isCoached({ agency: coachingAgencyOn(first, "IMPULSE"), opened: first, closed: addMonths(first, 9), topic: "CREATION", outcome: "ENTERPRISE_CREATED", stage: "CREATION", project, sessions: 3 });
  const growth = scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(30), closed: scene.monthsAgo(14), topic: "DIGITAL", outcome: "COMPLETED", stage: "GROWTH", enterprise, project, sessions: 4 });
  scene.enrols(growth, { package: "GROWTH", level: null, variant: null });
  scene.applies({ offer: offerOf("GENERAL_INVESTMENT_AID"), submitted: scene.monthsAgo(28), enterprise, project, dossier: growth, amount: 1_250_000n, status: "GRANTED" });
  scene.applies({ offer: offerOf("GUARANTEE"), submitted: scene.monthsAgo(27), enterprise, amount: 9_000_000n, status: "GRANTED" });
  scene.applies({ offer: loan, submitted: scene.monthsAgo(2), enterprise, project, amount: 15_000_000n, status: "UNDER_ANALYSIS" });
  const stay = scene.livesAt({ siteIndex: firstSiteOf(scene), unit: 0, from: addMonths(started, 18), to: null, kind: "RENTAL", enterprise });
  const visit = permanencesOf(scene.teller.world, firstSiteOf(scene)).find(({ until }) => until === null);
  if (visit) {
    scene.visits.push({ id: scene.teller.id("visit"), permanenceId: visit.id, entrepreneurId: stay.entrepreneurId, siteId: siteIdOf(scene.teller.world, firstSiteOf(scene)), agency: visit.agency, at: scene.teller.at(scene.monthsAgo(6), scene.random), topic: "INTERNATIONALISATION" });
  }
  scene.asks({ day: addMonths(started, -5), topic: "CREATION", enterprise: null, channel: "DESK", outcome: "ANSWERED" });
  const call = scene.asks({ day: scene.monthsAgo(31), topic: "DIGITAL", enterprise, channel: "PHONE", outcome: "REFERRED" });
  scene.isReferred({ from: call, toAgency: "HUB", status: "DONE" });
  scene.asks({ day: scene.monthsAgo(3), topic: "FINANCING", enterprise, channel: "PHONE", outcome: "INFORMATION_SENT" });
  scene.shares("HUB", scene.monthsAgo(12));
}

function restart(scene: Scene, second: EnterpriseStory, dossier: DossierStory): void {
  scene.applies({ offer: offerOf("RESTART_CREDIT"), submitted: scene.monthsAgo(22), enterprise: null, dossier, amount: 1_200_000n, status: "GRANTED" });
  scene.applies({ offer: offerOf("GUARANTEE"), submitted: scene.monthsAgo(18), enterprise: second, amount: 4_000_000n, status: "GRANTED" });
}

function seller(scene: Scene, enterprise: EnterpriseStory, dossier: DossierStory): void {
  scene.applies({ offer: offerOf("CONSULTANCY_AID"), submitted: scene.monthsAgo(24), enterprise, dossier, amount: 650_000n, status: "GRANTED" });
}

function buyer(scene: Scene, enterprise: EnterpriseStory, dossier: DossierStory): void {
  const takeover = { ...offerOf("LOAN", "BRUPART"), use: "TAKEOVER" as const };
  scene.applies({ offer: takeover, submitted: scene.monthsAgo(12), enterprise, dossier, amount: 8_000_000n, status: "GRANTED" });
}

function onlyAsked(scene: Scene, enterprise: EnterpriseStory): void {
  scene.applies({ offer: offerOf("CONSULTANCY_AID"), submitted: scene.monthsAgo(1), enterprise, status: "UNDER_ANALYSIS" });
}

function runningLoan(scene: Scene, enterprise: EnterpriseStory): void {
  scene.applies({ offer: loan, submitted: scene.monthsAgo(26), enterprise, amount: 6_000_000n, status: "GRANTED" });
}

/** J05: refused, with a motivation that helps the next application. */
function coachedAndRefused(scene: Scene): void {
  const enterprise = scene.founds({ ...company, sector: "ICT", startDay: scene.monthsAgo(30) });
  const dossier = scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(12), closed: null, topic: "FINANCING", enterprise, intensity: "PRIORITY_DOSSIER", sessions: 4 });
  scene.applies({
    offer: loan, submitted: scene.monthsAgo(6), enterprise, dossier, amount: 20_000_000n, status: "REFUSED",
    motivation: "Het financieel plan rekent op een omzet die de lopende contracten niet dragen: twee van de drie klanten hebben nog niet getekend. "
      + "Met de getekende contracten en een lager bedrag kan een nieuwe aanvraag worden onderzocht.",
  });
  scene.asks({ day: scene.monthsAgo(13), topic: "FINANCING", enterprise, channel: "PHONE" });
}

/** Twice turned away for want of a number (J18). */
function refusedForWantOfNumber(scene: Scene, project: ProjectStory, dossier: DossierStory): void {
  const motivation = "Pas de numéro d'entreprise. / Geen ondernemingsnummer.";
  scene.applies({ offer: offerOf("MICROCREDIT", "MICROSTART"), submitted: scene.monthsAgo(8), project, dossier, amount: 500_000n, status: "REFUSED", motivation });
  scene.applies({ offer: offerOf("GENERAL_INVESTMENT_AID"), submitted: scene.monthsAgo(7), project, dossier, amount: 800_000n, status: "REFUSED", motivation });
}

function subsidyBridge(scene: Scene): void {
  const enterprise = scene.founds({ ...company, sector: "CONSTRUCTION", startDay: scene.monthsAgo(50) });
  const aid = scene.applies({ offer: offerOf("RDI_AID"), submitted: scene.monthsAgo(8), enterprise, amount: 12_000_000n, status: "GRANTED" });
  if (aid.grant) scene.applies({ offer: offerOf("GUARANTEE"), submitted: scene.monthsAgo(5), enterprise, amount: 6_000_000n, status: "GRANTED", forGrant: aid.grant });
  scene.asks({ day: scene.monthsAgo(6), topic: "FINANCING", enterprise, channel: "PHONE" });
}

/** A baker's microcredit with an honour loan beside it (J22). */
function stacked(credit: bigint): (scene: Scene) => void {
  return (scene) => {
    const enterprise = scene.founds({ naturalPerson: true, sector: "MANUFACTURING", trade: tradeOf("10712"), startDay: scene.monthsAgo(20), ceasedDay: null });
    const dossier = scene.isCoached({ agency: "LOCAL_DESKS", opened: scene.monthsAgo(12), closed: null, topic: "FINANCING", enterprise, sessions: 2 });
    scene.applications.push(...stackedCredit(scene.teller, scene.random, { submitted: scene.monthsAgo(9), enterprise, dossier }, credit));
    scene.asks({ day: scene.monthsAgo(13), topic: "FINANCING", enterprise, channel: "PHONE" });
  };
}

function coInvestment(scene: Scene): void {
  const enterprise = scene.founds({ ...company, sector: "LIFE_TECH", startDay: scene.monthsAgo(40) });
  const dossier = scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(26), closed: null, topic: "FINANCING", enterprise, intensity: "FARMING", sessions: 6 });
  scene.applies({ offer: offerOf("CO_INVESTMENT"), submitted: scene.monthsAgo(16), enterprise, dossier, amount: 120_000_000n, status: "GRANTED" });
  scene.asks({ day: scene.monthsAgo(27), topic: "FINANCING", enterprise, channel: "PHONE" });
}

/** A long path through every house: an application of every instrument and more than a hundred entries. */
function hundredEntries(scene: Scene): void {
  const enterprise = scene.founds({ ...company, sector: "ICT", startDay: scene.monthsAgo(84), atRisk: false });
  const topics: readonly Topic[] = ["FINANCING", "PERMITS", "RECRUITING", "DIGITAL", "LEGAL", "NETWORKS"];
  for (let number = 0; number < 48; number++) {
    const referred = number % 4 === 0;
    const call = scene.asks({ day: scene.monthsAgo(80 - number), topic: topics[number % topics.length] ?? "LEGAL", enterprise, channel: "PHONE", outcome: referred ? "REFERRED" : "ANSWERED" });
    if (referred) scene.isReferred({ from: call, toAgency: number % 8 === 0 ? "HUB" : "LOCAL_DESKS", status: "DONE" });
  }
  for (let number = 0; number < 6; number++) {
    const opened = scene.monthsAgo(78 - number * 12);
    const dossier = scene.isCoached({ agency: number % 2 === 0 ? coachingAgencyOn(opened, "IMPULSE") : "LOCAL_DESKS", opened, enterprise, sessions: 6 });
    scene.enrols(dossier);
  }
  instruments.forEach((instrument, number) => {
    const submitted = scene.monthsAgo(76 - number * 3);
    scene.applies({ offer: offerOf(instrument), submitted, enterprise, dossier: scene.dossiers[0] ?? null, status: "GRANTED" });
  });
  const stay = scene.livesAt({ siteIndex: firstSiteOf(scene), unit: scene.place.role ?? 0, from: scene.monthsAgo(50), to: null, kind: "RENTAL", enterprise });
  const { housing, referrals } = withLifeAt(scene.teller, scene.random, stay, [], firstSiteOf(scene));
  scene.visits.push(...housing.visits);
  scene.needs.push(...housing.needs);
  scene.referrals.push(...referrals);
}

/** By name, because other scenes need parts of them. */
export const castWithMoney = {
  knownToEveryPole, restart, seller, buyer, onlyAsked, runningLoan, coachedAndRefused, refusedForWantOfNumber, subsidyBridge, stacked, coInvestment, hundredEntries,
} as const;
