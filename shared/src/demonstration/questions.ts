/** What people ask 1819, in their own words. `{trade}` is what they do or want to do. */
import type { Random } from "./random.js";
import type { Trade } from "./sectors.js";
import type { Topic } from "./story-parts.js";
import type { PreferredLanguage } from "./story.js";

interface Questions {
  readonly fr: readonly string[];
  readonly nl: readonly string[];
  readonly en: readonly string[];
}

const questions: Readonly<Record<Topic, Questions>> = {
  CREATION: {
    fr: [
      "Je voudrais me lancer ({trade}) : par où commencer ?",
      "Quel statut choisir pour démarrer une activité de type « {trade} » ?",
      "Dois-je prouver des compétences professionnelles ({trade}) ?",
    ],
    nl: [
      "Ik wil starten ({trade}): waar begin ik?",
      "Welk statuut kies ik voor een activiteit als '{trade}'?",
      "Moet ik mijn beroepsbekwaamheid bewijzen ({trade})?",
    ],
    en: ["I want to start ({trade}): where do I begin?", "Do I need a permit or a diploma to start ({trade})?"],
  },
  FINANCING: {
    fr: [
      "Ma banque demande un apport que je n'ai pas : qui peut m'aider ({trade}) ?",
      "Existe-t-il une prime pour acheter du matériel ({trade}) ?",
      "Puis-je combiner un microcrédit et un prêt d'honneur ?",
    ],
    nl: [
      "Mijn bank vraagt een inbreng die ik niet heb: wie kan helpen ({trade})?",
      "Bestaat er een premie voor de aankoop van materieel ({trade})?",
      "Kan ik een microkrediet en een lening op eer combineren?",
    ],
    en: [
      "My bank asks for money of my own that I do not have: who can help ({trade})?",
      "Is there an aid for buying equipment ({trade})?",
    ],
  },
  RECRUITING: {
    fr: ["Quelles aides pour engager ma première personne ({trade}) ?"],
    nl: ["Welke steun is er om mijn eerste werknemer aan te werven ({trade})?"],
    en: ["What help is there to hire my first employee ({trade})?"],
  },
  PERMITS: {
    fr: [
      "Faut-il un permis d'environnement pour mon activité ({trade}) ?",
      "La commune me réclame un permis d'urbanisme pour l'enseigne, est-ce normal ?",
    ],
    nl: [
      "Heb ik een milieuvergunning nodig voor mijn activiteit ({trade})?",
      "De gemeente vraagt een vergunning voor mijn uithangbord, klopt dat?",
    ],
    en: ["Do I need an environmental permit for what I do ({trade})?"],
  },
  LOCATION: {
    fr: [
      "Je cherche un atelier ou un bureau pas trop cher ({trade}).",
      "Y a-t-il encore de la place dans un centre d'entreprises ?",
    ],
    nl: ["Ik zoek een betaalbaar atelier of kantoor ({trade}).", "Is er nog plaats in een bedrijvencentrum?"],
    en: ["I am looking for an affordable workshop or office ({trade})."],
  },
  INTERNATIONALISATION: {
    fr: ["Je veux vendre à l'étranger ({trade}) : quelles aides à l'exportation ?"],
    nl: ["Ik wil in het buitenland verkopen ({trade}): welke exportsteun is er?"],
    en: ["I want to sell abroad ({trade}): which export aids exist?"],
  },
  DIGITAL: {
    fr: ["Qui peut m'aider à vendre en ligne ({trade}) ?"],
    nl: ["Wie kan mij helpen om online te verkopen ({trade})?"],
    en: ["Who can help me to sell online ({trade})?"],
  },
  LEGAL: {
    fr: [
      "Un associé veut partir : que disent les statuts ({trade}) ?",
      "Mon bailleur résilie le bail commercial, que puis-je faire ?",
    ],
    nl: [
      "Een vennoot wil vertrekken: wat zeggen de statuten ({trade})?",
      "De verhuurder zegt mijn handelshuur op, wat kan ik doen?",
    ],
    en: ["My business partner wants to leave: what now ({trade})?"],
  },
  ACCOUNTING: {
    fr: [
      "À quelle fréquence dois-je déclarer la TVA ({trade}) ?",
      "Je cherche un comptable qui connaît mon métier ({trade}).",
    ],
    nl: ["Hoe vaak moet ik btw aangeven ({trade})?", "Ik zoek een boekhouder die mijn vak kent ({trade})."],
    en: ["How often do I have to file VAT ({trade})?"],
  },
  NETWORKS: {
    fr: ["Existe-t-il un réseau d'entrepreneurs dans mon secteur ({trade}) ?"],
    nl: ["Bestaat er een netwerk van ondernemers in mijn sector ({trade})?"],
    en: ["Is there a network of entrepreneurs in my sector ({trade})?"],
  },
  DIFFICULTY: {
    fr: [
      "Je n'arrive plus à payer mes fournisseurs ({trade}), vers qui me tourner ?",
      "J'ai reçu une convocation du tribunal de l'entreprise.",
      "La banque a dénoncé ma ligne de crédit ({trade}).",
    ],
    nl: [
      "Ik kan mijn leveranciers niet meer betalen ({trade}), waar kan ik terecht?",
      "Ik kreeg een oproeping van de ondernemingsrechtbank.",
      "De bank heeft mijn kredietlijn opgezegd ({trade}).",
    ],
    en: [
      "I can no longer pay my suppliers ({trade}); who can help?",
      "The bank has withdrawn my credit line ({trade}).",
    ],
  },
  TRANSFER: {
    fr: ["Je cherche une affaire à reprendre ({trade})."],
    nl: ["Ik zoek een zaak om over te nemen ({trade})."],
    en: ["I am looking for a business to take over ({trade})."],
  },
};

/** What who has an enterprise asks otherwise than who has none. */
const ownersQuestions: Readonly<Partial<Record<Topic, Questions>>> = {
  CREATION: {
    fr: ["Je veux ajouter une activité à mon entreprise ({trade}) : que dois-je déclarer ?"],
    nl: ["Ik wil een activiteit toevoegen aan mijn onderneming ({trade}): wat moet ik aangeven?"],
    en: ["I want to add an activity to my business ({trade}): what must I declare?"],
  },
  TRANSFER: {
    fr: ["Je voudrais remettre mon affaire ({trade}) dans deux ans : comment m'y prendre ?"],
    nl: ["Ik wil mijn zaak ({trade}) over twee jaar overlaten: hoe pak ik dat aan?"],
    en: ["I would like to sell my business ({trade}) in two years: how?"],
  },
};

const german = "Ich habe eine Frage zu meinem Vorhaben: An wen kann ich mich wenden?";

/** What a question is about. */
interface Subject {
  readonly topic: Topic;
  readonly trade: Trade;
  /** Whether it is asked for an enterprise that exists. */
  readonly asOwner: boolean;
}

/** A question on a topic; OTHER and UNKNOWN speak French or Dutch at the desk. */
export function questionOn({ topic, trade, asOwner }: Subject, language: PreferredLanguage, random: Random): string {
  if (language === "DE") return german;
  const spoken =
    language === "NL" ? "nl" : language === "EN" ? "en" : language === "FR" || random.chance(0.7) ? "fr" : "nl";
  const asked = (asOwner ? ownersQuestions[topic] : undefined) ?? questions[topic];
  return random.pick(asked[spoken]).replace("{trade}", inASentence(trade[spoken]));
}

/** Without the capital of a name, but for an abbreviation ("IT consultancy"). */
function inASentence(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
