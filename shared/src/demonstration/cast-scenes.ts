/** What happens in each hard case. The indexes are those of `cases.ts`. */
import { hardCases } from "./cases.js";
import { personaOfRole } from "./cast-personas.js";
import { castWithMoney } from "./cast-scenes-money.js";
import { addMonths, dateOf } from "./calendar.js";
import { emailPoint, phonePoint, shortNumberPoint, withheldPoint } from "./contact-points.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import { enterpriseOf } from "./enterprises.js";
import type { EnterpriseWish } from "./enterprises.js";
import { chequeOf } from "./housing.js";
import { placeInLineup } from "./lineup.js";
import { exampleEmail, foreignPhone, personPhone } from "./phones.js";
import type { Scene } from "./scene.js";
import { tradeOf } from "./sectors.js";
import { chapterSize, siteFacts, sitesPerChapter } from "./sites.js";
import { coachingAgencyOn } from "./staff.js";
import { entrepreneurIdOf, Teller } from "./teller.js";

/** How one case is played. */
export type Playing = (scene: Scene) => void;

/** What the managers and the seller found, told apart because a second person's story names it too. */
const sharedWish = (scene: Scene, years: number): EnterpriseWish => ({
  naturalPerson: false, sector: "RETAIL", startDay: scene.monthsAgo(years * 12), ceasedDay: null, withPhone: true,
});

/** The first enterprise of another role, as its own story tells it. */
function enterpriseOfRole(scene: Scene, role: number, wish: EnterpriseWish): EnterpriseStory {
  const index = scene.place.chapterStart + role;
  const [first] = placeInLineup(scene.teller.world, index).sequences;
  if (first === undefined) throw new RangeError(`no enterprise number for entrepreneur ${index}`);
  return enterpriseOf(new Teller(scene.teller.world, index), first, personaOfRole(scene.teller, scene.place, role), wish);
}

/** The address everybody of a household uses. */
const householdEmail = (scene: Scene, name: string): void => {
  scene.contactPoints = [...scene.contactPoints.filter(({ kind }) => kind !== "EMAIL"), { ...emailPoint(scene.teller, `${name}.${scene.place.chapterStart}@mail.example`), shared: true }];
};

const liveWith = (scene: Scene): void => scene.liveOn(scene.enterprises, { housed: false });

function candidate(scene: Scene): void {
  const project = scene.plans({ since: scene.monthsAgo(3), trade: tradeOf("56210"), stage: "PRE_CREATION" });
  const call = scene.asks({ day: scene.monthsAgo(2), topic: "CREATION", enterprise: null, channel: "PHONE", outcome: "REFERRED" });
  scene.isReferred({ from: call, toAgency: "LOCAL_DESKS", status: "ACCEPTED" });
  scene.enrols(scene.isCoached({ agency: "LOCAL_DESKS", opened: scene.monthsAgo(1), closed: null, topic: "CREATION", project, sessions: 1 }), { package: "CREATION", level: 1, variant: null });
}

function bankruptAndRestarted(scene: Scene): void {
  const failed = scene.monthsAgo(34);
  const first = scene.founds({ naturalPerson: false, sector: "HORECA", startDay: scene.monthsAgo(110), ceasedDay: failed, bankrupt: true });
  const second = scene.founds({ naturalPerson: false, sector: "HORECA", startDay: scene.monthsAgo(20), ceasedDay: null, atRisk: false });
  const call = scene.asks({ day: scene.monthsAgo(40), topic: "DIFFICULTY", enterprise: first, channel: "PHONE", outcome: "REFERRED" });
  const referral = scene.isReferred({ from: call, toAgency: "COM", status: "DONE" });
  const day = (months: number): string => dateOf(scene.monthsAgo(months));
  scene.isInDifficulty({
    received: addMonths(scene.monthsAgo(40), 0) + 4, referral, enterpriseNumber: first.number, status: "CLOSED", outcome: "RESTARTED", severity: "CRITICAL",
    causes: ["LEGAL", "NEGATIVE_EQUITY", "LOSS_OF_BANK_TRUST"], restart: { diagnosisOn: day(30), businessPlanOn: day(27), financingPlanOn: day(25) },
  });
  const dossier = scene.isCoached({ agency: "LOCAL_DESKS", opened: scene.monthsAgo(30), topic: "FINANCING", stage: "RESTART", closed: scene.monthsAgo(12), outcome: "FINANCING_FOUND", sessions: 4 });
  scene.enrols(dossier, { package: "RESTART", level: null, variant: null });
  castWithMoney.restart(scene, second, dossier);
  scene.asks({ day: scene.monthsAgo(5), topic: "PERMITS", enterprise: second, channel: "PHONE" });
}

