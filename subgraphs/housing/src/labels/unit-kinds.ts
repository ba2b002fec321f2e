import type { CodeList } from "@parcours/shared/codes";

/** What a site lets (S99, S100). */
export const unitKinds: CodeList = {
  OFFICE: { fr: "Bureau", nl: "Kantoor", en: "Office" },
  WORKSHOP: { fr: "Atelier", nl: "Atelier", en: "Workshop" },
  DESK: { fr: "Poste de travail", nl: "Werkplek", en: "Desk" },
};
