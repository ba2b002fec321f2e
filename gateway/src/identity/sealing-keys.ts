/** The gateway's own keys: each use derives its own from the secrets of `GATEWAY_SECRETS`, so that what was sealed for one opens nothing else. */
import { hkdfSync } from "node:crypto";

/** What something is sealed for. */
export type SealedFor = "session" | "sign-in" | "ticket";

/** Keys derived of one secret for one use. A period makes a fresh one, where so much is sealed that a key would be worn out. */
export class SealingKeys {
  readonly #kept = new Map<number, Buffer>();

  constructor(
    private readonly secret: string,
    private readonly use: SealedFor,
  ) {}

  /** The key of a period, 32 bytes. */
  of(period = 0): Buffer {
    const kept = this.#kept.get(period);
    if (kept) return kept;
    const key = Buffer.from(hkdfSync("sha256", this.secret, "parcours-gateway", `${this.use} ${period}`, 32));
    if (this.#kept.size >= 4) this.#kept.clear();
    this.#kept.set(period, key);
    return key;
  }
}
