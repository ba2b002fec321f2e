/** Agencies as they were called on a day (R68), and the people who work there. */
import { idFrom } from "../ids.js";
import { dayOf } from "./calendar.js";
import type { Day } from "./calendar.js";
import { personName } from "./names.js";
import { Random } from "./random.js";
import type { StaffMember } from "./story-parts.js";

const hubFrom = dayOf("2018-01-01");
const financeInvestFrom = dayOf("2019-01-01");
const staffPerAgency = 12;
const staff = new Map<string, readonly StaffMember[]>();

/** The regional coaching agency on a day: one of the three that merged, or HUB from 2018 on. */
export function coachingAgencyOn(day: Day, before: "IMPULSE" | "ATRIUM" | "BIE"): string {
  return day < hubFrom ? before : "HUB";
}

/** The regional investment company on a day. */
export function investmentCompanyOn(day: Day): string {
  return day < financeInvestFrom ? "GIMB" : "FINANCE_INVEST";
}

/** An agency of today as it was called on a day. */
export function asCalledOn(day: Day, agency: string): string {
  if (agency === "HUB") return coachingAgencyOn(day, "IMPULSE");
  return agency === "FINANCE_INVEST" ? investmentCompanyOn(day) : agency;
}

/** Everybody at an agency. The same in every world, and remembered: there are a few dozen agencies. */
export function staffOf(agency: string): readonly StaffMember[] {
  const known = staff.get(agency);
  if (known) return known;
  const random = new Random("staff", agency, 0);
  const members = Array.from({ length: staffPerAgency }, (_, number) => {
    const name = personName(random, random.chance(0.5) ? "F" : "M", random.chance(0.3) ? "NL" : "FR");
    return { staffId: idFrom("demonstration", "staff", agency, number), name: `${name.given} ${name.family}` };
  });
  staff.set(agency, members);
  return members;
}

/** Somebody at an agency. */
export function staffMemberOf(agency: string, random: Random): StaffMember {
  return random.pick(staffOf(agency));
}
