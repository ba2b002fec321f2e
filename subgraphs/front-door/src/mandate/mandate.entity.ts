import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { EnterpriseReference } from "../enterprise/enterprise.entity.js";

/** As what, for which enterprise and when a person may act. */
@Entity()
@ObjectType({ description: "As what, for which enterprise and when a person may act.", simpleResolvers: true })
export class Mandate {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the mandate." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "uuid" })
  entrepreneurId!: string;

  @Column({ type: "text" })
  enterpriseNumber!: string;

  @Column({ type: "text" })
  roleCode!: string;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "First day of the mandate." })
  @Category("IDENTITY")
  since!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Last day of the mandate; null while it runs." })
  @Category("IDENTITY")
  until!: string | null;

  @Column({ type: "integer", default: 1 })
  @Field(() => Int, { description: "Counts changes: name it in `endMandate` and `correctMandate`." })
  @Category("IDENTITY")
  version!: number;

  @Column({ type: "text" })
  source!: string;

  @Field(() => EnterpriseReference, { description: "The enterprise for which the person acts." })
  @Category("IDENTITY")
  enterprise!: EnterpriseReference;

  @Field(() => Code, { description: "As what the person acts." })
  @Category("IDENTITY")
  role!: Code;
}

/** A page of mandates. */
export const MandateConnection = connectionOf(Mandate);
