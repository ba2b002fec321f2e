/** What every owner is told of a project: the enterprise that it became. Whether that counts each decides with its own copy (decision 0023). */
import type { OutboxRow } from "@parcours/shared/feed/outbox";
import { policyRow } from "@parcours/shared/feed/policy";

/** A project as the policy names it. */
export interface ToldProject {
  readonly id: string;
  /** As it stands in the row: a merge is followed by who reads. */
  readonly entrepreneurId: string;
  readonly agencyCode: string;
}

/** What a project became. */
export interface ToldLink {
  readonly enterpriseNumber: string;
  /** Day from which the project has the number, `YYYY-MM-DD`. */
  readonly since: string;
}

/** The link as a row of the outbox; a tombstone where there is none any more. */
export function projectPolicyRow(
  { id, entrepreneurId, agencyCode }: ToldProject,
  link: ToldLink | null,
  source: string,
): OutboxRow {
  if (link === null) return { topic: "POLICY", key: id, body: null, source };
  const told = { projectId: id, entrepreneurId, agencyCode, ...link, until: null };
  return policyRow(id, { kind: "PROJECT", ...told }, source);
}
