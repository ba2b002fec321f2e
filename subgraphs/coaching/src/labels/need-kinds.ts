/** What an entrepreneur may need help with (glossary 4.8): one list for all poles. */
export { topics as needKinds } from "@parcours/shared/vocabulary/topics";