function accountant(scene: Scene): void {
  const office = personPhone(scene.teller.index);
  if (office) scene.contactPoints = [phonePoint(scene.teller, office, { shared: true, random: scene.random })];
  const firm = scene.founds({ trade: tradeOf("69201"), sector: "PROFESSIONAL_SCIENTIFIC", naturalPerson: false, startDay: scene.monthsAgo(150), ceasedDay: null });
  for (let role: number = hardCases.FIRST_CLIENT_OF_ACCOUNTANT; role <= 20; role += 2) {
    const client = enterpriseOfRole(scene, role, {});
    scene.holds(client, "ACCOUNTANT", client.startDate, client.ceasedOn);
  }
  scene.asks({ day: scene.monthsAgo(4), topic: "ACCOUNTING", enterprise: firm, channel: "PHONE" });
}

function duplicatesMerged(scene: Scene): void {
  const { given, family } = scene.persona.name;
  const first = scene.wasKnownAs(scene.monthsAgo(10), { given, family: family.toUpperCase() });
  const second = scene.wasKnownAs(scene.monthsAgo(9), { given: given.slice(0, 1) + ".", family });
  const enterprise = scene.founds({ naturalPerson: false, startDay: scene.inHistory("2014-02-03", 60), ceasedDay: null });
  const atrium = scene.inHistory("2015-03-10", 50);
  const bie = scene.inHistory("2016-10-04", 40);
  scene.isCoached({ agency: coachingAgencyOn(atrium, "ATRIUM"), opened: atrium, closed: atrium + 300, enterprise, entrepreneurId: first, sessions: 2 });
  scene.isCoached({ agency: coachingAgencyOn(bie, "BIE"), opened: bie, closed: bie + 200, topic: "INTERNATIONALISATION", enterprise, entrepreneurId: second, sessions: 1 });
  scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(8), closed: null, enterprise, sessions: 2 });
  scene.asks({ day: scene.monthsAgo(9), topic: "DIGITAL", enterprise, channel: "PHONE" });
}

function agenciesMerged(scene: Scene): void {
  const enterprise = scene.founds({ naturalPerson: false, sector: "RETAIL", startDay: scene.inHistory("2014-06-02", 80), ceasedDay: null });
  for (const [before, date, months, topic] of [["IMPULSE", "2015-01-19", 70, "FINANCING"], ["ATRIUM", "2016-05-09", 60, "LOCATION"], ["BIE", "2017-02-13", 50, "INTERNATIONALISATION"]] as const) {
    const opened = scene.inHistory(date, months);
    scene.isCoached({ agency: coachingAgencyOn(opened, before), opened, closed: opened + 240, topic, enterprise, outcome: "COMPLETED", sessions: 3 });
  }
  const current = scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(7), closed: null, topic: "DIGITAL", stage: "GROWTH", enterprise, sessions: 2 });
  scene.enrols(current, { package: "GROWTH", level: null, variant: null });
  scene.asks({ day: scene.monthsAgo(8), topic: "DIGITAL", enterprise, channel: "PHONE" });
}

function seller(scene: Scene): void {
  const enterprise = scene.founds(sharedWish(scene, 22), { mandate: false });
  scene.holds(enterprise, "DIRECTOR", enterprise.startDate, dateOf(scene.monthsAgo(10)));
  const dossier = scene.isCoached({ agency: coachingAgencyOn(scene.monthsAgo(26), "IMPULSE"), opened: scene.monthsAgo(26), closed: scene.monthsAgo(10), topic: "TRANSFER", stage: "TRANSFER", outcome: "COMPLETED", enterprise, sessions: 5 });
  scene.enrols(dossier, { package: "TRANSFER", level: null, variant: null });
  castWithMoney.seller(scene, enterprise, dossier);
  scene.asks({ day: scene.monthsAgo(28), topic: "TRANSFER", enterprise, channel: "PHONE" });
}

function buyer(scene: Scene): void {
  const enterprise = enterpriseOfRole(scene, hardCases.SELLER, sharedWish(scene, 22));
  scene.holds(enterprise, "DIRECTOR", dateOf(scene.monthsAgo(10)), null);
  const dossier = scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(14), closed: scene.monthsAgo(6), topic: "TRANSFER", stage: "TRANSFER", outcome: "COMPLETED", sessions: 3 });
  castWithMoney.buyer(scene, enterprise, dossier);
  scene.asks({ day: scene.monthsAgo(15), topic: "TRANSFER", enterprise: null, channel: "PHONE" });
}

