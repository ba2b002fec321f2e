import type { IntakeForm } from "@parcours/shared/intake/form";
import { exportAid, generalInvestmentAid, preActivityAid } from "./aid.forms.js";
import { creditApplication, guarantee } from "./credit.forms.js";
import { researchAid } from "./research.form.js";

/** The forms of the financing pole's agencies. */
export const forms: readonly IntakeForm[] = [
  creditApplication,
  guarantee,
  generalInvestmentAid,
  preActivityAid,
  researchAid,
  exportAid,
];
