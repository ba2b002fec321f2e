/** The cases in which it is hard to tell who somebody is: shared numbers, namesakes, duplicates, callers who show nothing. */
import { hardCases } from "../cases.js";
import { emailPoint, phonePoint } from "../contact-points.js";
import { exampleEmail, foreignPhone, personPhone } from "../phones.js";
import type { Scene } from "../scene.js";
import { tradeOf } from "../sectors.js";
import { chapterSize } from "../sites.js";
import { coachingAgencyOn } from "../staff.js";
import { entrepreneurIdOf } from "../teller.js";
import { enterpriseOfRole, liveWith, sharedWish } from "./common.js";
import type { Playing } from "./common.js";
import { personaOfRole } from "./personas.js";

/** Two managers of one enterprise: the one who founded it … */
export function firstManager(scene: Scene): void {
  scene.founds(sharedWish(scene, 9));
  liveWith(scene);
}

/** … and the one who came along. */
export function secondManager(scene: Scene): void {
  const enterprise = enterpriseOfRole(scene, hardCases.FIRST_MANAGER, sharedWish(scene, 9));
  scene.holds(enterprise, "MANAGER");
  scene.liveOn([enterprise], { housed: false });
}

/** An accountant with mandates in enterprises of the clients who share the number. */
export function accountant(scene: Scene): void {
  const office = personPhone(scene.teller.index);
  if (office) scene.contactPoints = [phonePoint(scene.teller, office, { shared: true, random: scene.random })];
  const firm = scene.founds({
    trade: tradeOf("69201"),
    sector: "PROFESSIONAL_SCIENTIFIC",
    naturalPerson: false,
    startDay: scene.monthsAgo(150),
    ceasedDay: null,
  });
  for (let role: number = hardCases.FIRST_CLIENT_OF_ACCOUNTANT; role <= 20; role += 2) {
    const client = enterpriseOfRole(scene, role, {});
    scene.holds(client, "ACCOUNTANT", client.startDate, client.ceasedOn);
  }
  scene.asks({ day: scene.monthsAgo(4), topic: "ACCOUNTING", enterprise: firm, channel: "PHONE" });
}

/** Two who live together: one e-mail for both. */
export function family(email: string): Playing {
  return (scene) => {
    householdEmail(scene, email);
    liveWith(scene);
  };
}

/** A father with a restaurant; his son bears his name. */
export function father(scene: Scene): void {
  scene.founds({ sector: "HORECA", ceasedDay: null });
  liveWith(scene);
}

/** Three records, one person: two were merged, and their dossiers stand where they were opened (J17). */
export function duplicatesMerged(scene: Scene): void {
  const { given, family } = scene.persona.name;
  const first = scene.wasKnownAs(scene.monthsAgo(10), { given, family: family.toUpperCase() });
  const second = scene.wasKnownAs(scene.monthsAgo(9), { given: given.slice(0, 1) + ".", family });
  const enterprise = scene.founds({
    naturalPerson: false,
    startDay: scene.inHistory("2014-02-03", 60),
    ceasedDay: null,
  });
  const atrium = scene.inHistory("2015-03-10", 50);
  const bie = scene.inHistory("2016-10-04", 40);
  scene.isCoached({
    agency: coachingAgencyOn(atrium, "ATRIUM"),
    opened: atrium,
    closed: atrium + 300,
    enterprise,
    entrepreneurId: first,
    sessions: 2,
  });
  scene.isCoached({
    agency: coachingAgencyOn(bie, "BIE"),
    opened: bie,
    closed: bie + 200,
    topic: "INTERNATIONALISATION",
    enterprise,
    entrepreneurId: second,
    sessions: 1,
  });
  scene.isCoached({ agency: "HUB", opened: scene.monthsAgo(8), closed: null, enterprise, sessions: 2 });
  scene.asks({ day: scene.monthsAgo(9), topic: "DIGITAL", enterprise, channel: "PHONE" });
}

/** Probably the same person as another, and nobody has decided yet. */
export function duplicateToDecide(scene: Scene): void {
  const { teller, place } = scene;
  const { name, birthDate, municipality } = personaOfRole(teller, place, hardCases.DUPLICATE_NOT_MERGED);
  const id = entrepreneurIdOf(teller.world, place.chapterStart + hardCases.DUPLICATE_NOT_MERGED);
  scene.possibleDuplicateOf = { id, name, birthDate, municipality };
  liveWith(scene);
}

/** Calls from a number that tells nothing, and left an address. */
export function callsFrom(
  point: (scene: Scene) => Scene["contactPoints"][number],
  kind: "WITHHELD" | "SHORT_NUMBER",
): Playing {
  return (scene) => {
    const { given, family } = scene.persona.name;
    const shown = point(scene);
    scene.contactPoints = [shown, emailPoint(scene.teller, exampleEmail(given, family, scene.teller.index))];
    scene.asks({
      day: scene.monthsAgo(2),
      topic: "CREATION",
      enterprise: null,
      channel: "PHONE",
      callerId: { kind, value: shown.value },
    });
    scene.asks({
      day: scene.monthsAgo(1),
      topic: "FINANCING",
      enterprise: null,
      channel: "PHONE",
      callerId: { kind, value: shown.value },
    });
  };
}

/** Calls from abroad. */
export function foreignCaller(scene: Scene): void {
  const phone = foreignPhone((scene.place.chapterStart / chapterSize) * 5);
  scene.contactPoints = [phonePoint(scene.teller, phone, { shared: false, random: scene.random })];
  scene.asks({
    day: scene.monthsAgo(2),
    topic: "LOCATION",
    enterprise: null,
    channel: "PHONE",
    callerId: { kind: "PHONE", value: phone },
  });
}

/** An enterprise with a telephone, in which nobody who is known holds a mandate. */
export function enterpriseWithoutPerson(scene: Scene): void {
  const wish = {
    naturalPerson: false,
    sector: "CONSTRUCTION",
    startDay: scene.monthsAgo(70),
    ceasedDay: null,
  } as const;
  scene.founds({ ...wish, withPhone: true }, { mandate: false });
  scene.liveOn([], { housed: false });
}

/** The address everybody of a household uses. */
const householdEmail = (scene: Scene, name: string): void => {
  scene.contactPoints = [
    ...scene.contactPoints.filter(({ kind }) => kind !== "EMAIL"),
    { ...emailPoint(scene.teller, `${name}.${scene.place.chapterStart}@mail.example`), shared: true },
  ];
};
