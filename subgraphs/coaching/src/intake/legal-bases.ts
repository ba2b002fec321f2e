/** By what right the coaching pole asks its own questions. */
import type { LocalizedText } from "@parcours/shared/languages";

type Basis = Required<LocalizedText>;

/** The agency that coaches. */
export const agencyForEnterprise: Basis = {
  fr: "Ordonnance du 28 avril 2016 portant création de l'Agence bruxelloise pour l'accompagnement de l'entreprise ; tâche d'intérêt public (RGPD, article 6, § 1, e)",
  nl: "Ordonnantie van 28 april 2016 houdende oprichting van het Brussels Agentschap voor de ondersteuning van het bedrijfsleven; taak van algemeen belang (AVG, artikel 6, lid 1, e)",
  en: "Ordinance of 28 April 2016 creating the Brussels agency for the support of enterprise; task in the public interest (GDPR, article 6(1)(e))",
};

/** Who comes to the centre says so of the own free will. */
export const consent: Basis = {
  fr: "Consentement de la personne (RGPD, article 6, § 1, a), qui peut le retirer",
  nl: "Toestemming van de persoon (AVG, artikel 6, lid 1, a), die ze kan intrekken",
  en: "Consent of the person (GDPR, article 6(1)(a)), who may withdraw it",
};
