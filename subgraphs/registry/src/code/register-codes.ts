/**
 * Our own labels of the register's short lists, and of the forms and situations that occur most: they hold without `code.csv` and give
 * the English that it lacks. Where `code.csv` is imported, its French and Dutch come first. Source: reference 5.3.
 */
import type { CodeList } from "@parcours/shared/codes";

const label = (fr: string, nl: string, en: string) => ({ fr, nl, en });

/** By the category's name in `code.csv`. */
export const ownLabels: Readonly<Record<string, CodeList>> = {
  Status: { AC: label("Actif", "Actief", "Active") },
  TypeOfEnterprise: {
    "0": label("Inconnu", "Onbekend", "Unknown"),
    "1": label("Personne physique", "Natuurlijk persoon", "Natural person"),
    "2": label("Personne morale", "Rechtspersoon", "Legal person"),
  },
  Language: {
    "0": label("inconnue", "onbekend", "unknown"),
    "1": label("français", "Frans", "French"),
    "2": label("néerlandais", "Nederlands", "Dutch"),
    "3": label("allemand", "Duits", "German"),
    "4": label("anglais", "Engels", "English"),
  },
  TypeOfDenomination: {
    "001": label("Dénomination", "Naam", "Name"),
    "002": label("Abréviation", "Afkorting", "Abbreviation"),
    "003": label("Dénomination commerciale", "Commerciële naam", "Commercial name"),
    "004": label("Dénomination de la succursale", "Naam van het bijkantoor", "Branch name"),
  },
  TypeOfAddress: {
    REGO: label("Siège", "Zetel", "Registered seat"),
    BAET: label("Unité d'établissement", "Vestigingseenheid", "Establishment unit"),
    ABBR: label("Succursale", "Bijkantoor", "Branch"),
    OBAD: label(
      "Première unité d'établissement active",
      "Oudste actieve vestigingseenheid",
      "Oldest active establishment unit",
    ),
  },
  EntityContact: {
    ENT: label("Entreprise", "Onderneming", "Enterprise"),
    EST: label("Unité d'établissement", "Vestigingseenheid", "Establishment unit"),
    BRA: label("Succursale", "Bijkantoor", "Branch"),
  },
  ContactType: {
    TEL: label("Numéro de téléphone", "Telefoonnummer", "Telephone number"),
    FAX: label("Numéro de fax", "Faxnummer", "Fax number"),
    EMAIL: label("Adresse e-mail", "E-mailadres", "E-mail address"),
    WEB: label("Adresse web", "Webadres", "Web address"),
  },
  ActivityGroup: {
    "001": label("Activités TVA", "Btw-activiteiten", "VAT activities"),
    "002": label("Activités EDRL", "EDRL-activiteiten", "EDRL activities"),
    "003": label("Activités", "Activiteiten", "Activities"),
    "004": label(
      "Activités de la fonction publique fédérale",
      "Activiteiten federaal openbaar ambt",
      "Federal civil service activities",
    ),
    "005": label("Activités ONSSAPL", "RSZPPO-activiteiten", "Local authorities' social security activities"),
    "006": label("Activités ONSS", "RSZ-activiteiten", "Social security activities"),
    "007": label(
      "Activités de l'enseignement subventionné",
      "Activiteiten gesubsidieerd onderwijs",
      "Subsidised education activities",
    ),
  },
  Classification: {
    MAIN: label("Activité principale", "Hoofdactiviteit", "Main activity"),
    SECO: label("Activité secondaire", "Nevenactiviteit", "Secondary activity"),
    ANCI: label("Activité auxiliaire", "Hulpactiviteit", "Ancillary activity"),
  },
  JuridicalForm: {
    "008": label(
      "Société coopérative à responsabilité limitée (ancienne forme)",
      "Coöperatieve vennootschap met beperkte aansprakelijkheid (oude vorm)",
      "Limited co-operative company (old form)",
    ),
    "014": label("Société anonyme", "Naamloze vennootschap", "Public limited company"),
    "015": label(
      "Société privée à responsabilité limitée (ancienne forme)",
      "Besloten vennootschap met beperkte aansprakelijkheid (oude vorm)",
      "Private limited company (old form)",
    ),
    "017": label("Association sans but lucratif", "Vereniging zonder winstoogmerk", "Non-profit association"),
    "610": label("Société à responsabilité limitée", "Besloten vennootschap", "Private limited company"),
    "612": label("Société en commandite", "Commanditaire vennootschap", "Limited partnership"),
    "706": label("Société coopérative", "Coöperatieve vennootschap", "Co-operative company"),
  },
  JuridicalSituation: {
    "000": label("Situation normale", "Normale toestand", "Normal situation"),
    "010": label("Dissolution de plein droit", "Ontbinding van rechtswege", "Dissolution by operation of law"),
    "012": label(
      "Dissolution volontaire, en liquidation",
      "Vrijwillige ontbinding, in vereffening",
      "Voluntary dissolution, in liquidation",
    ),
    "013": label(
      "Dissolution judiciaire ou nullité",
      "Gerechtelijke ontbinding of nietigheid",
      "Judicial dissolution or nullity",
    ),
    "014": label("Clôture de liquidation", "Sluiting van vereffening", "Liquidation closed"),
    "016": label(
      "Cessation d'activité d'une personne physique",
      "Stopzetting activiteit van een natuurlijk persoon",
      "Natural person ceased activity",
    ),
    "020": label(
      "Réunion des parts en une seule main",
      "Vereniging van aandelen in één hand",
      "All shares in one hand",
    ),
    "050": label("Ouverture de faillite", "Opening faillissement", "Bankruptcy opened"),
    "051": label(
      "Clôture de faillite avec excusabilité",
      "Sluiting faillissement met verschoonbaarheid",
      "Bankruptcy closed, excusable",
    ),
    "052": label(
      "Clôture de faillite avec inexcusabilité",
      "Sluiting faillissement met niet-verschoonbaarheid",
      "Bankruptcy closed, not excusable",
    ),
    "053": label("Clôture de faillite", "Sluiting faillissement", "Bankruptcy closed"),
    "091": label(
      "Sursis (réorganisation judiciaire)",
      "Opschorting (gerechtelijke reorganisatie)",
      "Moratorium (judicial reorganisation)",
    ),
  },
};
