import { connectionOf } from "@parcours/shared/graphql/connection";
import { Entry } from "@parcours/shared/graphql/entry";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";

/**
 * Enrolment in a package of one stage of life (S40 to S45; glossary 4.5). Never in the restart package: that one tells of difficulty and is
 * kept with the difficulty cases.
 */
@Entity()
@ObjectType({ description: "Enrolment of a person or an enterprise in a package.", simpleResolvers: true })
@Directive('@key(fields: "id")')
export class PackageEnrolment extends Entry {
  @Column({ type: "uuid", nullable: true })
  projectId!: string | null;

  /** The enterprise that the coach named, whoever holds the entry; `enterpriseNumber` is the one that holds it, as of every entry. */
  @Column({ type: "text", nullable: true })
  namedEnterpriseNumber!: string | null;

  @Column({ type: "text" })
  packageCode!: string;

  @Column({ type: "text", nullable: true })
  levelCode!: string | null;

  @Column({ type: "text", nullable: true })
  variantCode!: string | null;

  @Field(() => Code, {
    description:
      "Whether it belongs to the person or to the enterprise; a mandatary sees only what belongs to the enterprise.",
  })
  @Category("DOSSIER_HEADER")
  belongsTo!: Code;

  @Field(() => Code, { description: "The package." })
  @Category("DOSSIER_HEADER")
  package!: Code;

  @Field(() => Code, {
    description: "Level of the creation package; null where a package has no levels. A level contains the lower ones.",
  })
  @Category("DOSSIER_HEADER")
  level!: Code | null;

  @Field(() => Code, {
    description: "Variant of the package, such as the one for shops; null where it is the plain one.",
  })
  @Category("DOSSIER_HEADER")
  variant!: Code | null;

  @Field(() => Boolean, { description: "Whether one had to be selected; the universal level is open to everyone." })
  @Category("DOSSIER_HEADER")
  selective!: boolean;

  @Field(() => [Code], { description: "What it entitles to, with everything of the lower levels." })
  @Category("DOSSIER_HEADER")
  entitlements!: Code[];
}

/** A page of enrolments. */
export const PackageEnrolmentConnection = connectionOf(PackageEnrolment);
