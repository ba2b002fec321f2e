import type { CodeList } from "@parcours/shared/codes";

/** Kinds of sites that house enterprises (S99, S100, S109; aliases in 0.4). The name for citydev's own sites was added. */
export const siteKinds: CodeList = {
  INCUBATOR: { fr: "Incubateur", nl: "Incubator", en: "Incubator" },
  BUSINESS_CENTRE: { fr: "Centre d'entreprises", nl: "Bedrijvencentrum", en: "Business centre" },
  COWORKING: { fr: "Espace de coworking", nl: "Coworkingruimte", en: "Coworking space" },
  BUSINESS_PARK: { fr: "Parc d'activités économiques", nl: "Bedrijvenpark", en: "Business park" },
  FAB_LAB: { fr: "Fab lab", nl: "Fablab", en: "Fab lab" },
};
