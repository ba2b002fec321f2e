import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with asking for a copy. */
export const dossierExportErrors = defineErrors({
  DOSSIER_EXPORT_RUNNING: {
    meaning: "A copy of this person's dossier is being made already.",
    remedy: "Wait for it; a copy takes at most a minute.",
    messages: {
      fr: "Une copie de ce dossier est déjà en cours d'établissement. Attendez-la.",
      nl: "Er wordt al een kopie van dit dossier gemaakt. Wacht daarop.",
      en: "A copy of this dossier is being made already. Wait for it.",
    },
  },
  DOSSIER_EXPORT_ABANDONED: {
    meaning: "Who asked for a copy went away before it was whole.",
    remedy: "Ask again, and wait for the answer.",
    messages: {
      fr: "La demande a été abandonnée avant que la copie ne soit complète.",
      nl: "De aanvraag werd afgebroken voor de kopie volledig was.",
      en: "The request was abandoned before the copy was whole.",
    },
  },
});
