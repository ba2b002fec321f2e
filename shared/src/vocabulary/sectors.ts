import type { CodeList } from "../codes.js";

/**
 * Sectors of a project, and by which services are filtered: one list for all poles (R10; glossary 4.4; manufacturing, transport and
 * personal services were added). An enterprise's own activity comes from the register, as NACE codes.
 */
export const sectors: CodeList = {
  PROFESSIONAL_SCIENTIFIC: {
    fr: "Activités spécialisées, scientifiques et techniques",
    nl: "Gespecialiseerde, wetenschappelijke en technische activiteiten",
    en: "Professional, scientific and technical activities",
  },
  CONSTRUCTION: { fr: "Construction", nl: "Bouw", en: "Construction" },
  RETAIL: { fr: "Commerce", nl: "Handel", en: "Trade" },
  MANUFACTURING: { fr: "Industrie manufacturière", nl: "Industrie", en: "Manufacturing" },
  TRANSPORT: { fr: "Transport et logistique", nl: "Transport en logistiek", en: "Transport and logistics" },
  HORECA: { fr: "Horeca", nl: "Horeca", en: "Hotels, restaurants and cafés" },
  ICT: {
    fr: "Technologies de l'information et de la communication",
    nl: "Informatie- en communicatietechnologie",
    en: "Information and communication technology",
  },
  ADMIN_SERVICES: {
    fr: "Services administratifs et de soutien",
    nl: "Administratieve en ondersteunende diensten",
    en: "Administrative and support services",
  },
  PERSONAL_SERVICES: { fr: "Services aux personnes", nl: "Persoonlijke diensten", en: "Personal services" },
  FINANCE: { fr: "Finances et assurances", nl: "Financiën en verzekeringen", en: "Finance and insurance" },
  TELECOM: { fr: "Télécommunications", nl: "Telecommunicatie", en: "Telecommunications" },
  AUDIOVISUAL: { fr: "Audiovisuel et médias", nl: "Audiovisuele sector en media", en: "Audiovisual and media" },
  GREEN_TECH: {
    fr: "Technologies vertes et construction durable",
    nl: "Groene technologie en duurzaam bouwen",
    en: "Green technology and sustainable building",
  },
  LIFE_TECH: { fr: "Technologies de la santé", nl: "Gezondheidstechnologie", en: "Life technology and health" },
  HOSPITALITY_TOURISM: {
    fr: "Tourisme, événements et culture",
    nl: "Toerisme, evenementen en cultuur",
    en: "Tourism, events and culture",
  },
  CIRCULAR: { fr: "Économie circulaire", nl: "Circulaire economie", en: "Circular economy" },
  SOCIAL_ECONOMY: { fr: "Économie sociale", nl: "Sociale economie", en: "Social economy" },
  ENERGY_ENVIRONMENT: { fr: "Énergie et environnement", nl: "Energie en milieu", en: "Energy and environment" },
};
