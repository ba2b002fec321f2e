import type { CodeList } from "@parcours/shared/codes";

/** For whom a support service is meant (glossary 4.2). Filters of the catalogue, chosen by whoever asks; never stored about a person (R35, R36, R40). */
export const profiles: CodeList = {
  CANDIDATE: {
    fr: "Candidat-entrepreneur, porteur de projet",
    nl: "Kandidaat-ondernemer, projectdrager",
    en: "Candidate, project holder",
  },
  STARTER: { fr: "Starter", nl: "Starter", en: "Starter" },
  ESTABLISHED: { fr: "Entreprise existante", nl: "Bestaande onderneming", en: "Existing enterprise" },
  HIGH_POTENTIAL: {
    fr: "Entreprise à haut potentiel",
    nl: "High-potentialonderneming",
    en: "High-potential enterprise",
  },
  SELF_EMPLOYED: { fr: "Indépendant", nl: "Zelfstandige", en: "Self-employed" },
  JOB_CREATOR: { fr: "Auto-créateur d'emploi", nl: "Zelftewerkgestelde", en: "Self-job-creator" },
  SECOND_CHANCE: { fr: "Entrepreneur en rebond", nl: "Doorstarter", en: "Restarting entrepreneur" },
  TRANSFEROR: { fr: "Cédant", nl: "Overlater", en: "Seller of an enterprise" },
  TAKER: { fr: "Repreneur", nl: "Overnemer", en: "Buyer of an enterprise" },
  WOMAN: { fr: "Entrepreneure", nl: "Vrouwelijke ondernemer", en: "Woman entrepreneur" },
  FOREIGN_ORIGIN: {
    fr: "Entrepreneur d'origine étrangère",
    nl: "Ondernemer van vreemde herkomst",
    en: "Entrepreneur of foreign origin",
  },
  SOCIAL: { fr: "Entreprise sociale", nl: "Sociale onderneming", en: "Social enterprise" },
  COOPERATIVE: { fr: "Coopérative", nl: "Coöperatieve", en: "Cooperative" },
  SHARED: { fr: "Entreprise partagée", nl: "Gedeelde onderneming", en: "Shared enterprise" },
  STUDENT: { fr: "Étudiant-entrepreneur", nl: "Student-ondernemer", en: "Student entrepreneur" },
  JOB_SEEKER: { fr: "Demandeur d'emploi", nl: "Werkzoekende", en: "Job seeker" },
  EXPORTER: { fr: "Nouvel exportateur", nl: "Nieuwe exporteur", en: "New exporter" },
  INVESTOR: { fr: "Investisseur étranger", nl: "Buitenlandse investeerder", en: "Foreign investor" },
  MERCHANT: { fr: "Commerçant", nl: "Handelaar", en: "Merchant" },
  LIBERAL_PROFESSION: { fr: "Profession libérale", nl: "Vrij beroep", en: "Liberal profession" },
  NON_SPEAKER: {
    fr: "Personne ne parlant aucune des langues principales",
    nl: "Persoon die geen van de belangrijkste talen spreekt",
    en: "Speaker of none of the main languages",
  },
};
