import type { CodeList } from "@parcours/shared/codes";

/**
 * Packages along the life of an enterprise (glossary 4.5; S40-S44).
 * `RESTART` is the second phase's package for enterprises in difficulty: its enrolments hang on a difficulty case and are never pointed to (design section 4).
 */
export const packages: CodeList = {
  CREATION: {
    fr: "Package entrepreneurial d'appui à la création",
    nl: "Oprichtingssteunpakket",
    en: "Creation package",
  },
  GROWTH: { fr: "Package croissance", nl: "Groeipakket", en: "Growth package" },
  RESTART: { fr: "Package rebond", nl: "Doorstartpakket", en: "Restart package" },
  TRANSFER: {
    fr: "Package repreneuriat et transmission",
    nl: "Pakket overnemerschap en overdracht",
    en: "Takeover and transfer package",
  },
  TRANSITION: { fr: "Package transition", nl: "Overgangspakket", en: "Transition package" },
};

/** Levels of the creation package, lowest first: each contains those before it (glossary 4.5; R43, R44). */
export const packageLevels: CodeList = {
  UNIVERSAL: { fr: "Package universel", nl: "Universeel pakket", en: "Universal package" },
  CREATION_SUPPORT: {
    fr: "Package d'appui à la création",
    nl: "Oprichtingssteunpakket",
    en: "Creation support package",
  },
  HIGH_POTENTIAL: {
    fr: "Package pour starters à haut potentiel",
    nl: "Steunpakket voor high-potentialstarters",
    en: "Package for high-potential starters",
  },
};

/** Variants of a package (glossary 4.5; S45). */
export const packageVariants: CodeList = {
  RETAIL: {
    fr: "Variante commerce (package « Open »)",
    nl: "Handelsversie (pakket ‘Open’)",
    en: "Retail version (‘Open’ package)",
  },
};

/** The seven elements of the growth package, in order (glossary 4.5, `GrowthElement`; D4:964-990). */
export const growthElements: CodeList = {
  SCREENING: {
    fr: "Screening de la situation existante",
    nl: "Screening van de bestaande situatie",
    en: "Screening of the present situation",
  },
  GROWTH_PLAN: { fr: "Plan de croissance concerté", nl: "Overlegd groeiplan", en: "Agreed growth plan" },
  COACHING_PATH: {
    fr: "Parcours d'accompagnement personnalisé",
    nl: "Gepersonaliseerd begeleidingsparcours",
    en: "Personal coaching path",
  },
  EXPANSION_AIDS: {
    fr: "Accès simplifié aux aides à l'expansion économique",
    nl: "Vereenvoudigde toegang tot steun voor economische expansie",
    en: "Easier access to economic-expansion aids",
  },
  GROWTH_FINANCING: {
    fr: "Accès simplifié aux financements de croissance",
    nl: "Vereenvoudigde toegang tot groeifinanciering",
    en: "Easier access to growth financing",
  },
  TEAM: {
    fr: "Équipe multidisciplinaire des trois pôles",
    nl: "Multidisciplinair team van de drie polen",
    en: "Multidisciplinary team of the three poles",
  },
  ACTIRIS_KEY_ACCOUNT: {
    fr: "Key account auprès d'Actiris",
    nl: "Key account bij Actiris",
    en: "Key account at Actiris",
  },
};
