/** What each fetch to a subgraph carries beside the question: a token for that subgraph and that very question, and a ticket to ask back. */
import { InternalTokenSigner, internalTokenHeader } from "@parcours/shared/identity/internal-token";
import { ticketHeader } from "@parcours/shared/server/graph-on-behalf";
import type { GatewayContext } from "../request-context.js";
import type { Tickets } from "./tickets.js";

/** Makes the passes of one subgraph. */
export class HopPass {
  readonly #signer: InternalTokenSigner;

  /** @param secret known to the gateway and that subgraph only */
  constructor(
    private readonly subgraph: string,
    secret: string,
    private readonly tickets: Tickets,
  ) {
    this.#signer = new InternalTokenSigner(subgraph, secret);
  }

  /** The headers for one sending of a body; sent again, it needs new ones. `left`: milliseconds until the answer must leave. */
  headersFor({ reader, requestId, language, hop }: GatewayContext, body: string, left: number): Record<string, string> {
    const claims = { reader, requestId, hop: hop + 1, language };
    const ticket = { ...claims, deadline: Date.now() + left, subgraph: this.subgraph };
    return { [internalTokenHeader]: this.#signer.sign(claims, body), [ticketHeader]: this.tickets.seal(ticket) };
  }
}
