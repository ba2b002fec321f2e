import { connectionOf } from "@parcours/shared/graphql/connection";
import { Entry } from "@parcours/shared/graphql/entry";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";

/** A stay of an enterprise, or of a person without one, at a site (S70, S99). It runs from `since` to `until`. */
@Entity()
@ObjectType({
  description: "A stay of an enterprise, or of a person who has none yet, at a site.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class HousingStay extends Entry {
  @Column({ type: "uuid" })
  siteId!: string;

  @Column({ type: "uuid", nullable: true })
  unitId!: string | null;

  @Column({ type: "text" })
  stayKindCode!: string;

  @Field(() => Code, {
    description:
      "What the stay is for: rental, coworking place, soft landing of a foreign investor (three months at most).",
  })
  @Category("DOSSIER_HEADER")
  stayKind!: Code;
}

/** A page of stays. */
export const HousingStayConnection = connectionOf(HousingStay);
