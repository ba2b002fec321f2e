/**
 * Whether an entry belongs to an enterprise or to a person (J12; design section 4). What an enterprise holds, its mandataries see, the
 * present and the coming ones; what a person holds, they do not.
 */

/** What decides it. */
export interface Belonging {
  /** The enterprise that the coach named; null where there was none. */
  readonly enterpriseNumber: string | null;
  /** What it is about, and in which stage of life: codes. */
  readonly topic?: string;
  readonly stage?: string;
  readonly package?: string;
}

/**
 * The enterprise that holds an entry; null where the person does. Who wants to sell or to buy does so on a path of their own: a buyer who
 * becomes mandatary must not find the seller's (J12 (2)).
 */
export function holdingEnterprise({ enterpriseNumber, topic, stage, package: enrolledIn }: Belonging): string | null {
  return topic === "TRANSFER" || stage === "TRANSFER" || enrolledIn === "TRANSFER" ? null : enterpriseNumber;
}
