import { EnterpriseKey, enterpriseDescription } from "@parcours/shared/graphql/entities";
import { Directive, ObjectType } from "type-graphql";

/** An enterprise, as coaching knows one: by number. */
@ObjectType("Enterprise", { description: enterpriseDescription })
@Directive('@key(fields: "number")')
export class EnterpriseStub extends EnterpriseKey {}
