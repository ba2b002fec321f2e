/** What the single desk asks of an owner at `POST /intake`, and what it is told. Types of both sides, and the owner's reading of the body. */
import { isUuid, parseEnterpriseNumber } from "../ids.js";
import { isDay } from "../mutations/input-check.js";
import { BadRequest } from "../server/http.js";

/** For whom a form is filled in. */
export interface AskedHolders {
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
}

/** A value that a form says of a concept. */
export interface SaidValue {
  readonly concept: string;
  readonly value: unknown;
}

/** An answer that was given before, to another form: it stays as old as it is. */
export interface KnownValue extends SaidValue {
  /** When it was given, ISO 8601. */
  readonly at: string;
  /** Last day on which it spares the question. */
  readonly validUntil: string;
}

/** A value that a form says of a fact that this owner keeps. */
export interface SaidFact extends SaidValue {
  readonly coordinate: string;
  /** Whether who says it could read that the owner holds just this. */
  readonly isHeld: boolean;
}

/** For whom answers are read. */
export interface ReadHolders extends AskedHolders {
  /** Projects that became the enterprise: what was told of them is known of it. */
  readonly linkedProjectIds?: readonly string[];
}

/** What was answered before to some concepts. */
export interface ReadAnswers extends ReadHolders {
  readonly action: "READ";
  readonly concepts: readonly string[];
}

/** A form of this owner's agency is submitted, or a form of another says something of this owner's facts. */
export interface SubmitForm extends AskedHolders {
  readonly action: "SUBMIT";
  readonly idempotencyKey: string;
  readonly form: string;
  readonly agency: string;
  /** To the form's own questions; null where the form is another owner's. */
  readonly answers: readonly SaidValue[] | null;
  /** What was known of its own questions, for the agency's own dossier; kept only where the person or a mandatary gives it. */
  readonly known: readonly KnownValue[];
  /** Whether that the form was filled in is itself kept from who may not know: then no fact says from which form it came. */
  readonly isRestricted: boolean;
  readonly facts: readonly SaidFact[];
  /** Questions that were left to ask, and those that were spared. */
  readonly asked: number;
  readonly spared: number;
  /** Documents, likewise. */
  readonly documentsAsked: number;
  readonly documentsSpared: number;
}

/** How many questions and documents an owner's agencies asked for and spared in a month. */
export interface CountForms {
  readonly action: "COUNT";
  /** `2026-11`. */
  readonly month: string;
  readonly agency: string;
}

/** An answer that was given before. */
export interface ToldAnswer {
  readonly concept: string;
  readonly state: "KNOWN" | "NOT_SHARED";
  readonly category: string;
  readonly agency: string;
  /** The rest is there only where it is KNOWN. */
  readonly value?: unknown;
  readonly form?: string;
  readonly at?: string;
  readonly validUntil?: string;
  /** Idempotency key of the submission: an answer of the same one was not held before. */
  readonly key?: string;
}

/** What became of what a form said. */
export interface ToldFate {
  readonly concept: string;
  readonly coordinate: string | null;
  readonly fate: "RECEIVED" | "CHANGED" | "ALREADY_HELD" | "INVALID";
}

/** A count; all of it is null where so few forms were submitted that it might point at somebody. */
export interface ToldCount {
  readonly submissions: number | null;
  readonly asked: number | null;
  readonly spared: number | null;
  readonly documentsAsked: number | null;
  readonly documentsSpared: number | null;
}

const mostValues = 200;

/** Reads a body. @throws BadRequest */
export function intakeRequestIn(body: unknown): ReadAnswers | SubmitForm | CountForms {
  const { action } = (body ?? {}) as Partial<Record<string, unknown>>;
  if (action === "COUNT") return countIn(body as Record<keyof CountForms, unknown>);
  if (action !== "READ" && action !== "SUBMIT") throw invalid("`action` is READ, SUBMIT or COUNT");
  const holders = holdersIn(body as Record<keyof AskedHolders, unknown>);
  return action === "READ"
    ? readIn(holders, body as Record<keyof ReadAnswers, unknown>)
    : submitIn(holders, body as Record<keyof SubmitForm, unknown>);
}

