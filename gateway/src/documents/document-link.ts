/** How the gateway passes bytes on between a client and the owner of a document: as they come, on connections of their own, none of them kept. */
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import { actorOf } from "@parcours/shared/mutations/once";
import { streamedRequest } from "@parcours/shared/server/streamed-request";
import type { Logger } from "pino";
import { Pool } from "undici";
import type { Dispatcher } from "undici";
import { gatewayErrors, refusal, systemCodeOf } from "../errors.js";
import type { HopPass } from "../identity/hop-pass.js";
import { headerNames } from "../request-context.js";
import type { GatewayContext } from "../request-context.js";

/** One request for or with bytes. */
export interface StreamedQuestion {
  readonly method: "HEAD" | "PATCH" | "GET";
  /** As the owner knows it: `/documents/uploads/<id>`. */
  readonly path: string;
  /** As the client sent them; only those that the protocol needs go on. */
  readonly headers: IncomingHttpHeaders;
  readonly body?: Readable;
}

/** Where an owner is. */
export interface DocumentLinkOptions {
  readonly name: string;
  readonly url: string;
  readonly pass: HopPass | undefined;
  readonly logger: Logger;
}

/** The most streams to one owner at once: who comes then is told to come back. */
const connections = 8;
/** The most of them that one actor has at once, by which nobody keeps all others out: one, and the one before it that is not known to be broken yet. */
const connectionsOfOne = 2;
/** Verifying and keeping what came may take this long, milliseconds; so may a ticket's whole upload. */
const longestAnswer = 16 * 60_000;
const longestSilence = 60_000;

const passedOn = [
  "tus-resumable",
  "upload-offset",
  "upload-ticket",
  "content-type",
  "content-length",
  "accept-language",
] as const;

/** One owner. */
export class DocumentLink {
  readonly #pool: Pool;
  #open = 0;
  /** How many each actor has; who has none is not in it. */
  readonly #openOf = new Map<string, number>();

  constructor(private readonly options: DocumentLinkOptions) {
    this.#pool = new Pool(new URL(options.url).origin, {
      connections,
      pipelining: 1,
      headersTimeout: longestAnswer,
      bodyTimeout: longestSilence,
    });
  }

  /** Whether all its connections are taken. */
  get isBusy(): boolean {
    return this.#open >= connections;
  }

  /**
   * Passes a request on and answers what comes back, unread; null where the owner does not answer.
   * @throws GraphQLError TOO_MANY_STREAMS where the reader has as many streams as one may have
   */
  async pass(
    { method, path, headers, body }: StreamedQuestion,
    context: GatewayContext,
  ): Promise<Dispatcher.ResponseData | null> {
    const { pass, name, logger } = this.options;
    const kept = Object.fromEntries(
      passedOn.flatMap((key) => (headers[key] === undefined ? [] : [[key, headers[key]]])),
    );
    const line = streamedRequest(method, path, kept);
    const leave = this.#enter(context);
    try {
      const own = { [headerNames.requestId]: context.requestId, ...pass?.headersFor(context, line, longestSilence) };
      const response = await this.#pool.request({
        method,
        path,
        headers: { ...(kept as Record<string, string>), ...own },
        body: body ?? null,
        signal: context.signal,
      });
      response.body.once("close", leave);
      return response;
    } catch (error) {
      leave();
      if (!context.signal.aborted)
        logger.warn({ subgraph: name, cause: systemCodeOf(error) }, `subgraph ${name} did not take or give a document`);
      return null;
    }
  }

  /** Counts one stream more, for all and for its actor. Answers how to count it off. */
  #enter({ reader, language }: GatewayContext): () => void {
    const actor = actorOf(reader);
    const before = this.#openOf.get(actor) ?? 0;
    if (before >= connectionsOfOne) throw refusal(gatewayErrors.TOO_MANY_STREAMS, language, 503);
    this.#open += 1;
    this.#openOf.set(actor, before + 1);
    return () => {
      this.#open -= 1;
      const left = (this.#openOf.get(actor) ?? 1) - 1;
      if (left > 0) this.#openOf.set(actor, left);
      else this.#openOf.delete(actor);
    };
  }

  /** Ends the connections; streams under way are cut. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
