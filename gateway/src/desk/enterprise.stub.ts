import { enterpriseDescription, EnterpriseKey } from "@parcours/shared/graphql/entities";
import { Directive, ObjectType } from "type-graphql";

/** The enterprise, as the single desk refers to one: the key. */
@ObjectType("Enterprise", { description: enterpriseDescription })
@Directive('@key(fields: "number")')
export class DeskEnterprise extends EnterpriseKey {}
