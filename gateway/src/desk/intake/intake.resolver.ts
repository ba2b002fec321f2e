import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { DeskContext } from "../desk-context.js";
import { Intake, IntakeFormType } from "./intake.type.js";

/** Forms in the graph. */
@Resolver()
export class IntakeResolver {
  @Query(() => [IntakeFormType], { description: "Every form of every agency, by code." })
  @Category("PUBLIC")
  intakeForms(@Ctx() { services }: DeskContext): IntakeFormType[] {
    return services.intakes.all();
  }

  @Query(() => Intake, {
    description:
      "A form for somebody: fact by fact and document by document what its owner tells you, and what is left to ask. Nothing is asked that an owner or a register can answer; nothing is told that you could not read. An owner that does not answer leaves its facts and documents PENDING. Errors: INTAKE_FORM_UNKNOWN, ID_INVALID, ENTERPRISE_NUMBER_INVALID, INTAKE_PROJECT_OF_ANOTHER, NOT_SHARED.",
  })
  @Category("INTAKE")
  intake(
    @Arg("form", () => ID, { nullable: false, description: "Code of the form: of `intakeForms`." }) form: string,
    @Arg("entrepreneurId", () => ID, { nullable: false, description: "UUIDv4 of the person for whom it is filled in." })
    entrepreneurId: string,
    @Arg("enterpriseNumber", () => String, {
      nullable: true,
      description: "The enterprise, in any notation; where there is none yet its facts are left out.",
    })
    enterpriseNumber: string | null,
    @Arg("projectId", () => ID, { nullable: true, description: "UUIDv4 of the project, if it is about one." })
    projectId: string | null,
    @Ctx() { services, request }: DeskContext,
  ): Promise<Intake> {
    return services.intakes.of(
      { form, entrepreneurId, enterpriseNumber: enterpriseNumber ?? null, projectId: projectId ?? null },
      request,
    );
  }
}
