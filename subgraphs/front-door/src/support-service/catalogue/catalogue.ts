/** The catalogue of support services that 1819 routes by: about a hundred (S20, N34), in files by pole. */
import { idFrom } from "@parcours/shared/ids";
import type { CatalogueEntry } from "./catalogue-item.js";
import { coachingAdvice } from "./coaching-advice.js";
import { coachingDifficulty } from "./coaching-difficulty.js";
import { coachingGrowth } from "./coaching-growth.js";
import { coachingLocal } from "./coaching-local.js";
import { coachingPackages } from "./coaching-packages.js";
import { financingAids } from "./financing-aids.js";
import { financingCapital } from "./financing-capital.js";
import { financingCredit } from "./financing-credit.js";
import { financingGuarantees } from "./financing-guarantees.js";
import { frontDoorAudiences } from "./front-door-audiences.js";
import { frontDoorInformation } from "./front-door-information.js";
import { frontDoorPartners } from "./front-door-partners.js";
import { housing } from "./housing.js";

/** Every support service, in the order of the files; the order says nothing of merit (R23, R32). */
export const catalogue: readonly CatalogueEntry[] = [
  ...frontDoorInformation,
  ...frontDoorAudiences,
  ...frontDoorPartners,
  ...coachingPackages,
  ...coachingAdvice,
  ...coachingLocal,
  ...coachingGrowth,
  ...coachingDifficulty,
  ...financingAids,
  ...financingCapital,
  ...financingCredit,
  ...financingGuarantees,
  ...housing,
].map((item) => ({ id: idFrom("support-service", item.code), ...item }));
