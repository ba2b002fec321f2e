import type { CodeList } from "@parcours/shared/codes";

/** Whether coaching comes with a help: systematically proposed (R17), or a condition of it (R18, R19, R25). */
export const coachingRequirements: CodeList = {
  NONE: { fr: "Sans accompagnement", nl: "Zonder begeleiding", en: "No coaching" },
  OFFERED: { fr: "Accompagnement proposé", nl: "Begeleiding voorgesteld", en: "Coaching offered" },
  REQUIRED: { fr: "Accompagnement obligatoire", nl: "Verplichte begeleiding", en: "Coaching required" },
};
