/** What a coaching dossier or session is about (S39): one list for all poles. */
export { topics } from "@parcours/shared/vocabulary/topics";
