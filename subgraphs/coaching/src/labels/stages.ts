/** Stages of an enterprise's life (glossary 4.1): one list for all poles. */
export { stages } from "@parcours/shared/vocabulary/stages";
