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
/** Those who sign in in the demonstration (`people.ts`): the first members of their agencies. */
const knownByName: Readonly<Record<string, readonly string[]>> = {
  "1819": ["Tom Verlinden", "Lies Van den Broeck", "Benoît Lambert", "An Claes"],
  ACTIRIS: ["Nora Peeters"],
  BEW: ["Emma Clarke"],
  CITYDEV: ["Elke Wouters"],
  COM: ["Samira Benali"],
  CREDAL: ["Claire Fontaine"],
  FINANCE_INVEST: ["Pieter De Smet"],
  HUB: ["Sofie Janssens", "Lucas Moreau"],
  LOCAL_DESKS: ["Karim Haddad"],
  VILLAGE_FINANCE: ["Fatima Amrani"],
};
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
    return {
      staffId: idFrom("demonstration", "staff", agency, number),
      name: knownByName[agency]?.[number] ?? `${name.given} ${name.family}`,
    };
  });
  staff.set(agency, members);
  return members;
}

/** One of the people at an agency, counted from 0. @throws RangeError */
export function staffMember(agency: string, number: number): StaffMember {
  const member = staffOf(agency)[number];
  if (!member) throw new RangeError(`${agency} has no member of staff ${number}`);
  return member;
}

/** Somebody at an agency, or the one who is named; drawn in any case, so that what comes after does not depend on it. */
export function staffMemberOf(agency: string, random: Random, named?: StaffMember): StaffMember {
  const drawn = random.pick(staffOf(agency));
  return named ?? drawn;
}
