/** What a member of a site may need help with (glossary 4.8, D1:12): one list for all poles. */
export { topics as needKinds } from "@parcours/shared/vocabulary/topics";
