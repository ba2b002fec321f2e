import { EntrepreneurKey, entrepreneurDescription } from "@parcours/shared/graphql/entities";
import { Directive, ObjectType } from "type-graphql";

/** An entrepreneur, as coaching knows one: by id. */
@ObjectType("Entrepreneur", { description: entrepreneurDescription })
@Directive('@key(fields: "id")')
export class EntrepreneurStub extends EntrepreneurKey {}
