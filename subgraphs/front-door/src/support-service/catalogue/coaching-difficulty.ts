/** Help for enterprises in difficulty (S52-S54, measures 5-8). The catalogue of this help is public, the cases are not (R31, 5.6). */
import type { CatalogueItem } from "./catalogue-item.js";

/** Help for enterprises in difficulty. */
export const coachingDifficulty: readonly CatalogueItem[] = [
  {
    code: "COM_SUPPORT",
    agency: "COM",
    names: {
      fr: "Centre pour Entreprises en difficulté : soutien",
      nl: "Centrum voor Ondernemingen in Moeilijkheden: ondersteuning",
      en: "Centre for Enterprises in Difficulty: support",
    },
    summaries: {
      fr: "Soutien professionnel aux entrepreneurs confrontés à des problèmes de différents ordres.",
      nl: "Professionele ondersteuning voor ondernemers die met verschillende problemen geconfronteerd worden.",
      en: "Professional support for entrepreneurs who face problems of various kinds.",
    },
    category: "ADVICE_COACHING",
    stages: ["DIFFICULTY"],
    profiles: ["ESTABLISHED", "SELF_EMPLOYED"],
    sectors: [],
    needs: ["DIFFICULTY", "ACCOUNTING", "FINANCING"],
    languages: ["FR", "NL"],
    validFrom: "2006-01-01",
    source: "S52; measure 6; D4:1101-1116",
  },
  {
    code: "COM_LEGAL_HELP",
    agency: "COM",
    names: {
      fr: "Centre pour Entreprises en difficulté : aide juridique",
      nl: "Centrum voor Ondernemingen in Moeilijkheden: juridische hulp",
      en: "Centre for Enterprises in Difficulty: legal help",
    },
    summaries: {
      fr: "Aide pour les difficultés de nature juridique, de loin la question la plus fréquente au centre.",
      nl: "Hulp bij moeilijkheden van juridische aard, veruit de meest gestelde vraag bij het centrum.",
      en: "Help with difficulties of a legal nature, by far the most frequent question at the centre.",
    },
    category: "ADVICE_COACHING",
    stages: ["DIFFICULTY", "CEASED"],
    profiles: ["ESTABLISHED", "SELF_EMPLOYED"],
    sectors: [],
    needs: ["DIFFICULTY", "LEGAL"],
    languages: ["FR", "NL"],
    validFrom: "2006-01-01",
    source: "S52; measure 6; N42; D4:1106-1107",
  },
  {
    code: "COM_RESTART_TOOLS",
    agency: "COM",
    names: {
      fr: "Outils de rebond du centre",
      nl: "Doorstarttools van het centrum",
      en: "Restart tools of the centre",
    },
    summaries: {
      fr: "Business plan de rebond et outils simples pour calculer le prix de revient d'un bien ou d'un produit.",
      nl: "Businessplan voor een doorstart en eenvoudige instrumenten om de kostprijs van een goed of product te berekenen.",
      en: "Restart business plan and simple tools to calculate the cost price of a good or product.",
    },
    category: "ADVICE_COACHING",
    stages: ["DIFFICULTY", "RESTART"],
    profiles: ["SECOND_CHANCE", "ESTABLISHED"],
    sectors: [],
    needs: ["DIFFICULTY", "BUSINESS_PLAN", "ACCOUNTING"],
    languages: ["FR", "NL"],
    validFrom: "2016-01-01",
    source: "S53; measure 6; D4:1120-1123",
  },
];
