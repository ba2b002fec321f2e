/** The cases of who starts: without a number, in a test phase, in a coworking space, from abroad. */
import { addMonths, dateOf, dayOf } from "../calendar.js";
import { hardCases } from "../cases.js";
import type { DossierStory, ProjectStory } from "../coaching-story.js";
import { phonePoint } from "../contact-points.js";
import { chequeOf } from "../housing.js";
import { offerOf } from "../instruments.js";
import { foreignPhone } from "../phones.js";
import type { Scene } from "../scene.js";
import { tradeOf } from "../sectors.js";
import { chapterSize, siteFacts } from "../sites.js";
import { coachingAgencyOn } from "../staff.js";
import { firstSiteOf } from "./common.js";

/** Yusuf of journey J02. */
export function candidate(scene: Scene): void {
  const trade = tradeOf("56210");
  const project = scene.plans({ since: scene.monthsAgo(3), trade, stage: "PRE_CREATION" });
  const call = scene.asks({
    trade,
    day: scene.monthsAgo(2),
    topic: "CREATION",
    enterprise: null,
    channel: "PHONE",
    outcome: "REFERRED",
  });
  scene.isReferred({ from: call, toAgency: "LOCAL_DESKS", status: "ACCEPTED" });
  scene.enrols(
    scene.isCoached({
      agency: "LOCAL_DESKS",
      opened: scene.monthsAgo(1),
      closed: null,
      topic: "CREATION",
      project,
      sessions: 1,
    }),
    { package: "CREATION", level: 1, variant: null },
  );
}

/** A test phase in a cooperative (J18). */
export function testPhase(scene: Scene): void {
  const trade = tradeOf("74120");
  const project = scene.plans({ since: scene.monthsAgo(14), trade, stage: "TEST_PHASE" });
  const dossier = scene.isCoached({
    agency: "JOB_YOURSELF",
    opened: scene.monthsAgo(12),
    closed: null,
    topic: "CREATION",
    project,
    sessions: 4,
  });
  scene.testPhases.push({
    id: scene.teller.id("test-phase"),
    agency: "JOB_YOURSELF",
    entrepreneurId: scene.teller.entrepreneurId,
    dossierId: dossier.id,
    projectId: project.id,
    startedOn: dateOf(scene.monthsAgo(10)),
    endedOn: null,
    successful: null,
  });
  refusedForWantOfNumber(scene, project, dossier);
  scene.asks({ day: scene.monthsAgo(9), topic: "FINANCING", trade, enterprise: null, channel: "PHONE" });
}

/** Twice turned away for want of a number (J18). */
function refusedForWantOfNumber(scene: Scene, project: ProjectStory, dossier: DossierStory): void {
  const motivation = "Pas de numéro d'entreprise. / Geen ondernemingsnummer.";
  scene.applies({
    offer: offerOf("MICROCREDIT", "MICROSTART"),
    submitted: scene.monthsAgo(8),
    project,
    dossier,
    amount: 500_000n,
    status: "REFUSED",
    motivation,
  });
  scene.applies({
    offer: offerOf("GENERAL_INVESTMENT_AID"),
    submitted: scene.monthsAgo(7),
    project,
    dossier,
    amount: 800_000n,
    status: "REFUSED",
    motivation,
  });
}

/** A cheque in its fourth month (J13). */
export function coworkingCheque(scene: Scene): void {
  const siteIndex = firstSiteOf(scene);
  const from = scene.monthsAgo(3);
  const stay = scene.livesAt({
    siteIndex,
    unit: hardCases.COWORKING_CHEQUE,
    from,
    to: addMonths(from, 6) - 1,
    kind: "COWORKING",
    enterprise: null,
  });
  scene.cheques.push(chequeOf(scene.teller, scene.random, siteIndex, stay));
  scene.enrols(
    scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(5), closed: null, topic: "LOCATION", sessions: 1 }),
    { package: "CREATION", level: 2, variant: null },
  );
  scene.asks({ day: scene.monthsAgo(5), topic: "LOCATION", enterprise: null, channel: "PHONE" });
}

/** A foreign firm in its third month (J27). */
export function softLanding(scene: Scene): void {
  const siteIndex = firstSiteOf(scene) + 1;
  const from = Math.max(scene.monthsAgo(2), dayOf(siteFacts(siteIndex).openedOn));
  scene.livesAt({ siteIndex, unit: 99, from, to: addMonths(from, 3), kind: "SOFT_LANDING", enterprise: null });
  scene.isCoached({
    agency: coachingAgencyOn(from, "BIE"),
    opened: from,
    closed: null,
    topic: "INTERNATIONALISATION",
    sessions: 2,
  });
  scene.contactPoints = [
    phonePoint(scene.teller, foreignPhone((scene.place.chapterStart / chapterSize) * 5 + 4), {
      shared: false,
      random: scene.random,
    }),
  ];
  scene.asks({ day: scene.monthsAgo(3), topic: "CREATION", enterprise: null, channel: "EMAIL" });
}
