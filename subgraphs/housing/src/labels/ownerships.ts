import type { CodeList } from "@parcours/shared/codes";

/** Whether a site is run by a public or a private body (S100). */
export const ownerships: CodeList = {
  PUBLIC: { fr: "Public", nl: "Publiek", en: "Public" },
  PRIVATE: { fr: "Privé", nl: "Privaat", en: "Private" },
};
