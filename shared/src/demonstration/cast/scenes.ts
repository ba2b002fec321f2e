/** Which case of `cases.ts` is played how. */
import { hardCases } from "../cases.js";
import { shortNumberPoint, withheldPoint } from "../contact-points.js";
import type { Scene } from "../scene.js";
import { liveWith } from "./common.js";
import type { Playing } from "./common.js";
import * as identities from "./identities.js";
import * as longPaths from "./long-paths.js";
import * as money from "./money.js";
import * as owners from "./owners.js";
import * as starters from "./starters.js";

/** Two questions, and nothing else. */
function frontDoorOnly(scene: Scene): void {
  scene.asks({ day: scene.monthsAgo(11), topic: "CREATION", enterprise: null, channel: "PHONE" });
  scene.asks({ day: scene.monthsAgo(1), topic: "ACCOUNTING", enterprise: null, channel: "WEB" });
}

/** Role → how it is played. */
export const castScenes: Readonly<Record<number, Playing>> = {
  [hardCases.KNOWN_TO_EVERY_POLE]: longPaths.knownToEveryPole,
  [hardCases.NO_ENTERPRISE_NUMBER]: starters.candidate,
  [hardCases.BANKRUPT_AND_RESTARTED]: owners.bankruptAndRestarted,
  [hardCases.FIRST_MANAGER]: identities.firstManager,
  [hardCases.SECOND_MANAGER]: identities.secondManager,
  [hardCases.ACCOUNTANT]: identities.accountant,
  [hardCases.FIRST_TWIN]: identities.family("van-den-broeck"),
  [hardCases.SECOND_TWIN]: identities.family("van-den-broeck"),
  [hardCases.FATHER]: identities.father,
  [hardCases.SON]: liveWith,
  [hardCases.DUPLICATES_MERGED]: identities.duplicatesMerged,
  [hardCases.DUPLICATE_NOT_MERGED]: liveWith,
  [hardCases.DUPLICATE_TO_DECIDE]: identities.duplicateToDecide,
  [hardCases.AGENCIES_MERGED]: owners.agenciesMerged,
  [hardCases.WITHHELD_NUMBER]: identities.callsFrom((scene) => withheldPoint(scene.teller), "WITHHELD"),
  [hardCases.SHORT_NUMBER]: identities.callsFrom((scene) => shortNumberPoint(scene.teller, "1819"), "SHORT_NUMBER"),
  [hardCases.FOREIGN_NUMBER]: identities.foreignCaller,
  [hardCases.COACHED_AND_REFUSED]: money.coachedAndRefused,
  [hardCases.SELLER]: owners.seller,
  [hardCases.BUYER]: owners.buyer,
  [hardCases.ENTERPRISE_WITHOUT_PERSON]: identities.enterpriseWithoutPerson,
  [hardCases.HUNDRED_ENTRIES]: longPaths.hundredEntries,
  [hardCases.TEN_ENTRIES]: longPaths.tenEntries,
  [hardCases.SUBSIDY_BRIDGE]: money.subsidyBridge,
  [hardCases.HONOUR_LOAN_REFUSED]: money.stacked(8000n),
  [hardCases.STACKED_CREDIT]: money.stacked(12_000n),
  [hardCases.APOSTROPHE]: liveWith,
  [hardCases.LANGUAGE_UNKNOWN]: liveWith,
  [hardCases.LANGUAGE_OTHER]: liveWith,
  [hardCases.TEST_PHASE]: starters.testPhase,
  [hardCases.COWORKING_CHEQUE]: starters.coworkingCheque,
  [hardCases.SOFT_LANDING]: starters.softLanding,
  [hardCases.CO_INVESTMENT]: money.coInvestment,
  [hardCases.IN_DIFFICULTY]: owners.inDifficulty,
  [hardCases.FRONT_DOOR_ONLY]: frontDoorOnly,
};
