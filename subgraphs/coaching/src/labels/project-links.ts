import type { CodeList } from "@parcours/shared/codes";

/** What is known of the link of a project to an enterprise (R53, J18; decision 0023). */
export const projectLinks: CodeList = {
  CONFIRMED: {
    fr: "Confirmé : la personne agit pour cette entreprise",
    nl: "Bevestigd: de persoon treedt op voor deze onderneming",
    en: "Confirmed: the person acts for this enterprise",
  },
  CLAIMED: {
    fr: "Déclaré : aucun mandat connu de la personne dans cette entreprise",
    nl: "Verklaard: geen mandaat van de persoon in deze onderneming bekend",
    en: "Claimed: no mandate of the person in this enterprise is known",
  },
};
