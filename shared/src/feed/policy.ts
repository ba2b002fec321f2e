/**
 * Policy: what every owner must know to decide alone who sees what. Ids, codes and dates only. Identities, mandates and grants come
 * from the front door, coaching relations from coaching; relations of restricted dossiers are not in it.
 */
import type { OutboxRow } from "./outbox.js";

/** An id that another one replaced when two files turned out to be one person's. Old ids resolve for ever. */
export interface IdentityPolicy {
  readonly kind: "IDENTITY";
  readonly formerId: string;
  readonly canonicalId: string;
}

/** That a person may act for an enterprise, sees by a grant, or is coached, from a day to a day. */
export interface RelationPolicy {
  readonly kind: "MANDATE" | "GRANT" | "COACHING";
  readonly entrepreneurId: string;
  /** Of a mandate. */
  readonly enterpriseNumber?: string;
  /** Of a grant: who may see; of a coaching relation: who coaches. */
  readonly agencyCode?: string;
  /** Of a coaching relation: the coach's id at the agency. */
  readonly staffId?: string;
  /** Of a grant: the category it opens. */
  readonly category?: string;
  readonly since: string;
  readonly until: string | null;
}

/** A policy entry as an outbox row; `key` is the id of the merge, mandate, grant or relation. */
export function policyRow(key: string, policy: IdentityPolicy | RelationPolicy, source: string): OutboxRow {
  return { topic: "POLICY", key, body: policy, source };
}
