/** By what right the financing pole asks its own questions. */
import type { LocalizedText } from "@parcours/shared/languages";

type Basis = Required<LocalizedText>;

/** Aid to enterprises in the Brussels Region. */
export const economicDevelopment: Basis = {
  fr: "Ordonnance du 3 mai 2018 relative aux aides pour le développement économique des entreprises",
  nl: "Ordonnantie van 3 mei 2018 betreffende de steun voor de economische ontwikkeling van ondernemingen",
  en: "Ordinance of 3 May 2018 on aid for the economic development of enterprises",
};

/** Aid to research, development and innovation. */
export const research: Basis = {
  fr: "Ordonnance du 27 juillet 2017 visant à promouvoir la recherche, le développement et l'innovation",
  nl: "Ordonnantie van 27 juli 2017 ter bevordering van onderzoek, ontwikkeling en innovatie",
  en: "Ordinance of 27 July 2017 to promote research, development and innovation",
};

/** The Guarantee Fund. */
export const guaranteeFund: Basis = {
  fr: "Ordonnance du 22 avril 1999 relative au Fonds bruxellois de garantie",
  nl: "Ordonnantie van 22 april 1999 betreffende het Brussels Waarborgfonds",
  en: "Ordinance of 22 April 1999 on the Brussels Guarantee Fund",
};

/** The regional investment company. */
export const investmentCompany: Basis = {
  fr: "Loi du 2 avril 1962 relative aux sociétés régionales d'investissement ; mesures précontractuelles (RGPD, article 6, § 1, b)",
  nl: "Wet van 2 april 1962 betreffende de gewestelijke investeringsmaatschappijen; precontractuele maatregelen (AVG, artikel 6, lid 1, b)",
  en: "Act of 2 April 1962 on regional investment companies; steps before a contract (GDPR, article 6(1)(b))",
};

/** Works that began before the application cannot be aided. */
export const incentiveEffect: Basis = {
  fr: "Règlement (UE) 651/2014, article 6 (effet incitatif)",
  nl: "Verordening (EU) 651/2014, artikel 6 (stimulerend effect)",
  en: "Regulation (EU) 651/2014, article 6 (incentive effect)",
};

/** The same costs are not aided twice. */
export const cumulation: Basis = {
  fr: "Règlement (UE) 651/2014, article 8, et règlement (UE) 2023/2831, article 5 (cumul)",
  nl: "Verordening (EU) 651/2014, artikel 8, en verordening (EU) 2023/2831, artikel 5 (cumulatie)",
  en: "Regulation (EU) 651/2014, article 8, and Regulation (EU) 2023/2831, article 5 (cumulation)",
};

/** What an SME is. */
export const smallEnterprises: Basis = {
  fr: "Règlement (UE) 651/2014, annexe I (définition des PME)",
  nl: "Verordening (EU) 651/2014, bijlage I (definitie van kmo's)",
  en: "Regulation (EU) 651/2014, annex I (definition of SMEs)",
};

/** Categories of research and their proof. */
export const researchCategories: Basis = {
  fr: "Règlement (UE) 651/2014, article 25 (aides à la recherche et au développement)",
  nl: "Verordening (EU) 651/2014, artikel 25 (steun voor onderzoek en ontwikkeling)",
  en: "Regulation (EU) 651/2014, article 25 (aid for research and development)",
};

/** Payment by the Region. */
export const payment: Basis = {
  fr: "Ordonnance organique du 23 février 2006 (budget, comptabilité et contrôle)",
  nl: "Organieke ordonnantie van 23 februari 2006 (begroting, boekhouding en controle)",
  en: "Organic ordinance of 23 February 2006 (budget, accounts and control)",
};
