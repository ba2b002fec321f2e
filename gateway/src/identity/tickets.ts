/**
 * Tickets of on-behalf calls (design 6). Each fetch brings its subgraph one beside the token; shown back to the gateway it gives the same
 * reader, purpose and case again, and nothing else does. Only the gateway can make or open one: a subgraph that would forge one, or name
 * another reader, holds no key for it.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { DomainError } from "@parcours/shared/errors";
import type { Language } from "@parcours/shared/languages";
import type { Reader } from "@parcours/shared/visibility/reader";
import { SealingKeys } from "./sealing-keys.js";
import { signInErrors } from "./sign-in.errors.js";

/** For whom and until when a subgraph may ask. */
export interface Ticket {
  /** With purpose and case. */
  readonly reader: Reader;
  readonly requestId: string;
  /** How many gateways the question had passed when the ticket was given. */
  readonly hop: number;
  /** When the answer must leave, milliseconds since 1970. */
  readonly deadline: number;
  /** The subgraph that got it: who asks on the reader's behalf. */
  readonly subgraph: string;
  readonly language: Language;
}

// A key of AES-GCM may seal about 2^32 texts with random nonces; an hour's key never comes near.
const periodMilliseconds = 3_600_000;
const nonceBytes = 12;
const tagBytes = 16;
const algorithm = "aes-256-gcm";

/** Seals and opens tickets. */
export class Tickets {
  readonly #keys: readonly SealingKeys[];

  /** @param secrets the present one first; older ones still open what they sealed */
  constructor(secrets: readonly string[]) {
    this.#keys = secrets.map((secret) => new SealingKeys(secret, "ticket"));
  }

  /** Seals a ticket. */
  seal(ticket: Ticket, now = Date.now()): string {
    const period = Math.floor(now / periodMilliseconds);
    const [keys] = this.#keys;
    if (!keys) throw new Error("there is no secret to seal a ticket with");
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, keys.of(period), nonce);
    const sealed = [cipher.update(JSON.stringify(ticket)), cipher.final(), cipher.getAuthTag()];
    return `${period}.${Buffer.concat([nonce, ...sealed]).toString("base64url")}`;
  }

  /**
   * Opens a ticket.
   * @throws DomainError `TICKET_EXPIRED`, `TICKET_INVALID`
   */
  open(text: string, now = Date.now()): Ticket {
    const ticket = this.#opened(text, Math.floor(now / periodMilliseconds));
    if (!ticket) throw new DomainError(signInErrors.TICKET_INVALID);
    if (ticket.deadline <= now) throw new DomainError(signInErrors.TICKET_EXPIRED);
    return ticket;
  }

  #opened(text: string, present: number): Ticket | undefined {
    const [, given, body] = /^(\d{1,9})\.([\w-]{60,8000})$/.exec(text) ?? [];
    // A ticket lives for seconds: it was sealed in this period or in the one before, or by a copy whose clock is a little ahead.
    const period = [present, present - 1, present + 1].find((candidate) => String(candidate) === given);
    if (period === undefined || !body) return undefined;
    const bytes = Buffer.from(body, "base64url");
    for (const keys of this.#keys) {
      const plain = decrypted(bytes, keys.of(period));
      if (plain) return JSON.parse(plain) as Ticket;
    }
    return undefined;
  }
}

/** The text, or null where the key is not that one or a bit was changed. */
function decrypted(bytes: Buffer, key: Buffer): string | null {
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
