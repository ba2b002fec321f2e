import type { OutboxRow } from "@parcours/shared/feed/outbox";

/** Where what the front door itself writes comes from. */
export const officeSource = "OFFICE";

/** The tombstone of a policy entry. */
export function removedPolicy(key: string, source: string): OutboxRow {
  return { topic: "POLICY", key, body: null, source };
}
