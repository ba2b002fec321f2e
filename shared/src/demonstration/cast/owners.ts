/** The cases of enterprises over the years: mergers of agencies, a bankruptcy and a restart, difficulty, a sale. */
import { dateOf } from "../calendar.js";
import { hardCases } from "../cases.js";
import type { EnterpriseStory } from "../enterprise-story.js";
import { offerOf } from "../instruments.js";
import type { Scene } from "../scene.js";
import { coachingAgencyOn, staffMember } from "../staff.js";
import { enterpriseOfRole, loan, sharedWish } from "./common.js";

/** Helped by each of the three agencies that merged, and by the one they became (R68). */
export function agenciesMerged(scene: Scene): void {
  const enterprise = scene.founds({
    naturalPerson: false,
    sector: "RETAIL",
    startDay: scene.inHistory("2014-06-02", 80),
    ceasedDay: null,
  });
  for (const [before, date, months, topic] of [
    ["IMPULSE", "2015-01-19", 70, "FINANCING"],
    ["ATRIUM", "2016-05-09", 60, "LOCATION"],
    ["BIE", "2017-02-13", 50, "INTERNATIONALISATION"],
  ] as const) {
    const opened = scene.inHistory(date, months);
    scene.isCoached({
      agency: coachingAgencyOn(opened, before),
      opened,
      closed: opened + 240,
      topic,
      enterprise,
      outcome: "COMPLETED",
      sessions: 3,
    });
  }
  const current = scene.isCoached({
    agency: "HUB",
    opened: scene.monthsAgo(7),
    closed: null,
    topic: "DIGITAL",
    stage: "GROWTH",
    enterprise,
    sessions: 2,
  });
  scene.enrols(current, { package: "GROWTH", level: null, variant: null });
  scene.asks({ day: scene.monthsAgo(8), topic: "DIGITAL", enterprise, channel: "PHONE" });
}

/** One person, two enterprises, one path (J11). */
export function bankruptAndRestarted(scene: Scene): void {
  const failed = scene.monthsAgo(34);
  const first = scene.founds({
    naturalPerson: false,
    sector: "HORECA",
    startDay: scene.monthsAgo(110),
    ceasedDay: failed,
    bankrupt: true,
  });
  const second = scene.founds({
    naturalPerson: false,
    sector: "HORECA",
    startDay: scene.monthsAgo(20),
    ceasedDay: null,
    atRisk: false,
  });
  const call = scene.asks({
    day: scene.monthsAgo(40),
    topic: "DIFFICULTY",
    enterprise: first,
    channel: "PHONE",
    outcome: "REFERRED",
  });
  const referral = scene.isReferred({ from: call, toAgency: "COM", status: "DONE" });
  const day = (months: number): string => dateOf(scene.monthsAgo(months));
  scene.isInDifficulty({
    received: scene.monthsAgo(40) + 4,
    referral,
    enterpriseNumber: first.number,
    status: "CLOSED",
    outcome: "RESTARTED",
    severity: "CRITICAL",
    causes: ["LEGAL", "NEGATIVE_EQUITY", "LOSS_OF_BANK_TRUST"],
    restart: { diagnosisOn: day(30), businessPlanOn: day(27), financingPlanOn: day(25) },
  });
  restart(scene, second);
}

/** Coached again, with a credit and a guarantee for the new enterprise (R25). */
function restart(scene: Scene, second: EnterpriseStory): void {
  const dossier = scene.isCoached({
    agency: "LOCAL_DESKS",
    opened: scene.monthsAgo(30),
    topic: "FINANCING",
    stage: "RESTART",
    closed: scene.monthsAgo(12),
    outcome: "FINANCING_FOUND",
    sessions: 4,
  });
  scene.enrols(dossier, { package: "RESTART", level: null, variant: null });
  const credit = { submitted: scene.monthsAgo(22), enterprise: null, dossier, amount: 1_200_000n } as const;
  scene.applies({ ...credit, offer: offerOf("RESTART_CREDIT"), status: "GRANTED" });
  const guaranteed = { submitted: scene.monthsAgo(18), enterprise: second, amount: 4_000_000n } as const;
  scene.applies({ ...guaranteed, offer: offerOf("GUARANTEE"), status: "GRANTED" });
  scene.asks({ day: scene.monthsAgo(5), topic: "PERMITS", enterprise: second, channel: "PHONE" });
}

