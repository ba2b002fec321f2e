/** What the catalogue of support services says of one service (S20, S27, S28, S58). */
import type { LocalizedText } from "@parcours/shared/languages";

/**
 * A measure, instrument, package or desk that helps entrepreneurs. Public: it says what exists, never who uses it.
 * In `stages`, `profiles`, `sectors` and `needs` an empty list restricts nothing: the service is for every one of them.
 */
export interface CatalogueItem {
  /** Capitals, digits and underscores; never reused. The service's id is made from it. */
  readonly code: string;
  /** Code of the agency that keeps the entry, and that alone may change it (R64). */
  readonly agency: string;
  /** Names of those who deliver it, where that is not the agency alone; proper names, the same in every language. */
  readonly deliveredBy?: string;
  readonly names: Required<LocalizedText>;
  /** One to three sentences: what it is, for whom, what it asks. No amount that the sources do not name. */
  readonly summaries: Required<LocalizedText>;
  /** Code of `labels/support-categories.ts`: its place on the entrepreneur's path (S12). */
  readonly category: string;
  /** Codes of `labels/stages`, shared by all poles. */
  readonly stages: readonly string[];
  /** Codes of `labels/profiles.ts`. */
  readonly profiles: readonly string[];
  /** Codes of `labels/sectors.ts`. */
  readonly sectors: readonly string[];
  /** Codes of `labels/topics.ts`. */
  readonly needs: readonly string[];
  /** Codes of `labels/languages.ts`: in which languages one is helped. */
  readonly languages: readonly string[];
  /** First day on which it was offered under this agency's name, `2018-01-01`. */
  readonly validFrom: string;
  /** Last day; absent while it is offered. */
  readonly validTo?: string;
  /** Where the entry comes from: systems S.., numbers N.., rules R.., measures and lines of the requirements. */
  readonly source: string;
}

/** A service of the catalogue with its id. */
export interface CatalogueEntry extends CatalogueItem {
  /** Always the same for the same code. */
  readonly id: string;
}
