import type { CodeList } from "@parcours/shared/codes";

/** The three steps that come before a restart credit, in order (S53, S60; D4:1185-1204; J11). Restricted: read with the case (5.6). */
export const restartSteps: CodeList = {
  DIAGNOSIS: { fr: "Diagnostic", nl: "Diagnose", en: "Diagnosis" },
  BUSINESS_PLAN: { fr: "Business plan de rebond", nl: "Doorstart-businessplan", en: "Restart business plan" },
  FINANCING_PLAN: {
    fr: "Plan de financement du rebond",
    nl: "Doorstart-financieringsplan",
    en: "Restart financing plan",
  },
};
