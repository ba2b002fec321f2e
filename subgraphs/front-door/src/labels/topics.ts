/** What a contact with 1819 or a support service is about (S18, S20): one list for all poles. */
export { topics } from "@parcours/shared/vocabulary/topics";
