import type { CodeList } from "@parcours/shared/codes";
import type { GuardCode } from "../matching/guards.rules.js";
import type { Finding } from "../matching/weights.js";

/** Why two files were taken for one person's, for two people's, or for neither: findings and the rules that no score overrules. */
export const matchReasons = {
  SAME_GIVEN_NAME: { fr: "Même prénom", nl: "Zelfde voornaam", en: "Same given name" },
  VARIANT_GIVEN_NAME: {
    fr: "Prénom écrit autrement (Jean, Jan)",
    nl: "Voornaam anders geschreven (Jean, Jan)",
    en: "Given name written otherwise (Jean, Jan)",
  },
  PART_OF_GIVEN_NAME: { fr: "Partie du prénom", nl: "Deel van de voornaam", en: "Part of the given name" },
  MISTYPED_GIVEN_NAME: {
    fr: "Prénom avec une faute de frappe",
    nl: "Voornaam met een tikfout",
    en: "Mistyped given name",
  },
  INITIAL_OF_GIVEN_NAME: { fr: "Initiale du prénom", nl: "Initiaal van de voornaam", en: "Initial of the given name" },
  SIMILAR_GIVEN_NAME: {
    fr: "Deux prénoms qui se ressemblent",
    nl: "Twee voornamen die op elkaar lijken",
    en: "Two given names that are alike",
  },
  UNREADABLE_GIVEN_NAME: {
    fr: "Autre prénom, inconnu par ailleurs",
    nl: "Andere voornaam, die verder niet voorkomt",
    en: "Another given name, which nobody else has",
  },
  OTHER_GIVEN_NAME: { fr: "Autre prénom", nl: "Andere voornaam", en: "Another given name" },
  SAME_FAMILY_NAME: { fr: "Même nom de famille", nl: "Zelfde familienaam", en: "Same family name" },
  VARIANT_FAMILY_NAME: {
    fr: "Nom de famille écrit autrement",
    nl: "Familienaam anders geschreven",
    en: "Family name written otherwise",
  },
  PART_OF_FAMILY_NAME: { fr: "Partie d'un nom double", nl: "Deel van een dubbele naam", en: "Part of a double name" },
  MISTYPED_FAMILY_NAME: {
    fr: "Nom de famille avec une faute de frappe",
    nl: "Familienaam met een tikfout",
    en: "Mistyped family name",
  },
  SIMILAR_FAMILY_NAME: {
    fr: "Deux noms de famille qui se ressemblent",
    nl: "Twee familienamen die op elkaar lijken",
    en: "Two family names that are alike",
  },
  OTHER_FAMILY_NAME: { fr: "Autre nom de famille", nl: "Andere familienaam", en: "Another family name" },
  NAMES_CHANGED_PLACES: {
    fr: "Nom et prénom inversés",
    nl: "Naam en voornaam verwisseld",
    en: "Given and family name changed places",
  },
  RARE_NAME: { fr: "Nom rare", nl: "Zeldzame naam", en: "Rare name" },
  COMMON_NAME: { fr: "Nom fréquent", nl: "Veelvoorkomende naam", en: "Common name" },
  SAME_BIRTH_DATE: { fr: "Même date de naissance", nl: "Zelfde geboortedatum", en: "Same birth date" },
  DAY_AND_MONTH_CHANGED_PLACES: {
    fr: "Jour et mois inversés",
    nl: "Dag en maand verwisseld",
    en: "Day and month changed places",
  },
  MISTYPED_BIRTH_DATE: {
    fr: "Date de naissance avec une faute de frappe",
    nl: "Geboortedatum met een tikfout",
    en: "Mistyped birth date",
  },
  OTHER_BIRTH_DATE: { fr: "Autre date de naissance", nl: "Andere geboortedatum", en: "Another birth date" },
  SAME_OWN_PHONE: {
    fr: "Même téléphone personnel",
    nl: "Zelfde eigen telefoonnummer",
    en: "Same telephone of one's own",
  },
  SAME_HOUSEHOLD_PHONE: {
    fr: "Même téléphone, partagé par deux personnes",
    nl: "Zelfde telefoonnummer, gedeeld door twee personen",
    en: "Same telephone, shared by two",
  },
  SAME_SHARED_PHONE: {
    fr: "Même téléphone, partagé par plusieurs personnes",
    nl: "Zelfde telefoonnummer, gedeeld door meerdere personen",
    en: "Same telephone, shared by several",
  },
  OTHER_PHONE: { fr: "Autre téléphone", nl: "Ander telefoonnummer", en: "Another telephone" },
  SAME_FORMER_PHONE: {
    fr: "Même téléphone, qui ne sert plus à l'une des deux fiches",
    nl: "Zelfde telefoonnummer, dat voor een van beide fiches niet meer werkt",
    en: "Same telephone, which has ended on one of the two files",
  },
  SAME_FORMER_EMAIL: {
    fr: "Même adresse e-mail, qui ne sert plus à l'une des deux fiches",
    nl: "Zelfde e-mailadres, dat voor een van beide fiches niet meer werkt",
    en: "Same e-mail address, which has ended on one of the two files",
  },
  SAME_OWN_EMAIL: {
    fr: "Même adresse e-mail personnelle",
    nl: "Zelfde eigen e-mailadres",
    en: "Same e-mail address of one's own",
  },
  MISTYPED_EMAIL: {
    fr: "Adresse e-mail avec une faute de frappe",
    nl: "E-mailadres met een tikfout",
    en: "Mistyped e-mail address",
  },
  SAME_SHARED_EMAIL: {
    fr: "Même adresse e-mail, partagée",
    nl: "Zelfde gedeelde e-mailadres",
    en: "Same e-mail address, shared",
  },
  OTHER_EMAIL: { fr: "Autre adresse e-mail", nl: "Ander e-mailadres", en: "Another e-mail address" },
  SAME_ENTERPRISE: {
    fr: "Mandat dans la même entreprise",
    nl: "Mandaat in dezelfde onderneming",
    en: "A mandate in the same enterprise",
  },
  SAME_LARGE_ENTERPRISE: {
    fr: "Mandat dans la même entreprise, qui en compte plusieurs",
    nl: "Mandaat in dezelfde onderneming, die er meerdere telt",
    en: "A mandate in the same enterprise, which has several",
  },
  SAME_MUNICIPALITY: { fr: "Même commune", nl: "Zelfde gemeente", en: "Same municipality" },
  OTHER_MUNICIPALITY: { fr: "Autre commune", nl: "Andere gemeente", en: "Another municipality" },
  SAME_NATIONAL_NUMBER: {
    fr: "Même numéro de registre national",
    nl: "Zelfde rijksregisternummer",
    en: "Same national register number",
  },
  OTHER_NATIONAL_NUMBER: {
    fr: "Autre numéro de registre national",
    nl: "Ander rijksregisternummer",
    en: "Another national register number",
  },
  TOLD_APART: {
    fr: "Quelqu'un a décidé que ce sont deux personnes",
    nl: "Iemand besliste dat het twee personen zijn",
    en: "Somebody decided that they are two people",
  },
  TWINS: { fr: "Peut-être des jumeaux", nl: "Misschien tweelingen", en: "Perhaps twins" },
  ANOTHER_GIVEN_NAME: {
    fr: "Un autre prénom est une autre personne",
    nl: "Een andere voornaam is een andere persoon",
    en: "Another given name is another person",
  },
  TWO_GENERATIONS: {
    fr: "Peut-être parent et enfant de même nom",
    nl: "Misschien ouder en kind met dezelfde naam",
    en: "Perhaps parent and child with one name",
  },
  ANOTHER_BIRTH_DATE: {
    fr: "Une autre date de naissance est à vérifier",
    nl: "Een andere geboortedatum moet worden nagekeken",
    en: "Another birth date is to be looked at",
  },
  NO_BIRTH_DATE: {
    fr: "Sans date de naissance il en faut plus",
    nl: "Zonder geboortedatum is meer nodig",
    en: "Without a birth date more is needed",
  },
  NAME_AND_BIRTH_DATE_ONLY: {
    fr: "Nom et date de naissance ne suffisent pas",
    nl: "Naam en geboortedatum zijn niet genoeg",
    en: "Name and birth date are not enough",
  },
  TWO_NATIONAL_NUMBERS: {
    fr: "Deux numéros de registre national",
    nl: "Twee rijksregisternummers",
    en: "Two national register numbers",
  },
  NUMBER_OF_ANOTHER: {
    fr: "Le numéro est peut-être celui d'une autre personne",
    nl: "Het nummer is misschien dat van iemand anders",
    en: "The number may be somebody else's",
  },
  ENDED_CONTACT: {
    fr: "Un téléphone ou une adresse qui ne sert plus ne prouve rien",
    nl: "Een nummer of adres dat niet meer werkt, bewijst niets",
    en: "A telephone or address that has ended proves nothing",
  },
} as const satisfies CodeList & Readonly<Record<Finding | GuardCode, unknown>>;
