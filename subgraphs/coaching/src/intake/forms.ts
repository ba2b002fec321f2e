import type { IntakeForm } from "@parcours/shared/intake/form";
import { difficultyIntake } from "./difficulty.form.js";
import { growthScreening, packageEnrolment } from "./package.forms.js";

/** The forms of the coaching pole's agencies. */
export const forms: readonly IntakeForm[] = [packageEnrolment, growthScreening, difficultyIntake];
