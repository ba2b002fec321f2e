/**
 * The ticket of one upload: sealed with a key of the subgraph, and bound to the row of the upload, so that it opens that upload alone, for
 * that reader, with those bytes, until that moment. The row goes with the document: a ticket that was used opens nothing.
 */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** To what a ticket is bound. */
export interface TicketFacts {
  readonly id: string;
  /** Who may send, as `actorOf` says it. */
  readonly actor: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly expiresAt: Date;
}

/** The header in which a ticket travels: addresses stand in logs. */
export const uploadTicketHeader = "upload-ticket";

/** Makes and verifies tickets. */
export class UploadTickets {
  readonly #keys: readonly Buffer[];

  /** @param secrets of the subgraph, the present one first; while it is being replaced, the one before */
  constructor(secrets: readonly string[]) {
    this.#keys = secrets.map((secret) => Buffer.from(hkdfSync("sha256", secret, "parcours", "document upload", 32)));
  }

  /** The ticket of an upload: always the same, so that who asks again with the same key goes on. */
  of(facts: TicketFacts): string {
    const [key] = this.#keys;
    if (!key) throw new Error("there is no secret to make a ticket with");
    return seal(key, facts).toString("base64url");
  }

  /** Whether a ticket is the one of an upload. */
  isOf(ticket: string, facts: TicketFacts): boolean {
    const shown = Buffer.from(ticket, "base64url");
    return this.#keys.some((key) => {
      const expected = seal(key, facts);
      return shown.length === expected.length && timingSafeEqual(shown, expected);
    });
  }
}

function seal(key: Buffer, { id, actor, size, mediaType, sha256, expiresAt }: TicketFacts): Buffer {
  const facts = [id, actor, size, mediaType, sha256, expiresAt.toISOString()];
  return createHmac("sha256", key).update(JSON.stringify(facts)).digest();
}