function holdersIn({ entrepreneurId, enterpriseNumber, projectId }: Record<keyof AskedHolders, unknown>): AskedHolders {
  if (typeof entrepreneurId !== "string" || !isUuid(entrepreneurId)) throw invalid("`entrepreneurId` is a UUID");
  if (
    enterpriseNumber !== null &&
    (typeof enterpriseNumber !== "string" || parseEnterpriseNumber(enterpriseNumber) !== enterpriseNumber)
  )
    throw invalid("`enterpriseNumber` is null or ten digits");
  if (projectId !== null && (typeof projectId !== "string" || !isUuid(projectId)))
    throw invalid("`projectId` is null or a UUID");
  return { entrepreneurId, enterpriseNumber, projectId };
}

function readIn(
  holders: AskedHolders,
  { concepts, linkedProjectIds }: Record<keyof ReadAnswers, unknown>,
): ReadAnswers {
  const linked = linkedProjectIds === undefined ? [] : texts("linkedProjectIds", linkedProjectIds);
  if (!linked.every(isUuid)) throw invalid("`linkedProjectIds` are UUIDs");
  return { action: "READ", ...holders, linkedProjectIds: linked, concepts: texts("concepts", concepts) };
}

function submitIn(holders: AskedHolders, body: Record<keyof SubmitForm, unknown>): SubmitForm {
  const { idempotencyKey, form, agency, answers, known, isRestricted, facts } = body;
  if (typeof idempotencyKey !== "string" || !isUuid(idempotencyKey)) throw invalid("`idempotencyKey` is a UUID");
  if (typeof form !== "string" || typeof agency !== "string") throw invalid("`form` and `agency` are codes");
  return {
    action: "SUBMIT",
    ...holders,
    idempotencyKey,
    form,
    agency,
    answers: answers === null ? null : values("answers", answers),
    known: knownIn(known),
    // Who does not say so is asked about as if it were.
    isRestricted: isRestricted !== false,
    facts: values("facts", facts).map((said) => {
      const { coordinate, isHeld } = said as Partial<SaidFact>;
      if (typeof coordinate !== "string" || typeof isHeld !== "boolean") throw invalid("`facts` name a coordinate");
      return { concept: said.concept, value: said.value, coordinate, isHeld };
    }),
    asked: count("asked", body.asked),
    spared: count("spared", body.spared),
    documentsAsked: count("documentsAsked", body.documentsAsked),
    documentsSpared: count("documentsSpared", body.documentsSpared),
  };
}

function countIn({ month, agency }: Record<keyof CountForms, unknown>): CountForms {
  if (typeof month !== "string" || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw invalid("`month` is YYYY-MM");
  if (typeof agency !== "string") throw invalid("`agency` is a code");
  return { action: "COUNT", month, agency };
}

function values(name: string, list: unknown): SaidValue[] {
  const rows = Array.isArray(list) && list.length <= mostValues ? (list as Partial<SaidValue>[]) : null;
  if (!rows?.every((row) => typeof row?.concept === "string" && row.value !== undefined))
    throw invalid(`\`${name}\` is a list of concepts with values`);
  return rows as SaidValue[];
}

function knownIn(list: unknown): KnownValue[] {
  return values("known", list).map((said) => {
    const { at, validUntil } = said as Partial<KnownValue>;
    if (typeof at !== "string" || Number.isNaN(Date.parse(at)) || typeof validUntil !== "string" || !isDay(validUntil))
      throw invalid("`known` says since when and until when");
    return { concept: said.concept, value: said.value, at, validUntil };
  });
}

function texts(name: string, list: unknown): string[] {
  const rows = Array.isArray(list) && list.length <= mostValues ? (list as unknown[]) : null;
  if (!rows?.every((row) => typeof row === "string")) throw invalid(`\`${name}\` is a list of texts`);
  return rows;
}

function count(name: string, value: unknown): number {
  if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > 1000) throw invalid(`\`${name}\` is a count`);
  return Number(value);
}

function invalid(sentence: string): BadRequest {
  return new BadRequest(400, `${sentence}.`);
}
