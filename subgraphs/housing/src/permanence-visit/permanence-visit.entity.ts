import { connectionOf } from "@parcours/shared/graphql/connection";
import { Entry } from "@parcours/shared/graphql/entry";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";

/** That somebody came to a permanence (S101). Its agency is the one whose staff was met. It is no help in itself: it has no period. */
@Entity()
@ObjectType({
  description: "That somebody came to a permanence. Its agency is the one whose adviser was met.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class PermanenceVisit extends Entry {
  @Column({ type: "uuid" })
  permanenceId!: string;

  @Column({ type: "uuid" })
  siteId!: string;

  @Column({ type: "text" })
  topicCode!: string;

  @Field(() => Code, { description: "What it was about. A talk about difficulties is told as another question (R30)." })
  @Category("DOSSIER_HEADER")
  topic!: Code;
}

/** A page of visits. */
export const PermanenceVisitConnection = connectionOf(PermanenceVisit);
