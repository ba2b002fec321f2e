/**
 * Every type of document that an agency may be given: one closed list, so that what one agency has been given another can recognise. What it
 * may be sent as, how large, and for how long it usually holds. Design 2 (lists that grow are codes); R01, J03; decision 0021.
 */
import type { CodeList } from "../codes.js";
import type { LocalizedText } from "../languages.js";

/** Media types in which documents come. Nothing that a browser would run: no HTML, no SVG. */
export const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv",
  txt: "text/plain",
  png: "image/png",
  jpg: "image/jpeg",
} as const;

/** One of them. */
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes];

/** One type of document. */
export interface DocumentType {
  readonly labels: Required<LocalizedText>;
  readonly mediaTypes: readonly MediaType[];
  /** The largest that is taken, in bytes. */
  readonly mostBytes: number;
  /** For how many months it usually holds; null where it holds until another comes. */
  readonly validMonths: number | null;
  /** Whether it is restricted whatever its giver says: its name alone tells that an enterprise is in difficulty. */
  readonly isRestricted?: true;
}

const megabyte = 1024 * 1024;
const { pdf, docx, xlsx, odt, ods, csv, txt, png, jpg } = mediaTypes;
const texts = [pdf, docx, odt] as const;
const tables = [pdf, xlsx, ods, csv] as const;
const scans = [pdf, png, jpg] as const;

/** The list. The months are proposals: no law fixes them; an agency may ask for a newer one by the dates of the document. */
export const documentTypes = {
  BUSINESS_PLAN: {
    labels: { fr: "Plan d'affaires", nl: "Businessplan", en: "Business plan" },
    mediaTypes: texts,
    mostBytes: 25 * megabyte,
    validMonths: 12,
  },
  FINANCIAL_PLAN: {
    labels: { fr: "Plan financier", nl: "Financieel plan", en: "Financial plan" },
    mediaTypes: tables,
    mostBytes: 15 * megabyte,
    validMonths: 12,
  },
  STATUTES: {
    labels: { fr: "Statuts", nl: "Statuten", en: "Articles of association" },
    mediaTypes: [pdf],
    mostBytes: 15 * megabyte,
    validMonths: null,
  },
  ANNUAL_ACCOUNTS: {
    labels: {
      fr: "Comptes annuels non encore déposés",
      nl: "Nog niet neergelegde jaarrekening",
      en: "Annual accounts that are not filed yet",
    },
    mediaTypes: tables,
    mostBytes: 15 * megabyte,
    validMonths: 12,
  },
  INTERIM_ACCOUNTS: {
    labels: { fr: "Situation comptable intermédiaire", nl: "Tussentijdse balans", en: "Interim accounts" },
    mediaTypes: tables,
    mostBytes: 15 * megabyte,
    validMonths: 6,
  },
  CASH_FLOW_FORECAST: {
    labels: { fr: "Plan de trésorerie", nl: "Liquiditeitsplan", en: "Cash-flow forecast" },
    mediaTypes: tables,
    mostBytes: 15 * megabyte,
    validMonths: 6,
  },
  CURRICULUM_VITAE: {
    labels: { fr: "Curriculum vitæ", nl: "Curriculum vitae", en: "Curriculum vitae" },
    mediaTypes: texts,
    mostBytes: 5 * megabyte,
    validMonths: 24,
  },
  DIPLOMA: {
    labels: { fr: "Diplôme ou attestation", nl: "Diploma of attest", en: "Diploma or certificate" },
    mediaTypes: scans,
    mostBytes: 10 * megabyte,
    validMonths: null,
  },
  LEASE: {
    labels: { fr: "Bail", nl: "Huurovereenkomst", en: "Lease" },
    mediaTypes: scans,
    mostBytes: 15 * megabyte,
    validMonths: 36,
  },
  QUOTE: {
    labels: { fr: "Devis", nl: "Offerte", en: "Quotation" },
    mediaTypes: [pdf, png, jpg, xlsx, ods],
    mostBytes: 10 * megabyte,
    validMonths: 6,
  },
  INVOICE: {
    labels: { fr: "Facture", nl: "Factuur", en: "Invoice" },
    mediaTypes: scans,
    mostBytes: 10 * megabyte,
    validMonths: null,
  },
  SHAREHOLDER_REGISTER: {
    labels: { fr: "Registre des actionnaires", nl: "Aandeelhoudersregister", en: "Register of shareholders" },
    mediaTypes: tables,
    mostBytes: 10 * megabyte,
    validMonths: 12,
  },
  MARKET_STUDY: {
    labels: { fr: "Étude de marché", nl: "Marktonderzoek", en: "Market study" },
    mediaTypes: texts,
    mostBytes: 25 * megabyte,
    validMonths: 24,
  },
  TECHNICAL_DESCRIPTION: {
    labels: { fr: "Description technique du projet", nl: "Technische beschrijving", en: "Technical description" },
    mediaTypes: texts,
    mostBytes: 25 * megabyte,
    validMonths: 12,
  },
  RESTART_PLAN: {
    labels: { fr: "Plan de relance", nl: "Herstartplan", en: "Restart plan" },
    mediaTypes: [...texts, xlsx, ods],
    mostBytes: 15 * megabyte,
    validMonths: 6,
    isRestricted: true,
  },
  NOTE: {
    labels: { fr: "Note", nl: "Nota", en: "Note" },
    mediaTypes: [pdf, docx, odt, txt],
    mostBytes: 5 * megabyte,
    validMonths: 12,
  },
} as const satisfies Readonly<Record<string, DocumentType>>;

/** Labels of the types, as a list of codes. */
export const documentTypeLabels: CodeList = Object.fromEntries(
  Object.entries(documentTypes).map(([code, { labels }]) => [code, labels]),
);

/** The type of that code; undefined where there is none. */
export function documentTypeOf(code: string): DocumentType | undefined {
  return Object.hasOwn(documentTypes, code) ? documentTypes[code as keyof typeof documentTypes] : undefined;
}

/** The usual ending of a file's name: `pdf`. */
export function extensionOf(mediaType: string): string {
  return Object.entries(mediaTypes).find(([, type]) => type === mediaType)?.[0] ?? "bin";
}
