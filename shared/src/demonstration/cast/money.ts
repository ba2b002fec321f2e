import { stackedCredit } from "../financing.js";
/** The cases in which money plays the main part. */
import { offerOf } from "../instruments.js";
import type { Scene } from "../scene.js";
import { tradeOf } from "../sectors.js";
import { staffMember } from "../staff.js";
import { company, loan } from "./common.js";

/** J05: refused, with a motivation that helps the next application. */
export function coachedAndRefused(scene: Scene): void {
  const enterprise = scene.founds({ ...company, sector: "ICT", startDay: scene.monthsAgo(30) });
  const dossier = scene.isCoached({
    agency: "HUB",
    advisor: staffMember("HUB", 0),
    opened: scene.monthsAgo(12),
    closed: null,
    topic: "FINANCING",
    enterprise,
    intensity: "PRIORITY_DOSSIER",
    sessions: 4,
  });
  scene.applies({
    offer: loan,
    submitted: scene.monthsAgo(6),
    enterprise,
    dossier,
    amount: 20_000_000n,
    status: "REFUSED",
    motivation:
      "Het financieel plan rekent op een omzet die de lopende contracten niet dragen: twee van de drie klanten hebben nog niet getekend. " +
      "Met de getekende contracten en een lager bedrag kan een nieuwe aanvraag worden onderzocht.",
  });
  scene.asks({ day: scene.monthsAgo(13), topic: "FINANCING", enterprise, channel: "PHONE" });
}

/** An aid awarded and not yet paid, and a guarantee until it is (J20). */
export function subsidyBridge(scene: Scene): void {
  const enterprise = scene.founds({ ...company, sector: "CONSTRUCTION", startDay: scene.monthsAgo(50) });
  const aid = scene.applies({
    offer: offerOf("RDI_AID"),
    submitted: scene.monthsAgo(8),
    enterprise,
    amount: 12_000_000n,
    status: "GRANTED",
  });
  if (aid.grant)
    scene.applies({
      offer: offerOf("GUARANTEE"),
      submitted: scene.monthsAgo(5),
      enterprise,
      amount: 6_000_000n,
      status: "GRANTED",
      forGrant: aid.grant,
    });
  scene.asks({ day: scene.monthsAgo(6), topic: "FINANCING", enterprise, channel: "PHONE" });
}

/** A baker's microcredit with an honour loan beside it (J22). */
export function stacked(credit: bigint): (scene: Scene) => void {
  return (scene) => {
    const enterprise = scene.founds({
      naturalPerson: true,
      sector: "MANUFACTURING",
      trade: tradeOf("10712"),
      startDay: scene.monthsAgo(20),
      ceasedDay: null,
    });
    const dossier = scene.isCoached({
      agency: "LOCAL_DESKS",
      advisor: staffMember("LOCAL_DESKS", 0),
      opened: scene.monthsAgo(12),
      closed: null,
      topic: "FINANCING",
      enterprise,
      sessions: 2,
    });
    scene.applications.push(
      ...stackedCredit(scene.teller, scene.random, { submitted: scene.monthsAgo(9), enterprise, dossier }, credit),
    );
    scene.asks({ day: scene.monthsAgo(13), topic: "FINANCING", enterprise, channel: "PHONE" });
  };
}

/** Public money beside private money (R49). */
export function coInvestment(scene: Scene): void {
  const enterprise = scene.founds({ ...company, sector: "LIFE_TECH", startDay: scene.monthsAgo(40) });
  const dossier = scene.isCoached({
    agency: "HUB",
    opened: scene.monthsAgo(26),
    closed: null,
    topic: "FINANCING",
    enterprise,
    intensity: "FARMING",
    sessions: 6,
  });
  scene.applies({
    offer: offerOf("CO_INVESTMENT"),
    submitted: scene.monthsAgo(16),
    enterprise,
    dossier,
    amount: 120_000_000n,
    status: "GRANTED",
  });
  scene.asks({ day: scene.monthsAgo(27), topic: "FINANCING", enterprise, channel: "PHONE" });
}
