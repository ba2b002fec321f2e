/** How long documents are kept: the same at every agency, so the kernel says it. Their bytes go with their rows (`migrations.ts`). */
import { dayOf, type RetainedTable } from "../rights/retained-table.js";

const person = "entrepreneur_id";
const enterprise = "enterprise_number";
/** Who gave it is a digest of a person. */
const unnamed = { entrepreneur_id: "null", actor: "''", staff_id: "null" };

/**
 * The years count from the end of a version: replaced, no longer valid, or five years old where it holds until another comes. What was replaced
 * through the link of a project may hold again when the link is taken back: it is not yet ended.
 */
const ended = `coalesce(case when t.superseded_project is null then ${dayOf("superseded_at")} end, t.valid_until, (${dayOf("received_at")} + interval '5 years')::date)`;

/** The tables, in order of deletion. */
export const documentRetention: readonly RetainedTable[] = [
  { table: "document_upload", line: "DOCUMENTS", lastDate: dayOf("expires_at"), person, enterprise },
  {
    table: "document",
    line: "DOCUMENTS",
    // What belongs to a dossier of difficulty is forgotten with it (`DIFFICULTY`): two years earlier.
    lastDate: `(${ended} - case when t.restricted then interval '2 years' else interval '0' end)::date`,
    person,
    enterprise,
    unnamed,
  },
];
