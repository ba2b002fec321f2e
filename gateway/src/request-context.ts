/** What is known of one request while it is answered: who asked in which language, how long it may take, and what went on. */
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { isUuid } from "@parcours/shared/ids";
import { languageOf } from "@parcours/shared/languages";
import type { Language } from "@parcours/shared/languages";
import { deadlineHeader } from "@parcours/shared/server/graph-on-behalf";
import type { Reader } from "@parcours/shared/visibility/reader";
import type { ResponsePath } from "./answer/paths.js";
import type { LanguageFallback } from "./answer/subgraph-answer.js";
import { Deadline } from "./deadline.js";
import type { Caller } from "./identity/callers.js";

/** A fetch that brought nothing, or less than was asked. */
export interface FetchFailure {
  /** The subgraph's name. */
  readonly service: string;
  readonly code: string;
  /** The subgraph's own words, where it gave any that may be passed on. */
  readonly message?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Where in the answer the fetch would have gone; `@` stands for every element of a list. */
  readonly path: ResponsePath;
  /** True where the subgraph did not answer at all; false where it answered that it would not. */
  readonly isSilence: boolean;
}

/** How often a subgraph was called for one answer, and how long that took together. */
export interface CallCount {
  readonly count: number;
  readonly milliseconds: number;
}

/** What happened while one request was answered; for the answer's extensions and the access log. */
export class AnswerReport {
  readonly failures: FetchFailure[] = [];
  /** Texts that came in another language than was asked, each pair of languages once. */
  readonly languages = new Map<string, LanguageFallback>();
  readonly calls = new Map<string, CallCount>();

  /** Notes that texts came in another language. */
  fellBack({ asked, given }: LanguageFallback): void {
    this.languages.set(`${asked}>${given}`, { asked, given });
  }

  /** Counts one call to a subgraph. */
  called(service: string, milliseconds: number): void {
    const before = this.calls.get(service) ?? { count: 0, milliseconds: 0 };
    this.calls.set(service, { count: before.count + 1, milliseconds: before.milliseconds + milliseconds });
  }
}

/** The context of one request; Apollo hands it to every plugin and to every fetch. */
export interface GatewayContext {
  readonly requestId: string;
  /** Who asks, with purpose and case. */
  readonly reader: Reader;
  /** The subgraph that asks on the reader's behalf, if one does. */
  readonly askedBy: string | undefined;
  readonly language: Language;
  /** As received, or the reader's own language where that says none of ours; for the subgraphs to decide by. */
  readonly acceptLanguage: string | undefined;
  /** How many gateways the question has passed before this one. */
  readonly hop: number;
  /** When the answer must leave. */
  readonly deadline: Deadline;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  readonly report: AnswerReport;
}

/** Headers by which the gateway and the subgraphs tell each other of a request. */
export const headerNames = {
  requestId: "x-request-id",
  /** Milliseconds left until the answer must leave. */
  deadline: deadlineHeader,
  hop: "x-parcours-hop",
} as const;

/** A question that comes back here this often goes in a circle. */
export const mostHops = 4;

/** What is known of a request as soon as it comes in: enough to refuse it by. */
export interface Arrival {
  readonly requestId: string;
  readonly language: Language;
}

/** Reads who may be told what, before anything is decided. */
export function arrivalOf(headers: IncomingHttpHeaders): Arrival {
  return { requestId: requestIdOf(headers), language: languageOf(headers["accept-language"]) };
}

/** How a request may be answered. */
export interface AnswerLimits {
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  /** Longest time for a whole answer. */
  readonly milliseconds: number;
  /** Whether headers may say how often a question went round; where people sign in only a ticket may. */
  readonly trustsHops: boolean;
}

/** The context of a request. What a caller sends may shorten the time to answer, never lengthen it. */
export function contextOf(
  headers: IncomingHttpHeaders,
  { requestId }: Arrival,
  { reader, language: own, ticket }: Caller,
  { signal, milliseconds, trustsHops }: AnswerLimits,
): GatewayContext {
  const asked = headers["accept-language"];
  const acceptLanguage = own && !namesOurs(asked) ? own.toLowerCase() : asked;
  const told = numberOf(headers[headerNames.deadline]) ?? milliseconds;
  return {
    requestId: ticket?.requestId ?? requestId,
    reader,
    askedBy: ticket?.subgraph,
    language: languageOf(acceptLanguage),
    acceptLanguage,
    hop: ticket?.hop ?? (trustsHops ? numberOf(headers[headerNames.hop]) : undefined) ?? 0,
    deadline: new Deadline(Math.min(told, milliseconds, ticket ? ticket.deadline - Date.now() : milliseconds)),
    signal,
    report: new AnswerReport(),
  };
}

/** Whether the header asks for a language of the product at all. */
function namesOurs(acceptLanguage: string | undefined): boolean {
  return /(^|,)\s*(fr|nl|en)\b/i.test(acceptLanguage ?? "");
}

/** The caller's request id where it is a UUID, else a new one: it stands in logs, and any other text may be somebody's name. */
function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[headerNames.requestId];
  return typeof given === "string" && isUuid(given) ? given : randomUUID();
}

function numberOf(header: string | string[] | undefined): number | undefined {
  return typeof header === "string" && /^\d{1,9}$/.test(header) ? Number(header) : undefined;
}
