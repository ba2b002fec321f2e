/** How a person can be reached: a mobile number of their own, an address, and now and then a number shared with others. */
import { dateOf } from "./calendar.js";
import type { Persona } from "./persona.js";
import { asWritten, exampleEmail, personPhone } from "./phones.js";
import { Random } from "./random.js";
import type { ContactPoint } from "./story.js";
import type { Teller } from "./teller.js";

/** Two neighbours in a hundred live together and share a number. */
const householdShare = 0.02;

/** The contact points of a person whose story began on a day. */
export function contactPointsOf(teller: Teller, persona: Persona, random: Random): readonly ContactPoint[] {
  const shared = sharesHousehold(teller);
  const firstOfHousehold = teller.index - (teller.index % 2);
  const own = personPhone(teller.index);
  const points: ContactPoint[] = [];
  if (own) points.push(phonePoint(teller, own, { shared: shared && teller.index === firstOfHousehold, random }));
  if (shared && teller.index !== firstOfHousehold) {
    const household = personPhone(firstOfHousehold);
    if (household) points.push(phonePoint(teller, household, { shared: true, random }));
  }
  if (random.chance(0.75))
    points.push(emailPoint(teller, exampleEmail(persona.name.given, persona.name.family, teller.index)));
  return points;
}

function sharesHousehold(teller: Teller): boolean {
  return new Random(teller.world.seed, "household", teller.index >> 1).chance(householdShare);
}

/** A Belgian or foreign number. */
export function phonePoint(
  teller: Teller,
  e164: string,
  { shared, random }: { readonly shared: boolean; readonly random: Random },
): ContactPoint {
  return {
    id: teller.id("contact-point"),
    kind: "PHONE",
    value: e164,
    raw: asWritten(e164, random.int(0, 3)),
    foreign: !e164.startsWith("+32"),
    shared,
    since: dateOf(teller.ago(random.int(400, 3000))),
    until: null,
  };
}

/** An e-mail address. */
export function emailPoint(teller: Teller, address: string): ContactPoint {
  return {
    id: teller.id("contact-point"),
    kind: "EMAIL",
    value: address,
    raw: address,
    foreign: false,
    shared: false,
    since: dateOf(teller.ago(400)),
    until: null,
  };
}

/** A caller who shows no number. */
export function withheldPoint(teller: Teller): ContactPoint {
  return {
    id: teller.id("contact-point"),
    kind: "WITHHELD",
    value: null,
    raw: "anonymous",
    foreign: false,
    shared: false,
    since: dateOf(teller.ago(60)),
    until: null,
  };
}

/** Somebody who calls from a short number: it finds nobody. */
export function shortNumberPoint(teller: Teller, digits: string): ContactPoint {
  return {
    id: teller.id("contact-point"),
    kind: "SHORT_NUMBER",
    value: digits,
    raw: digits,
    foreign: false,
    shared: true,
    since: dateOf(teller.ago(60)),
    until: null,
  };
}
