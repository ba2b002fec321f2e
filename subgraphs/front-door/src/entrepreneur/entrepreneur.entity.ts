import { entrepreneurDescription } from "@parcours/shared/graphql/entities";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The language a person wants to be spoken to in. UNKNOWN means French and Dutch together (laws on administrative languages, 18 July 1966). */
export enum PreferredLanguage {
  FR = "FR",
  NL = "NL",
  EN = "EN",
  DE = "DE",
  OTHER = "OTHER",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(PreferredLanguage, {
  name: "PreferredLanguage",
  description: "The language a person wants to be spoken and written to in.",
  valuesConfig: {
    FR: { description: "French." },
    NL: { description: "Dutch." },
    EN: { description: "English." },
    DE: { description: "German." },
    OTHER: { description: "Another language: an interpreter may be needed." },
    UNKNOWN: { description: "Not asked yet: speak and write in French and Dutch together." },
  },
});

/** Sex, for statistics only (R35, R36). */
export enum Sex {
  F = "F",
  M = "M",
  X = "X",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(Sex, {
  name: "Sex",
  description: "Sex, kept for statistics only (ordinance of 29 March 2012).",
  valuesConfig: {
    F: { description: "Female." },
    M: { description: "Male." },
    X: { description: "Neither." },
    UNKNOWN: { description: "Not told; counted openly as unknown." },
  },
});

/** A name as one language community writes it. */
@ObjectType({ description: "A person's name as one language community writes it.", simpleResolvers: true })
@Category("STRUCTURE")
export class PersonName {
  @Field(() => String, { description: "Given name." })
  given!: string;

  @Field(() => String, { description: "Family name, with its particles." })
  family!: string;
}

/** A person who undertakes, or means to. The national register number is not here: it is never a key, an id or an index. */
@Entity()
@ObjectType({ description: entrepreneurDescription, simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Entrepreneur {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, {
    nullable: false,
    description:
      "UUIDv4 of the person. When two files turn out to be one person's, the other id keeps resolving to this one.",
  })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Given name." })
  @Category("IDENTITY")
  givenName!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Family name, with its particles." })
  @Category("IDENTITY")
  familyName!: string;

  @Column({ type: "jsonb" })
  @Field(() => [PersonName], { description: "Other spellings, such as the name in the other language." })
  @Category("IDENTITY")
  otherNames!: PersonName[];

  @Column({ type: "text" })
  @Field(() => PreferredLanguage, { description: "The language to use with this person." })
  @Category("IDENTITY")
  preferredLanguage!: PreferredLanguage;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Date of birth, if known." })
  @Category("BIRTH_DATE")
  birthDate!: string | null;

  @Column({ type: "text" })
  @Field(() => Sex, { description: "Sex, for statistics only." })
  @Category("SEX")
  sex!: Sex;

  /** NIS code: one postcode may lie in two municipalities. */
  @Column({ type: "text", nullable: true })
  municipalityNis!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "Postcode of the home." })
  @Category("CONTACT")
  postcode!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  knownSince!: Date;

  @Column({ type: "text" })
  source!: string;
}

/** `Amina El Idrissi`. */
export function displayName({ givenName, familyName }: Pick<Entrepreneur, "givenName" | "familyName">): string {
  return `${givenName} ${familyName}`;
}
