/** What a granted help is called to others, and what coaching comes with it. Pure. */

/**
 * The kind under which a grant is told: its instrument, but for a restart credit, which is told as a loan because it tells of difficulty
 * (design section 4).
 */
export function grantKindOf(instrumentCode: string): string {
  return instrumentCode === "RESTART_CREDIT" ? "LOAN" : instrumentCode;
}

const coachedInstruments = ["PRE_ACTIVITY_AID", "RESTART_CREDIT", "TRANSITION_PREMIUM"];
const privateInstruments = ["CROWDFUNDING"];

/**
 * Whether coaching is a condition of a help (pre-activity aid R18, R19; restart credit R25; transition premium R51), offered with it
 * (all other public help, R17), or no part of it.
 */
export function coachingRequirementOf(instrumentCode: string): "NONE" | "OFFERED" | "REQUIRED" {
  if (coachedInstruments.includes(instrumentCode)) return "REQUIRED";
  return privateInstruments.includes(instrumentCode) ? "NONE" : "OFFERED";
}
