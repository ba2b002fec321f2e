/** Local economy desks and activity cooperatives (S39, S72; measures 27, 48). */
import type { CatalogueItem } from "./catalogue-item.js";

/** Local economy desks and activity cooperatives. */
export const coachingLocal: readonly CatalogueItem[] = [
  {
    code: "LOCAL_DESK_COACHING",
    agency: "LOCAL_DESKS",
    names: {
      fr: "Accompagnement par un guichet d'économie locale",
      nl: "Begeleiding door een loket lokale economie",
      en: "Coaching by a local economy desk",
    },
    summaries: {
      fr: "Accompagnement de proximité des personnes qui veulent créer ou développer une petite activité.",
      nl: "Begeleiding dicht bij huis voor wie een kleine activiteit wil starten of uitbouwen.",
      en: "Local coaching of people who want to start or develop a small activity.",
    },
    category: "ADVICE_COACHING",
    stages: ["PRE_CREATION", "CREATION", "POST_CREATION"],
    profiles: ["CANDIDATE", "STARTER", "JOB_CREATOR", "SELF_EMPLOYED"],
    sectors: [],
    needs: ["CREATION", "BUSINESS_PLAN"],
    languages: ["FR", "NL"],
    validFrom: "2000-01-01",
    source: "S39; R75; D4:407, 1992-1993, 2110-2121",
  },
  {
    code: "LOCAL_DESK_FINANCE_SEARCH",
    agency: "LOCAL_DESKS",
    names: {
      fr: "Recherche de microfinancement au guichet d'économie locale",
      nl: "Zoektocht naar microfinanciering bij het loket lokale economie",
      en: "Search for microfinance at the local economy desk",
    },
    summaries: {
      fr: "Aide aux porteurs de plus petits projets pour trouver un financement, surtout auprès de fournisseurs de microcrédits.",
      nl: "Hulp voor beheerders van kleinere projecten bij het zoeken naar financiering, vooral bij leveranciers van microkredieten.",
      en: "Help for holders of smaller projects to find financing, mostly from microcredit providers.",
    },
    category: "ADVICE_COACHING",
    stages: ["PRE_CREATION", "CREATION", "POST_CREATION"],
    profiles: ["CANDIDATE", "STARTER", "JOB_CREATOR", "SELF_EMPLOYED"],
    sectors: [],
    needs: ["FINANCING", "BUSINESS_PLAN"],
    languages: ["FR", "NL"],
    validFrom: "2000-01-01",
    source: "S39; N40; D4:1967-1970",
  },
  {
    code: "ACTIVITY_COOPERATIVE_PREPARATION",
    agency: "JOB_YOURSELF",
    names: {
      fr: "Coopérative d'activités : préparation",
      nl: "Activiteitencoöperatie: voorbereidingsfase",
      en: "Activity cooperative: preparation",
    },
    summaries: {
      fr: "Préparation, avec un coach, de l'activité qu'un demandeur d'emploi veut tester.",
      nl: "Voorbereiding, met een coach, van de activiteit die een werkzoekende wil uittesten.",
      en: "Preparation, with a coach, of the activity that a job seeker wants to test.",
    },
    category: "ADVICE_COACHING",
    stages: ["PRE_CREATION"],
    profiles: ["JOB_SEEKER", "JOB_CREATOR", "CANDIDATE"],
    sectors: [],
    needs: ["CREATION", "BUSINESS_PLAN"],
    languages: ["FR", "NL"],
    validFrom: "2009-01-01",
    source: "S72; measure 48; N45; D4:3270-3271, 3351-3354",
  },
  {
    code: "ACTIVITY_COOPERATIVE_TEST",
    agency: "JOB_YOURSELF",
    names: {
      fr: "Coopérative d'activités : phase de test",
      nl: "Activiteitencoöperatie: testfase",
      en: "Activity cooperative: test phase",
    },
    summaries: {
      fr: "Tester son activité dans un cadre sûr en gardant son allocation de chômage ou son aide du CPAS, avec coaches, comptabilité et facturation. Horeca et commerce n'entrent pas en ligne de compte.",
      nl: "Een activiteit uittesten in een veilig kader met behoud van de werkloosheids- of OCMW-uitkering, met coaches, boekhouding en facturatie. Horeca en handel komen niet in aanmerking.",
      en: "Test an activity in a safe setting while keeping unemployment or welfare benefit, with coaches, accounting and invoicing. Hospitality and retail are not eligible.",
    },
    category: "ADVICE_COACHING",
    stages: ["TEST_PHASE"],
    profiles: ["JOB_SEEKER", "JOB_CREATOR"],
    sectors: ["PROFESSIONAL_SCIENTIFIC", "CONSTRUCTION", "MANUFACTURING", "TRANSPORT", "ICT", "ADMIN_SERVICES", "PERSONAL_SERVICES", "FINANCE", "TELECOM", "AUDIOVISUAL", "GREEN_TECH", "LIFE_TECH", "HOSPITALITY_TOURISM", "CIRCULAR", "SOCIAL_ECONOMY", "ENERGY_ENVIRONMENT"],
    needs: ["CREATION", "ACCOUNTING"],
    languages: ["FR", "NL"],
    validFrom: "2009-01-01",
    source: "S72; measure 48; R52; D4:3293-3302, 3365-3371, 3402-3405",
  },
];
