import { enterpriseDescription, EnterpriseKey } from "@parcours/shared/graphql/entities";
import { Directive, ObjectType } from "type-graphql";

/** An enterprise, known by its number. Whether the register knows it is the registry's to say. */
@ObjectType("Enterprise", { description: enterpriseDescription })
@Directive('@key(fields: "number")')
export class EnterpriseReference extends EnterpriseKey {}
