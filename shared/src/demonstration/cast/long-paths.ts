/** The cases that are counted: known to every pole, more than a hundred entries, exactly ten. */
import { addMonths } from "../calendar.js";
import type { Day } from "../calendar.js";
import type { DossierStory, ProjectStory } from "../coaching-story.js";
import type { EnterpriseStory } from "../enterprise-story.js";
import { instruments } from "../financing-story.js";
import { withLifeAt } from "../housing.js";
import { offerOf } from "../instruments.js";
import type { Scene } from "../scene.js";
import { tradeOf } from "../sectors.js";
import { permanencesOf } from "../sites.js";
import { coachingAgencyOn, staffMember } from "../staff.js";
import type { Topic } from "../story-parts.js";
import { company, firstSiteOf, loan } from "./common.js";

/** Amina of journey J01: coached by impulse in 2014, a request at the investment company open, renting at a CityDev site; and more since. */
export function knownToEveryPole(scene: Scene): void {
  const started = scene.inHistory("2014-09-01", 96);
  const enterprise = scene.founds({
    ...company,
    sector: "MANUFACTURING",
    trade: tradeOf("18120"),
    startDay: started,
    atRisk: false,
    withPhone: true,
  });
  const project = scene.plans({ since: addMonths(started, -6), enterprise });
  const growth = knownToCoaching(scene, started, enterprise, project);
  knownToFinancing(scene, enterprise, project, growth);
  knownToHousing(scene, started, enterprise);
  knownTo1819(scene, started, enterprise);
  // A coach for that request. Last, so that chance falls for all the rest as it would without.
  scene.isCoached({
    agency: "HUB",
    advisor: staffMember("HUB", 0),
    opened: scene.monthsAgo(4),
    closed: null,
    topic: "FINANCING",
    stage: "GROWTH",
    intensity: "PRIORITY_DOSSIER",
    enterprise,
    project,
    sessions: 1,
  });
}

/** A dossier around the founding, and one that ended in the growth package. @returns the second */
function knownToCoaching(scene: Scene, started: Day, enterprise: EnterpriseStory, project: ProjectStory): DossierStory {
  const first = addMonths(started, -4);
  const founding = {
    topic: "CREATION",
    outcome: "ENTERPRISE_CREATED",
    stage: "CREATION",
    project,
    sessions: 3,
  } as const;
  scene.isCoached({
    ...founding,
    agency: coachingAgencyOn(first, "IMPULSE"),
    opened: first,
    closed: addMonths(first, 9),
  });
  const growing = {
    topic: "DIGITAL",
    outcome: "COMPLETED",
    stage: "GROWTH",
    enterprise,
    project,
    sessions: 4,
  } as const;
  const growth = scene.isCoached({
    ...growing,
    agency: "HUB",
    opened: scene.monthsAgo(30),
    closed: scene.monthsAgo(14),
  });
  scene.enrols(growth, { package: "GROWTH", level: null, variant: null });
  return growth;
}

/** An aid and a guarantee that run, and a loan that is being looked at. */
function knownToFinancing(
  scene: Scene,
  enterprise: EnterpriseStory,
  project: ProjectStory,
  dossier: DossierStory,
): void {
  const aid = { submitted: scene.monthsAgo(28), enterprise, project, dossier, amount: 1_250_000n } as const;
  scene.applies({ ...aid, offer: offerOf("GENERAL_INVESTMENT_AID"), status: "GRANTED" });
  const guaranteed = { submitted: scene.monthsAgo(27), enterprise, amount: 9_000_000n } as const;
  scene.applies({ ...guaranteed, offer: offerOf("GUARANTEE"), status: "GRANTED" });
  const asked = { submitted: scene.monthsAgo(2), enterprise, project, amount: 15_000_000n } as const;
  scene.applies({ ...asked, offer: loan, status: "UNDER_ANALYSIS" });
}

/** A workshop that is rented to this day, and a visit to the office hours there. */
function knownToHousing(scene: Scene, started: Day, enterprise: EnterpriseStory): void {
  const siteIndex = firstSiteOf(scene);
  const from = addMonths(started, 18);
  const { entrepreneurId, siteId } = scene.livesAt({ siteIndex, unit: 0, from, to: null, kind: "RENTAL", enterprise });
  const open = permanencesOf(scene.teller.world, siteIndex).find(({ until }) => until === null);
  if (!open) return;
  scene.visits.push({
    id: scene.teller.id("visit"),
    permanenceId: open.id,
    entrepreneurId,
    siteId,
    agency: open.agency,
    at: scene.teller.at(scene.monthsAgo(6), scene.random),
    topic: "INTERNATIONALISATION",
  });
}

