import type { CodeList } from "@parcours/shared/codes";

/** What form a help takes. Put the agency's own list here: a list that grows is a code list, never an enum. */
export const formsOfHelp: CodeList = {
  ADVICE: { fr: "Conseil", nl: "Advies", en: "Advice" },
  TRAINING: { fr: "Formation", nl: "Opleiding", en: "Training" },
  FOLLOW_UP: { fr: "Suivi", nl: "Opvolging", en: "Follow-up" },
};