function tenEntries(scene: Scene): void {
  const enterprise = scene.founds({ naturalPerson: false, startDay: scene.monthsAgo(40), ceasedDay: null });
  for (const months of [20, 15, 9]) scene.asks({ day: scene.monthsAgo(months), topic: "PERMITS", enterprise, channel: "PHONE", outcome: "ANSWERED" });
  const call = scene.asks({ day: scene.monthsAgo(8), topic: "DIGITAL", enterprise, channel: "PHONE", outcome: "REFERRED" });
  scene.isReferred({ from: call, toAgency: "HUB", status: "ACCEPTED" });
  scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(7), closed: null, topic: "DIGITAL", enterprise, sessions: 2 });
  castWithMoney.onlyAsked(scene, enterprise);
}

function testPhase(scene: Scene): void {
  const project = scene.plans({ since: scene.monthsAgo(14), trade: tradeOf("74120"), stage: "TEST_PHASE" });
  const dossier = scene.isCoached({ agency: "JOB_YOURSELF", opened: scene.monthsAgo(12), closed: null, topic: "CREATION", project, sessions: 4 });
  scene.testPhases.push({
    id: scene.teller.id("test-phase"), agency: "JOB_YOURSELF", entrepreneurId: scene.teller.entrepreneurId, dossierId: dossier.id, projectId: project.id,
    startedOn: dateOf(scene.monthsAgo(10)), endedOn: null, successful: null,
  });
  castWithMoney.refusedForWantOfNumber(scene, project, dossier);
  scene.asks({ day: scene.monthsAgo(9), topic: "FINANCING", enterprise: null, channel: "PHONE" });
}

function coworkingCheque(scene: Scene): void {
  const siteIndex = Math.floor(scene.place.chapterStart / chapterSize) * sitesPerChapter;
  const from = scene.monthsAgo(3);
  const stay = scene.livesAt({ siteIndex, unit: hardCases.COWORKING_CHEQUE, from, to: addMonths(from, 6) - 1, kind: "COWORKING", enterprise: null });
  scene.cheques.push(chequeOf(scene.teller, scene.random, siteIndex, stay));
  scene.enrols(scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(5), closed: null, topic: "LOCATION", sessions: 1 }), { package: "CREATION", level: 2, variant: null });
  scene.asks({ day: scene.monthsAgo(5), topic: "LOCATION", enterprise: null, channel: "PHONE" });
}

function softLanding(scene: Scene): void {
  const siteIndex = Math.floor(scene.place.chapterStart / chapterSize) * sitesPerChapter + 1;
  const from = Math.max(scene.monthsAgo(2), Date.parse(siteFacts(siteIndex).openedOn) / 86_400_000);
  scene.livesAt({ siteIndex, unit: 99, from, to: addMonths(from, 3), kind: "SOFT_LANDING", enterprise: null });
  scene.isCoached({ agency: coachingAgencyOn(from, "BIE"), opened: from, closed: null, topic: "INTERNATIONALISATION", sessions: 2 });
  scene.contactPoints = [phonePoint(scene.teller, foreignPhone(scene.place.chapterStart / chapterSize * 5 + 4), { shared: false, random: scene.random })];
  scene.asks({ day: scene.monthsAgo(3), topic: "CREATION", enterprise: null, channel: "EMAIL" });
}

function inDifficulty(scene: Scene): void {
  const enterprise = scene.founds({ naturalPerson: false, sector: "RETAIL", startDay: scene.monthsAgo(90), ceasedDay: null, atRisk: true, withPhone: true });
  const call = scene.asks({ day: scene.monthsAgo(4), topic: "DIFFICULTY", enterprise, channel: "PHONE", outcome: "REFERRED" });
  const referral = scene.isReferred({ from: call, toAgency: "COM", status: "ACCEPTED" });
  scene.isInDifficulty({ received: scene.monthsAgo(4) + 5, referral, enterpriseNumber: enterprise.number, status: "OPEN", causes: ["LEGAL", "NEGATIVE_EQUITY", "PSYCHOLOGICAL"], severity: "HIGH" });
  scene.isCoached({ agency: "LOCAL_DESKS", opened: scene.monthsAgo(30), closed: scene.monthsAgo(20), topic: "FINANCING", enterprise, sessions: 3 });
  castWithMoney.runningLoan(scene, enterprise);
}

/** Calls from a number that tells nothing, and left an address. */
function callsFrom(point: (scene: Scene) => Scene["contactPoints"][number], kind: "WITHHELD" | "SHORT_NUMBER"): Playing {
  return (scene) => {
    const { given, family } = scene.persona.name;
    const shown = point(scene);
    scene.contactPoints = [shown, emailPoint(scene.teller, exampleEmail(given, family, scene.teller.index))];
    scene.asks({ day: scene.monthsAgo(2), topic: "CREATION", enterprise: null, channel: "PHONE", callerId: { kind, value: shown.value } });
    scene.asks({ day: scene.monthsAgo(1), topic: "FINANCING", enterprise: null, channel: "PHONE", callerId: { kind, value: shown.value } });
  };
}

