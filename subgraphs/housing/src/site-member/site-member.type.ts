import { connectionOf } from "@parcours/shared/graphql/connection";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";

/**
 * Who stays at a site today (S102, J08). Not an entry of its own: the running stays of one person and enterprise at one site, taken
 * together. What other agencies do for a member is asked on `entrepreneur` and `enterprise`, for all members at once.
 */
@ObjectType({ description: "A person or enterprise that stays at a site today.", simpleResolvers: true })
export class SiteMember {
  /** The canonical id of the person, if the stay names one. */
  entrepreneurId!: string | null;

  enterpriseNumber!: string | null;

  /** The agency of the newest stay. */
  agencyCode!: string;

  /** The unit of the newest stay. */
  unitId!: string | null;

  /** Start and id of the newest stay: the member's place in the list. */
  occurredAt!: Date;
  stayId!: string;

  @Field(() => EntrepreneurStub, { description: "The person; null where the stay is in an enterprise's name only." })
  @Category("DOSSIER_HEADER")
  entrepreneur!: EntrepreneurStub | null;

  @Field(() => EnterpriseStub, { description: "The enterprise; null where the member has none yet." })
  @Category("DOSSIER_HEADER")
  enterprise!: EnterpriseStub | null;

  @Field(() => GraphQLDate, { description: "First day of the oldest of the member's running stays here." })
  @Category("DOSSIER_HEADER")
  since!: string;
}

/** A page of members. */
export const SiteMemberConnection = connectionOf(SiteMember, "who came last first");
