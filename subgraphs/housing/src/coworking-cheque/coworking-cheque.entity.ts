import { connectionOf } from "@parcours/shared/graphql/connection";
import { GrantedEntry } from "@parcours/shared/graphql/granted-entry";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";

/**
 * Six months of coworking: two free, two paid by the entrepreneur, two sponsored by the manager of the space (S105, R46). One per
 * entrepreneur, ever. It runs from the first day of the first month to the last of the sixth.
 */
@Entity()
@ObjectType({
  description:
    "Six months of coworking: two free, two paid by the entrepreneur, two sponsored. One per entrepreneur, ever.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class CoworkingCheque extends GrantedEntry {
  @Column({ type: "uuid" })
  siteId!: string;

  @Column({ type: "uuid", nullable: true })
  stayId!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "Who sponsors the last two months: the manager of the space, by name." })
  @Category("SUPPORT_GRANTED")
  sponsor!: string;
}

/** A page of cheques. */
export const CoworkingChequeConnection = connectionOf(CoworkingCheque);
