/** The sentences of the page of a copy. */
import type { LocalizedText } from "@parcours/shared/languages";

type Text = Required<LocalizedText>;

/** By what they are for. */
export const pageTexts = {
  title: {
    fr: "Copie de mon dossier",
    nl: "Kopie van mijn dossier",
    en: "Copy of my dossier",
  },
  made: { fr: "Établie le", nl: "Opgemaakt op", en: "Made on" },
  intro: {
    fr: "Tout ce que les organismes du réseau conservent à votre sujet et peuvent vous montrer (RGPD, article 15), avec la source de chaque donnée.",
    nl: "Alles wat de instellingen van het netwerk over u bewaren en u mogen tonen (AVG, artikel 15), met de bron van elk gegeven.",
    en: "All that the agencies of the network keep about you and may show you (GDPR, article 15), with the source of each fact.",
  },
  owners: { fr: "Qui a répondu", nl: "Wie heeft geantwoord", en: "Who answered" },
  owner: { fr: "Source", nl: "Bron", en: "Owner" },
  agencies: { fr: "Organismes", nl: "Instellingen", en: "Agencies" },
  state: { fr: "Réponse", nl: "Antwoord", en: "Answer" },
  ANSWERED: { fr: "A répondu", nl: "Heeft geantwoord", en: "Answered" },
  NOT_ANSWERED: {
    fr: "N'a pas répondu partout : ses données peuvent manquer dans cette copie. Demandez-la à nouveau.",
    nl: "Heeft niet overal geantwoord: gegevens kunnen in deze kopie ontbreken. Vraag ze opnieuw.",
    en: "Did not answer everywhere: its data may be missing from this copy. Ask for it again.",
  },
  contents: { fr: "Contenu", nl: "Inhoud", en: "Contents" },
  person: { fr: "Identité", nl: "Identiteit", en: "Identity" },
  enterprise: { fr: "Entreprise", nl: "Onderneming", en: "Enterprise" },
  fact: { fr: "Donnée", nl: "Gegeven", en: "Fact" },
  value: { fr: "Valeur", nl: "Waarde", en: "Value" },
  source: {
    fr: "Source, organisme, date, champ",
    nl: "Bron, instelling, datum, veld",
    en: "Owner, agency, date, field",
  },
  yes: { fr: "oui", nl: "ja", en: "yes" },
  no: { fr: "non", nl: "neen", en: "no" },
  cut: { fr: "Ce qui manque dans cette copie", nl: "Wat in deze kopie ontbreekt", en: "What this copy leaves out" },
  cutIntro: {
    fr: "La copie a atteint sa taille ou sa durée maximale. Pour chaque liste : combien d'éléments sont ici, et derrière quel repère lire la suite dans le graphe. Le délégué à la protection des données vous remet le reste sur demande.",
    nl: "De kopie bereikte haar grootste omvang of duur. Voor elke lijst: hoeveel elementen hier staan, en achter welk merkteken u in de graaf verder leest. De functionaris voor gegevensbescherming bezorgt u de rest op verzoek.",
    en: "The copy reached its greatest size or time. For each list: how many records are here, and behind which cursor to read on in the graph. The data protection officer gives you the rest on request.",
  },
  withheld: { fr: "Ce qui n'est pas montré", nl: "Wat niet getoond wordt", en: "What is not shown" },
  withheldIntro: {
    fr: "Ces champs existent mais ne sont pas ouverts à qui demande cette copie.",
    nl: "Deze velden bestaan maar zijn niet open voor wie deze kopie vraagt.",
    en: "These fields exist but are not open to who asks for this copy.",
  },
  nothing: { fr: "Rien n'a été trouvé.", nl: "Er werd niets gevonden.", en: "Nothing was found." },
} as const satisfies Readonly<Record<string, Text>>;
