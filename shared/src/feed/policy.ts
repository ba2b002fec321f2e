/**
 * Policy: what every owner must know to decide alone who sees what. Ids, codes and dates only. Identities, mandates and grants come
 * from the front door, coaching relations and links of projects from coaching; relations of restricted dossiers are not in it.
 */
import type { OutboxRow } from "./outbox.js";

/** An id that another one replaced when two files turned out to be one person's. Old ids resolve for ever. */
export interface IdentityPolicy {
  readonly kind: "IDENTITY";
  readonly formerId: string;
  readonly canonicalId: string;
}

/**
 * From a day to a day: that a person may act for an enterprise, has opened a category to an agency, is coached by somebody, works at an
 * agency, that a member of staff broke the glass of one category of the person's data, or that a project of the person became an enterprise.
 */
export interface RelationPolicy {
  readonly kind: "MANDATE" | "GRANT" | "COACHING" | "STAFF" | "BREAK_GLASS" | "PROJECT";
  readonly entrepreneurId: string;
  /** Of a mandate; of a project: the enterprise that the person says it became. It counts while the person acts for that (`project-migrations.ts`). */
  readonly enterpriseNumber?: string;
  /** Of a project. */
  readonly projectId?: string;
  /** Of a grant: who may see; of a coaching relation: who coaches; of staff: where; of a broken glass: whose official broke it. */
  readonly agencyCode?: string;
  /** Of a coaching relation and of a broken glass: the official's id at the agency. */
  readonly staffId?: string;
  /** Of a grant and of a broken glass: the category it opens. */
  readonly category?: string;
  /** Of a broken glass: whose rows it opens, by every name that agency ever had (R68). The review is theirs. */
  readonly ownerAgencyCodes?: readonly string[];
  readonly since: string;
  readonly until: string | null;
}

/** A policy entry as an outbox row; `key` is the id of the merge, mandate, grant or relation. */
export function policyRow(key: string, policy: IdentityPolicy | RelationPolicy, source: string): OutboxRow {
  return { topic: "POLICY", key, body: policy, source };
}
