/** What the single desk asks of an owner at `POST /facts`, and what it is told. Types of both sides, and the owner's reading of the body. */
import { isUuid, parseEnterpriseNumber } from "../ids.js";
import type { Place } from "../paging.js";
import { mostPerPage } from "../paging.js";
import { BadRequest } from "../server/http.js";
import type { ChangeAuthor } from "./author.js";
import type { DisputeRow } from "./dispute-store.js";
import { entityOf, factEntities, type FactEntity, type FactHolder } from "./facts-kept.js";

/** Somebody says that a fact is wrong. */
export interface RaiseDispute {
  readonly action: "RAISE";
  readonly holder: FactHolder;
  readonly coordinate: string;
  readonly idempotencyKey: string;
  /** What it should be; null where only words are said. */
  readonly value: unknown;
  readonly statement: string;
}

/** The owner's agency answers a dispute. */
export interface AnswerDispute {
  readonly action: "ANSWER";
  readonly disputeId: string;
  readonly version: number;
  readonly idempotencyKey: string;
  readonly decision: "ACCEPTED" | "REJECTED";
  readonly reason: string;
  /** What it becomes; null: what the dispute says. */
  readonly value: unknown;
}

/** A page of the disputes of an entity, newest first. */
export interface ListDisputes {
  readonly action: "DISPUTES";
  readonly holder: FactHolder;
  readonly first: number;
  readonly place: Place | null;
}

/** What an agency still has to answer, oldest first. */
export interface OpenDisputes {
  readonly action: "OPEN";
  readonly agency: string;
  readonly first: number;
  readonly place: Place | null;
}

/** A page of the changes of one fact, newest first. */
export interface FactHistoryAsked {
  readonly action: "HISTORY";
  readonly holder: FactHolder;
  readonly coordinate: string;
  readonly first: number;
  readonly place: Place | null;
}

/** Where and when the present values of some facts were given. */
export interface FactProvenanceAsked {
  readonly action: "PROVENANCE";
  readonly holder: FactHolder;
  readonly coordinates: readonly string[];
}

/** What may be asked. */
export type FactsRequest =
  | RaiseDispute
  | AnswerDispute
  | ListDisputes
  | OpenDisputes
  | FactHistoryAsked
  | FactProvenanceAsked;

/** A dispute as an owner tells it: instants are texts on the way. */
export type ToldDispute = Omit<DisputeRow, "raisedAt" | "answeredAt"> & {
  readonly raisedAt: string;
  readonly answeredAt: string | null;
};

/** A change as an owner tells it. */
export interface ToldChange {
  readonly id: string;
  readonly coordinate: string;
  readonly former: unknown;
  readonly value: unknown;
  readonly author: ChangeAuthor;
  readonly agencyCode: string | null;
  readonly at: string;
  readonly formCode: string | null;
  readonly disputeId: string | null;
  readonly source: string;
  readonly extract: string | null;
}

/** How a fact came to its owner, before it ever changed there. */
export interface ToldOrigin {
  readonly at: string;
  /** The agency that keeps it. */
  readonly agencyCode: string;
  readonly source: string;
  /** Whether it changed since; then `value` is what it began with. */
  readonly isChanged: boolean;
  readonly value: unknown;
}

/** The history of a fact. */
export interface ToldHistory {
  readonly changes: readonly ToldChange[];
  readonly origin: ToldOrigin;
}

/** Where and when the present value of a fact was given. */
export interface ToldProvenance {
  readonly coordinate: string;
  readonly at: string;
  /** Null where the person said it. */
  readonly agencyCode: string | null;
  readonly author: ChangeAuthor;
  readonly formCode: string | null;
  readonly source: string;
}

type Body = Readonly<Record<string, unknown>>;

