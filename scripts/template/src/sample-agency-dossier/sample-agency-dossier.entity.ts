import { connectionOf } from "@parcours/shared/graphql/connection";
import { Entry } from "@parcours/shared/graphql/entry";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";

/** A help that the agency gives one entrepreneur, from a first day to a last one. */
@Entity("sample_agency_dossier")
@ObjectType({ description: "A help that Sample agency gives one entrepreneur.", simpleResolvers: true })
@Directive('@key(fields: "id")')
export class SampleAgencyDossier extends Entry {
  @Column({ type: "text" })
  formCode!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name of the person at the agency to get in touch with." })
  @Category("DOSSIER_HEADER")
  contactName!: string;

  @Field(() => Code, { description: "What form the help takes." })
  @Category("DOSSIER_HEADER")
  form!: Code;
}

/** A page of dossiers. */
export const SampleAgencyDossierConnection = connectionOf(SampleAgencyDossier);
