import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, ID, InterfaceType } from "type-graphql";
import { AgencyType } from "../agency/agency.type.js";

/** Help that was granted or is running, at any agency (S3, R03). */
@InterfaceType("Support", {
  description:
    "Help that was granted or is running, at any agency. Restricted help is in its owner's own section only.",
})
export abstract class Support {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the entry." })
  @Category("PUBLIC")
  id!: string;

  @Field(() => AgencyType, { description: "The agency that gives the help." })
  @Category("DOSSIER_HEADER")
  agency!: AgencyType;

  @Field(() => Code, { description: "What kind of help it is, with its label." })
  @Category("DOSSIER_HEADER")
  kind!: Code;

  @Field(() => GraphQLDate, { description: "First day of the help." })
  @Category("DOSSIER_HEADER")
  since!: string | null;

  @Field(() => GraphQLDate, { description: "Last day of the help; null while it has no end." })
  @Category("DOSSIER_HEADER")
  until!: string | null;

  @Field(() => Boolean, { description: "Whether the help runs today." })
  @Category("DOSSIER_HEADER")
  active!: boolean;

  @Field(() => String, {
    description: "What the help is, in one line, from its owner; null with an error where the owner does not answer.",
  })
  @Category("DOSSIER_HEADER")
  label(@LanguageArgument() _language?: string | null): string | null {
    throw new Error("an interface resolves nothing");
  }
}

/** A page of supports. */
export const SupportConnection = connectionOf(Support as never);
