/** What one request carries through its resolvers. */
import { Looks, type LogAct, type Named } from "../access-log/looks.js";
import type { Database } from "../database.js";
import type { DomainError } from "../errors.js";
import type { PolicyCopy } from "../feed/policy-copy.js";
import { accessFault } from "../identity/access-fault.js";
import { pickText, type Language, type LocalizedText } from "../languages.js";
import type { Relations } from "../visibility/may-read.js";
import type { Reader } from "../visibility/reader.js";
import type { AskedGraph } from "./graph-on-behalf.js";

/** A label that was given in another language than was asked. */
export interface LanguageFallback {
  readonly asked: Language;
  readonly given: Language;
}

/** Who asks, why, and in which language. */
export interface RequestScope {
  readonly reader: Reader;
  /** Why nothing personal may be read in this request, whoever it is about; null where it may be asked for. */
  readonly accessFault: DomainError | null;
  /** What was looked at so far: written to the log before the answer leaves. */
  readonly looks: Looks;
  readonly language: Language;
  readonly requestId: string;
  /** How many gateways the question has passed. */
  readonly hop: number;
  /** Filled while labels are read; told in `extensions.languages`. */
  readonly fallbacks: Map<string, LanguageFallback>;
}

/** What every context holds, whoever's: the request, and who finds out what its reader is to somebody. */
export interface RequestContext {
  readonly policy: Relations;
  readonly request: RequestScope;
}

/** From what a subgraph makes its services for one request. */
export interface ServiceScope extends RequestContext {
  readonly database: Database;
  readonly policy: PolicyCopy;
  /** Puts an act in the log before it is final: what is read is noted by the guard, what is done by who does it. */
  readonly logAct: LogAct;
  /** Asks other owners' facts on behalf of the reader. */
  readonly graph: AskedGraph;
}

/** The GraphQL context of a subgraph: the request, and the subgraph's own services wired for it. */
export interface Context<Services extends object = object> extends ServiceScope {
  readonly services: Services;
}

/** A label in the language of the argument, else of the request; a fall-back is noted for the answer. */
export function labelIn(
  text: LocalizedText | null | undefined,
  asked: Language | null | undefined,
  request: RequestScope,
): string | null {
  const language = asked ?? request.language;
  const picked = text ? pickText(text, language) : null;
  if (picked && picked.language !== language) {
    request.fallbacks.set(`${language}>${picked.language}`, { asked: language, given: picked.language });
  }
  return picked?.text ?? null;
}

/** What is known of a request before it is answered. */
export interface RequestFacts {
  readonly reader: Reader;
  readonly language: Language;
  readonly requestId: string;
  readonly hop: number;
}

/** The scope of a new request. `onNamed` is told of each person and enterprise when it is first looked at. */
export function requestScope(facts: RequestFacts, onNamed?: (named: Named) => void): RequestScope {
  return { ...facts, accessFault: accessFault(facts.reader), looks: new Looks(onNamed), fallbacks: new Map() };
}