function foreignCaller(scene: Scene): void {
  const phone = foreignPhone((scene.place.chapterStart / chapterSize) * 5);
  scene.contactPoints = [phonePoint(scene.teller, phone, { shared: false, random: scene.random })];
  scene.asks({ day: scene.monthsAgo(2), topic: "LOCATION", enterprise: null, channel: "PHONE", callerId: { kind: "PHONE", value: phone } });
}

function family(email: string): Playing {
  return (scene) => {
    householdEmail(scene, email);
    liveWith(scene);
  };
}

/** Role → how it is played. */
export const castScenes: Readonly<Record<number, Playing>> = {
  [hardCases.KNOWN_TO_EVERY_POLE]: castWithMoney.knownToEveryPole,
  [hardCases.NO_ENTERPRISE_NUMBER]: candidate,
  [hardCases.BANKRUPT_AND_RESTARTED]: bankruptAndRestarted,
  [hardCases.FIRST_MANAGER]: (scene) => { scene.founds(sharedWish(scene, 9)); liveWith(scene); },
  [hardCases.SECOND_MANAGER]: (scene) => {
    const enterprise = enterpriseOfRole(scene, hardCases.FIRST_MANAGER, sharedWish(scene, 9));
    scene.holds(enterprise, "MANAGER");
    scene.liveOn([enterprise], { housed: false });
  },
  [hardCases.ACCOUNTANT]: accountant,
  [hardCases.FIRST_TWIN]: family("van-den-broeck"),
  [hardCases.SECOND_TWIN]: family("van-den-broeck"),
  [hardCases.FATHER]: (scene) => { scene.founds({ sector: "HORECA", ceasedDay: null }); liveWith(scene); },
  [hardCases.SON]: liveWith,
  [hardCases.DUPLICATES_MERGED]: duplicatesMerged,
  [hardCases.DUPLICATE_NOT_MERGED]: liveWith,
  [hardCases.DUPLICATE_TO_DECIDE]: (scene) => {
    scene.possibleDuplicateOf = entrepreneurIdOf(scene.teller.world, scene.place.chapterStart + hardCases.DUPLICATE_NOT_MERGED);
    liveWith(scene);
  },
  [hardCases.AGENCIES_MERGED]: agenciesMerged,
  [hardCases.WITHHELD_NUMBER]: callsFrom((scene) => withheldPoint(scene.teller), "WITHHELD"),
  [hardCases.SHORT_NUMBER]: callsFrom((scene) => shortNumberPoint(scene.teller, "1819"), "SHORT_NUMBER"),
  [hardCases.FOREIGN_NUMBER]: foreignCaller,
  [hardCases.COACHED_AND_REFUSED]: castWithMoney.coachedAndRefused,
  [hardCases.SELLER]: seller,
  [hardCases.BUYER]: buyer,
  [hardCases.ENTERPRISE_WITHOUT_PERSON]: (scene) => {
    scene.founds({ naturalPerson: false, sector: "CONSTRUCTION", startDay: scene.monthsAgo(70), ceasedDay: null, withPhone: true }, { mandate: false });
    scene.liveOn([], { housed: false });
  },
  [hardCases.HUNDRED_ENTRIES]: castWithMoney.hundredEntries,
  [hardCases.TEN_ENTRIES]: tenEntries,
  [hardCases.SUBSIDY_BRIDGE]: castWithMoney.subsidyBridge,
  [hardCases.HONOUR_LOAN_REFUSED]: castWithMoney.stacked(8000n),
  [hardCases.STACKED_CREDIT]: castWithMoney.stacked(12_000n),
  [hardCases.APOSTROPHE]: liveWith,
  [hardCases.LANGUAGE_UNKNOWN]: liveWith,
  [hardCases.LANGUAGE_OTHER]: liveWith,
  [hardCases.TEST_PHASE]: testPhase,
  [hardCases.COWORKING_CHEQUE]: coworkingCheque,
  [hardCases.SOFT_LANDING]: softLanding,
  [hardCases.CO_INVESTMENT]: castWithMoney.coInvestment,
  [hardCases.IN_DIFFICULTY]: inDifficulty,
  [hardCases.FRONT_DOOR_ONLY]: (scene) => {
    scene.asks({ day: scene.monthsAgo(11), topic: "CREATION", enterprise: null, channel: "PHONE" });
    scene.asks({ day: scene.monthsAgo(1), topic: "ACCOUNTING", enterprise: null, channel: "WEB" });
  },
};
