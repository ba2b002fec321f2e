import { entrepreneurDescription, EntrepreneurKey } from "@parcours/shared/graphql/entities";
import { Directive, ObjectType } from "type-graphql";

/** The person, as the single desk refers to one: the key. */
@ObjectType("Entrepreneur", { description: entrepreneurDescription })
@Directive('@key(fields: "id")')
export class DeskEntrepreneur extends EntrepreneurKey {}
