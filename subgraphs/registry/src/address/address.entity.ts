import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The address of a seat, an establishment or a branch (`address.csv`). */
@Entity({ name: "address" })
@ObjectType("RegisteredAddress", {
  description: "An address in the register: of a seat, an establishment or a branch.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class Address {
  @PrimaryColumn({ type: "text" })
  entityNumber!: string;

  @PrimaryColumn({ type: "text" })
  typeCode!: string;

  @Column({ type: "text", nullable: true })
  countryNl!: string | null;

  @Column({ type: "text", nullable: true })
  countryFr!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "Postcode. It does not give the municipality: 1040 and 1050 each lie in two." })
  zipcode!: string | null;

  @Column({ type: "text", nullable: true })
  municipalityNl!: string | null;

  @Column({ type: "text", nullable: true })
  municipalityFr!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "NIS code of the municipality, where it is one of the nineteen of Brussels." })
  nis!: string | null;

  @Column({ type: "text", nullable: true })
  streetNl!: string | null;

  @Column({ type: "text", nullable: true })
  streetFr!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "House number, with letters where it has any." })
  houseNumber!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "Box number." })
  box!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "What the register adds to the address." })
  extraInfo!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, {
    description: "Day on which the address was struck off: it is no longer valid, and still listed.",
  })
  struckOffOn!: string | null;

  @Column({ type: "text" })
  source!: string;
}
