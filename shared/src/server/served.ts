/** What a subgraph's server works with, and what a request is given of it once its token was found good. */
import type { Logger } from "pino";
import type { Named } from "../access-log/looks.js";
import { actLog, type LogTarget } from "../access-log/request-log.js";
import type { Database } from "../database.js";
import type { KeptDocuments } from "../documents/document-settings.js";
import type { FeedReaders } from "../feed/feed-access.js";
import type { FeedProducer } from "../feed/feed-producer.js";
import { PolicyCopy } from "../feed/policy-copy.js";
import type { InternalClaims, InternalTokenVerifier } from "../identity/internal-token.js";
import { languageOf, type Language } from "../languages.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { requestScope, type ServiceScope } from "./context.js";
import type { Executor } from "./executor.js";
import { deadlineHeader, silentGraph, ticketHeader, type AskedGraph, type Gateway } from "./graph-on-behalf.js";

/** What the server serves. */
export interface Served<Services extends object> {
  readonly definition: SubgraphDefinition<Services>;
  readonly database: Database;
  readonly executor: Executor;
  readonly producer: FeedProducer;
  readonly feedReaders: FeedReaders;
  readonly tokens: InternalTokenVerifier;
  /** Where looks are written to. */
  readonly looksGoTo: LogTarget;
  readonly documents: Pick<KeptDocuments, "keeping" | "uploads">;
  /** Who is asked for facts of other owners; absent where nobody is. */
  readonly gateway?: Gateway;
  readonly logger: Logger;
}

/** What a request without a good token is told. */
export const refusedAround = { error: "Only the gateway is answered here, once per token." };

/** What a token says; null where it is not good for this very body, here, once. */
export function claimsOf<Services extends object>(
  { tokens, logger }: Served<Services>,
  token: string | undefined,
  body: string,
): InternalClaims | null {
  const verified = tokens.verify(token ?? "", body);
  if (typeof verified !== "string") return verified.claims;
  logger.warn({ fault: verified }, "a request around the gateway was refused");
  return null;
}

/** A header of a question by its lower-case name: of the call, or of one of several questions in it. */
export type HeaderOf = (name: string) => string | undefined;

/** Who asks, in which language, and the graph that may be asked on that reader's behalf. */
export interface Asking {
  readonly claims: InternalClaims;
  readonly language: Language;
  readonly graph: AskedGraph;
}

/** What a question says beside its body, once its token was found good. */
export function askingIn<Services extends object>(
  { gateway }: Pick<Served<Services>, "gateway">,
  claims: InternalClaims,
  headerOf: HeaderOf,
): Asking {
  const language = languageOf(headerOf("accept-language"));
  const ticket = headerOf(ticketHeader);
  const left = Number(headerOf(deadlineHeader) ?? "0");
  const passed = ticket !== undefined && left > 0 ? { ticket, language, left } : null;
  return { claims, language, graph: gateway?.graphFor(passed) ?? silentGraph };
}

/** The scope of a new request. `onNamed` is told of each person and enterprise when it is first looked at. */
export function scopeOf<Services extends object>(
  { database, looksGoTo }: Pick<Served<Services>, "database" | "looksGoTo">,
  { claims: { reader, requestId, hop }, language, graph }: Asking,
  onNamed?: (named: Named) => void,
): ServiceScope {
  const request = requestScope({ reader, language, requestId, hop }, onNamed);
  const policy = new PolicyCopy(database);
  return { database, policy, request, logAct: actLog(looksGoTo, request, policy), graph };
}
