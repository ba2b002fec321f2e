/** The people of the matching bench: a town of entrepreneurs with those who are easily taken for each other, and duplicates. */
import { Random } from "@parcours/shared/demonstration/random";
import { demonstrationEnterpriseNumber } from "@parcours/shared/ids";
import { applyErrors, drawErrors, type ErrorClass, type ErrorSources } from "./error-model.js";
import { areOneName, drawGiven, drawName, type DrawnName } from "./names.js";
import type { Writable } from "./person.js";

/** Whom others are easily taken for. */
export const lookAlikes = ["TWINS", "FATHER_AND_SON", "HOUSEHOLD", "ACCOUNTANTS_PHONE"] as const;

/** One of them. */
export type LookAlike = (typeof lookAlikes)[number];

/** One intake: what was written down, and whom it is truly about. */
export interface Intake {
  readonly person: number;
  readonly data: Readonly<Writable>;
  /** Of a person with two intakes: what happened between them, whichever came first. */
  readonly errors: readonly ErrorClass[];
  readonly lookAlike: LookAlike | null;
}

/** How often something is not written down, by intake. */
const missing = { birthDate: 0.01, phone: 0.02, email: 0.08, municipality: 0.04 } as const;
/** How often an agency may know the national number. */
const nationalNumberKnown = 0.1;
/** Of the people: pairs of twins, of fathers and sons with one name, households with one telephone, accountants with 25 clients each. */
const shares = { twins: 0.004, fathers: 0.003, households: 0.01, accountants: 0.0006, clients: 25 } as const;

/** The intakes of a town of that many people, in the order in which they come. */
export function intakesOf(seed: string, people: number, duplicateShare: number): readonly Intake[] {
  const town = new Town(seed, people);
  const random = new Random(seed, "intakes", 0);
  const chosen = new Set(random.shuffle([...town.people.keys()]).slice(0, Math.round(people * duplicateShare)));
  const intakes = town.people.flatMap((person, index): Intake[] => {
    const lookAlike = town.lookAlike.get(index) ?? null;
    if (!chosen.has(index)) return [{ person: index, data: written(person, random), errors: [], lookAlike }];
    const errors = drawErrors(random);
    const second = { ...person };
    applyErrors(second, errors, random, town);
    const data = [written(person, random), written(second, random)];
    return data.map((one) => ({ person: index, data: one, errors, lookAlike }));
  });
  return random.shuffle(intakes);
}

/** What one intake writes down of somebody. */
function written(person: Writable, random: Random): Writable {
  const data = { ...person };
  for (const [field, share] of Object.entries(missing) as [keyof typeof missing, number][])
    if (random.chance(share)) data[field] = null;
  if (!random.chance(nationalNumberKnown)) data.nationalNumber = null;
  return data;
}

class Town implements ErrorSources {
  readonly people: Writable[] = [];
  readonly lookAlike = new Map<number, LookAlike>();
  readonly #random: Random;
  #phones = 0;
  #enterprises = 0;

  constructor(seed: string, count: number) {
    this.#random = new Random(seed, "town", 0);
    while (this.people.length < count) this.people.push(this.#stranger());
    this.#pairs(Math.round(count * shares.twins), "TWINS", (one, other) => this.#makeTwins(one, other));
    this.#pairs(Math.round(count * shares.fathers), "FATHER_AND_SON", (one, other) => this.#makeFather(one, other));
    this.#pairs(Math.round(count * shares.households), "HOUSEHOLD", (one, other) => this.#makeHousehold(one, other));
    for (let number = 0; number < Math.max(1, Math.round(count * shares.accountants)); number += 1) this.#makeClients();
    this.people.forEach((person, index) => {
      person.email ??= addressOf(person, index);
    });
  }

  newPhone(): string {
    this.#phones += 1;
    return `+32470${String(this.#phones).padStart(7, "0")}`;
  }

  newMunicipality(random: Random): string {
    // A few municipalities hold most of the town.
    return `210${String(Math.min(random.int(1, 19), random.int(1, 19))).padStart(2, "0")}`;
  }

  #stranger(): Writable {
    const random = this.#random;
    const { given, family, community } = drawName(random);
    const number = String(this.people.length).padStart(9, "0");
    return {
      ...({ given, family, community } satisfies DrawnName),
      birthDate: dayBetween(random, 1960, 2004),
      phone: this.newPhone(),
      email: null,
      enterprise: random.chance(0.4) ? this.#enterprise() : null,
      municipality: this.newMunicipality(random),
      nationalNumber: number,
    };
  }

  /** One in eight has a mandate where somebody else has one. */
  #enterprise(): string {
    if (this.#enterprises === 0 || !this.#random.chance(0.12)) this.#enterprises += 1;
    return demonstrationEnterpriseNumber(this.#enterprises);
  }

  #pairs(count: number, name: LookAlike, make: (one: Writable, other: Writable) => void): void {
    for (let pair = 0; pair < count; pair += 1) {
      const [one, other] = [this.#free(), this.#free()];
      for (const index of [one, other]) this.lookAlike.set(index, name);
      const [a, b] = [this.people[one], this.people[other]];
      if (a && b && a !== b) make(a, b);
    }
  }

  #free(): number {
    for (;;) {
      const index = this.#random.int(0, this.people.length - 1);
      if (!this.lookAlike.has(index)) return index;
    }
  }

  #makeTwins(one: Writable, other: Writable): void {
    const random = this.#random;
    const { family, community, birthDate, municipality } = one;
    let given = one.given;
    while (areOneName(given, one.given)) given = drawGiven(random, community, random.chance(0.5));
    Object.assign(other, { given, family, community, birthDate, municipality });
    if (random.chance(0.3)) other.phone = one.phone;
    if (random.chance(0.15)) one.email = other.email = `family.${this.newPhone().slice(-6)}@example.be`;
  }

  #makeFather(father: Writable, son: Writable): void {
    const random = this.#random;
    const { given, family, community, municipality, enterprise } = father;
    const years = random.int(21, 42);
    const birthDate = dayBetween(random, 1940, 1975);
    Object.assign(father, { birthDate });
    Object.assign(son, {
      given,
      family,
      community,
      birthDate: dayBetween(random, Number(birthDate.slice(0, 4)) + years),
    });
    if (random.chance(0.7)) son.municipality = municipality;
    if (random.chance(0.4)) son.phone = father.phone;
    if (random.chance(0.3)) son.enterprise = enterprise;
    if (random.chance(0.05)) father.email = son.email = `family.${this.newPhone().slice(-6)}@example.be`;
  }

  #makeHousehold(one: Writable, other: Writable): void {
    const { phone, municipality, family, community } = one;
    Object.assign(other, { phone, municipality });
    // Brothers and sisters, or two who live together.
    if (this.#random.chance(0.5)) Object.assign(other, { family, community });
  }

  #makeClients(): void {
    const { phone } = this.people[this.#free()] ?? { phone: null };
    for (let client = 0; client < shares.clients; client += 1) {
      const index = this.#free();
      this.lookAlike.set(index, "ACCOUNTANTS_PHONE");
      const person = this.people[index];
      if (person) person.phone = phone;
    }
  }
}

function dayBetween(random: Random, from: number, to = from): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${random.int(from, to)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
}

function addressOf({ given, family }: Writable, index: number): string {
  const text = `${given}.${family}`.normalize("NFD").replace(/[^a-zA-Z.]/g, "");
  return `${text.toLowerCase()}${index}@example.be`;
}
