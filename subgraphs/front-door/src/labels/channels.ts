import type { CodeList } from "@parcours/shared/codes";

/** How an entrepreneur reaches 1819 (S18, S22). */
export const channels: CodeList = {
  PHONE: { fr: "Téléphone", nl: "Telefoon", en: "Phone" },
  WEB: { fr: "Site web", nl: "Website", en: "Website" },
  DESK: { fr: "Guichet", nl: "Loket", en: "Desk" },
  APP: { fr: "Application mobile", nl: "Mobiele app", en: "Mobile app" },
  EMAIL: { fr: "Courriel", nl: "E-mail", en: "E-mail" },
};