/** Three contacts, one of which led to the growth dossier; and a permission to see more. */
function knownTo1819(scene: Scene, started: Day, enterprise: EnterpriseStory): void {
  const before = addMonths(started, -5);
  scene.asks({ day: before, topic: "CREATION", enterprise: null, channel: "DESK", outcome: "ANSWERED" });
  const sent = { topic: "DIGITAL", enterprise, channel: "PHONE", outcome: "REFERRED" } as const;
  scene.isReferred({ from: scene.asks({ ...sent, day: scene.monthsAgo(31) }), toAgency: "HUB", status: "DONE" });
  const lately = { topic: "FINANCING", enterprise, channel: "PHONE", outcome: "INFORMATION_SENT" } as const;
  scene.asks({ ...lately, day: scene.monthsAgo(3) });
  scene.shares("HUB", scene.monthsAgo(12));
}

/** A long path through every house: an application of every instrument and more than a hundred entries. */
export function hundredEntries(scene: Scene): void {
  const enterprise = scene.founds({ ...company, sector: "ICT", startDay: scene.monthsAgo(84), atRisk: false });
  fortyEightCalls(scene, enterprise);
  for (let number = 0; number < 6; number++) {
    const opened = scene.monthsAgo(78 - number * 12);
    const agency = number % 2 === 0 ? coachingAgencyOn(opened, "IMPULSE") : "LOCAL_DESKS";
    scene.enrols(scene.isCoached({ agency, opened, enterprise, sessions: 6 }));
  }
  const dossier = scene.dossiers[0] ?? null;
  instruments.forEach((instrument, number) => {
    const submitted = scene.monthsAgo(76 - number * 3);
    scene.applies({ offer: offerOf(instrument), submitted, enterprise, dossier, status: "GRANTED" });
  });
  const unit = scene.place.role ?? 0;
  const siteIndex = firstSiteOf(scene);
  const stay = scene.livesAt({ siteIndex, unit, from: scene.monthsAgo(50), to: null, kind: "RENTAL", enterprise });
  const { housing, referrals } = withLifeAt(scene.teller, scene.random, stay, [], siteIndex);
  scene.visits.push(...housing.visits);
  scene.needs.push(...housing.needs);
  scene.referrals.push(...referrals);
}

/** A call a month for four years; every fourth is sent on. */
function fortyEightCalls(scene: Scene, enterprise: EnterpriseStory): void {
  const topics: readonly Topic[] = ["FINANCING", "PERMITS", "RECRUITING", "DIGITAL", "LEGAL", "NETWORKS"];
  for (let number = 0; number < 48; number++) {
    const referred = number % 4 === 0;
    const call = scene.asks({
      day: scene.monthsAgo(80 - number),
      topic: topics[number % topics.length] ?? "LEGAL",
      enterprise,
      channel: "PHONE",
      outcome: referred ? "REFERRED" : "ANSWERED",
    });
    if (referred) scene.isReferred({ from: call, toAgency: number % 8 === 0 ? "HUB" : "LOCAL_DESKS", status: "DONE" });
  }
}

/** Ten entries, counted by the directory: four contacts, a referral, a dossier, two sessions, an application and (as a member of the full site) a stay. */
export function tenEntries(scene: Scene): void {
  const enterprise = scene.founds({ naturalPerson: false, startDay: scene.monthsAgo(40), ceasedDay: null });
  for (const months of [20, 15, 9])
    scene.asks({ day: scene.monthsAgo(months), topic: "PERMITS", enterprise, channel: "PHONE", outcome: "ANSWERED" });
  const call = scene.asks({
    day: scene.monthsAgo(8),
    topic: "DIGITAL",
    enterprise,
    channel: "PHONE",
    outcome: "REFERRED",
  });
  scene.isReferred({ from: call, toAgency: "HUB", status: "ACCEPTED" });
  scene.isCoached({
    agency: "HUB",
    opened: scene.monthsAgo(7),
    closed: null,
    topic: "DIGITAL",
    enterprise,
    sessions: 2,
  });
  const asked = { offer: offerOf("CONSULTANCY_AID"), submitted: scene.monthsAgo(1), enterprise } as const;
  scene.applies({ ...asked, status: "UNDER_ANALYSIS" });
}