/** Sent to the centre by 1819 (J09). */
export function inDifficulty(scene: Scene): void {
  const enterprise = scene.founds({
    naturalPerson: false,
    sector: "RETAIL",
    startDay: scene.monthsAgo(90),
    ceasedDay: null,
    atRisk: true,
    withPhone: true,
  });
  const call = scene.asks({
    day: scene.monthsAgo(4),
    topic: "DIFFICULTY",
    enterprise,
    channel: "PHONE",
    outcome: "REFERRED",
  });
  const referral = scene.isReferred({ from: call, toAgency: "COM", status: "ACCEPTED" });
  scene.isInDifficulty({
    received: scene.monthsAgo(4) + 5,
    advisor: staffMember("COM", 0),
    referral,
    enterpriseNumber: enterprise.number,
    status: "OPEN",
    causes: ["LEGAL", "NEGATIVE_EQUITY", "PSYCHOLOGICAL"],
    severity: "HIGH",
  });
  scene.isCoached({
    agency: "LOCAL_DESKS",
    opened: scene.monthsAgo(30),
    closed: scene.monthsAgo(20),
    topic: "FINANCING",
    enterprise,
    sessions: 3,
  });
  scene.applies({ offer: loan, submitted: scene.monthsAgo(26), enterprise, amount: 6_000_000n, status: "GRANTED" });
}

/** Sold after coaching for it, with an aid for advice (J12). */
export function seller(scene: Scene): void {
  const enterprise = scene.founds(sharedWish(scene, 22), { mandate: false });
  scene.holds(enterprise, "DIRECTOR", enterprise.startDate, dateOf(scene.monthsAgo(10)));
  const dossier = scene.isCoached({
    agency: coachingAgencyOn(scene.monthsAgo(26), "IMPULSE"),
    opened: scene.monthsAgo(26),
    closed: scene.monthsAgo(10),
    topic: "TRANSFER",
    stage: "TRANSFER",
    outcome: "COMPLETED",
    enterprise,
    sessions: 5,
  });
  scene.enrols(dossier, { package: "TRANSFER", level: null, variant: null });
  const advice = { submitted: scene.monthsAgo(24), enterprise, dossier, amount: 650_000n } as const;
  scene.applies({ ...advice, offer: offerOf("CONSULTANCY_AID"), status: "GRANTED" });
  scene.asks({ day: scene.monthsAgo(28), topic: "TRANSFER", enterprise, channel: "PHONE" });
}

/** Bought with a loan (J12). */
export function buyer(scene: Scene): void {
  const enterprise = enterpriseOfRole(scene, hardCases.SELLER, sharedWish(scene, 22));
  scene.holds(enterprise, "DIRECTOR", dateOf(scene.monthsAgo(10)), null);
  const dossier = scene.isCoached({
    agency: "HUB",
    opened: scene.monthsAgo(14),
    closed: scene.monthsAgo(6),
    topic: "TRANSFER",
    stage: "TRANSFER",
    outcome: "COMPLETED",
    sessions: 3,
  });
  const takeover = { ...offerOf("LOAN", "BRUPART"), use: "TAKEOVER" } as const;
  scene.applies({
    offer: takeover,
    submitted: scene.monthsAgo(12),
    enterprise,
    dossier,
    amount: 8_000_000n,
    status: "GRANTED",
  });
  scene.asks({ day: scene.monthsAgo(15), topic: "TRANSFER", enterprise: null, channel: "PHONE" });
}
