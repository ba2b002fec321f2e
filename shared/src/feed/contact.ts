/**
 * Contact points: what the public register says of how an enterprise is reached, so that the front door finds it by phone or e-mail
 * and shows a candidate without asking anybody. Public data only, and only of enterprises; a person's own are never in it.
 */
import type { LocalizedText } from "../languages.js";
import type { OutboxRow } from "./outbox.js";

/** A text of the register: French and Dutch, either of which it may lack. */
export type RegisterText = Pick<Required<LocalizedText>, "fr" | "nl">;

/** An enterprise, as its public contact points lead to it. */
export interface EnterpriseContact {
  /** Ten digits without dots. */
  readonly enterpriseNumber: string;
  /** The display name in each language; both null where the register gives none. */
  readonly names: RegisterText;
  /** The municipality of the seat; both null where the register gives none, as for every natural person. */
  readonly municipality: RegisterText;
  /** E.164, of the enterprise and of its establishments and branches; sorted, each once. */
  readonly phones: readonly string[];
  /** Lower case; sorted, each once. */
  readonly emails: readonly string[];
}

/** The enterprise's contact points as an outbox row; the key is its number. Source: issue 2, `caller` by a phone of the register. */
export function contactRow({ enterpriseNumber, ...body }: EnterpriseContact, source: string): OutboxRow {
  return { topic: "CONTACT", key: enterpriseNumber, body, source };
}

/** The tombstone of an enterprise that left the register's files. */
export function removedContact(enterpriseNumber: string, source: string): OutboxRow {
  return { topic: "CONTACT", key: enterpriseNumber, body: null, source };
}
