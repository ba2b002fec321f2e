/** Sectors of a project (glossary 4.4): one list for all poles. */
export { sectors } from "@parcours/shared/vocabulary/sectors";
