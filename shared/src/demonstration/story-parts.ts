/** What several parts of a story are made of. */

/** A text in the three languages of the product. */
export interface Texts {
  readonly fr: string;
  readonly nl: string;
  readonly en: string;
}

/** What somebody asks 1819 about. */
export type Topic =
  | "CREATION"
  | "FINANCING"
  | "RECRUITING"
  | "PERMITS"
  | "LOCATION"
  | "INTERNATIONALISATION"
  | "DIGITAL"
  | "LEGAL"
  | "ACCOUNTING"
  | "NETWORKS"
  | "DIFFICULTY"
  | "TRANSFER";

/** Somebody who works at an agency; the id is the same in all stories. */
export interface StaffMember {
  readonly staffId: string;
  readonly name: string;
}