/** Reads a body. @throws BadRequest */
export function factsRequestIn(body: unknown): FactsRequest {
  const asked = (body ?? {}) as Body;
  switch (asked["action"]) {
    case "RAISE":
      return raiseIn(asked);
    case "ANSWER":
      return answerIn(asked);
    case "DISPUTES":
      return { action: "DISPUTES", holder: holderIn(asked), ...pageIn(asked) };
    case "OPEN":
      return { action: "OPEN", agency: text("agency", asked["agency"]), ...pageIn(asked) };
    case "HISTORY":
      return { action: "HISTORY", ...factIn(asked), ...pageIn(asked) };
    case "PROVENANCE":
      return { action: "PROVENANCE", holder: holderIn(asked), coordinates: texts("coordinates", asked["coordinates"]) };
    default:
      throw invalid("`action` is RAISE, ANSWER, DISPUTES, OPEN, HISTORY or PROVENANCE");
  }
}

function raiseIn(asked: Body): RaiseDispute {
  const { idempotencyKey, value = null, statement } = asked;
  const key = uuid("idempotencyKey", idempotencyKey);
  return { action: "RAISE", ...factIn(asked), idempotencyKey: key, value, statement: text("statement", statement) };
}

function answerIn({ idempotencyKey, disputeId, version, decision, reason, value = null }: Body): AnswerDispute {
  if (decision !== "ACCEPTED" && decision !== "REJECTED") throw invalid("`decision` is ACCEPTED or REJECTED");
  if (typeof version !== "number" || !Number.isInteger(version)) throw invalid("`version` is a whole number");
  return {
    action: "ANSWER",
    idempotencyKey: uuid("idempotencyKey", idempotencyKey),
    disputeId: uuid("disputeId", disputeId),
    version,
    decision,
    reason: text("reason", reason),
    value,
  };
}

function factIn(asked: Body): { readonly holder: FactHolder; readonly coordinate: string } {
  const [holder, coordinate] = [holderIn(asked), text("coordinate", asked["coordinate"])];
  if (entityOf(coordinate) !== holder.type) throw invalid("`coordinate` is of the holder's type");
  return { holder, coordinate };
}

function holderIn({ holder }: Body): FactHolder {
  const { type, id } = (holder ?? {}) as Partial<Record<keyof FactHolder, unknown>>;
  if (!factEntities.includes(type as FactEntity) || typeof id !== "string")
    throw invalid("`holder` has a type and an id");
  const isKey = type === "Enterprise" ? parseEnterpriseNumber(id) === id : isUuid(id);
  if (!isKey) throw invalid("`holder.id` is the key of its type");
  return { type: type as FactEntity, id };
}

/** One more than a page may be asked, so that who asks knows whether there is another. */
function pageIn({ first, place }: Body): { readonly first: number; readonly place: Place | null } {
  if (typeof first !== "number" || !Number.isInteger(first) || first < 1 || first > mostPerPage + 1)
    throw invalid(`\`first\` is a whole number from 1 to ${mostPerPage + 1}`);
  return { first, place: place === null || place === undefined ? null : placeIn(place) };
}

function placeIn(value: unknown): Place {
  const { at, id } = value as Partial<Record<keyof Place, unknown>>;
  const isPlace =
    typeof at === "string" &&
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === "string";
  if (!isPlace || !isUuid(id)) throw invalid("`place` is null or the instant and id of a row");
  return { at: new Date(at), id };
}

function uuid(name: string, value: unknown): string {
  if (typeof value !== "string" || !isUuid(value)) throw invalid(`\`${name}\` is a UUID`);
  return value;
}

function text(name: string, value: unknown): string {
  if (typeof value !== "string" || value === "" || value.length > 4000 || value.includes("\u0000"))
    throw invalid(`\`${name}\` is a text`);
  return value;
}

function texts(name: string, value: unknown): string[] {
  const list = Array.isArray(value) && value.length <= 200 ? (value as unknown[]) : null;
  if (!list) throw invalid(`\`${name}\` is a list of texts`);
  return list.map((one) => text(name, one));
}

function invalid(sentence: string): BadRequest {
  return new BadRequest(400, `${sentence}.`);
}
