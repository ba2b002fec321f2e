import type { CodeList } from "@parcours/shared/codes";

/** How a person gave an agency leave to see something. The first is the person's own doing, the others are noted by an advisor. */
export const waysOfGiving: CodeList = {
  SIGNED_IN: {
    fr: "En ligne, par la personne elle-même",
    nl: "Online, door de persoon zelf",
    en: "Online, by the person",
  },
  PHONE: { fr: "Au téléphone", nl: "Aan de telefoon", en: "On the telephone" },
  IN_WRITING: { fr: "Par écrit", nl: "Schriftelijk", en: "In writing" },
  AT_DESK: { fr: "Au guichet", nl: "Aan het loket", en: "At the desk" },
};
