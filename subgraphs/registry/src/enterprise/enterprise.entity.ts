import { connectionOf } from "@parcours/shared/graphql/connection";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Whether the register knows a number. A closed pair, hence an enum. */
export enum RegistryState {
  KNOWN = "KNOWN",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(RegistryState, {
  name: "RegistryState",
  description: "Whether the register's files hold an enterprise.",
  valuesConfig: {
    KNOWN: { description: "The register holds it." },
    UNKNOWN: {
      description:
        "The register answers that it holds no such enterprise: facts are null. Agencies may hold something of it all the same.",
    },
  },
});

/** An enterprise as the authentic sources know it (`enterprise.csv`). Nobody else may define these facts (R06). */
@Entity({ name: "enterprise" })
@ObjectType({
  description: "An enterprise with its own number in the Crossroads Bank for Enterprises.",
  simpleResolvers: true,
})
@Directive('@key(fields: "number")')
export class Enterprise {
  @PrimaryColumn({ type: "text" })
  @Field(() => ID, { nullable: false, description: "Enterprise number: ten digits without dots, the first 0 or 1." })
  @Category("PUBLIC")
  number!: string;

  @Column({ type: "text" })
  statusCode!: string;

  @Column({ type: "text", nullable: true })
  situationCode!: string | null;

  @Column({ type: "text" })
  typeCode!: string;

  @Column({ type: "text", nullable: true })
  formCode!: string | null;

  @Column({ type: "text", nullable: true })
  formCacCode!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, {
    description: "Legal person: first day. Natural person: first day of the last active period.",
  })
  @Category("PUBLIC")
  startDate!: string | null;

  @Column({ type: "text" })
  source!: string;

  @Field(() => RegistryState, {
    description: "Whether the register knows the number. Null only where registry does not answer.",
  })
  @Category("PUBLIC")
  registryState!: RegistryState;
}

/** A page of enterprises. */
export const EnterpriseConnection = connectionOf(Enterprise, "by number");

/** What a number that the register does not hold resolves to: knowledge, not silence. */
export function unknownEnterprise(number: string): Enterprise {
  const nothing = {
    statusCode: null,
    situationCode: null,
    typeCode: null,
    formCode: null,
    formCacCode: null,
    startDate: null,
    source: null,
  };
  return Object.assign(new Enterprise(), nothing, { number, registryState: RegistryState.UNKNOWN });
}
