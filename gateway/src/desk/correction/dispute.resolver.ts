import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { DeskContext } from "../desk-context.js";
import { DeskEnterprise } from "../enterprise.stub.js";
import { DeskEntrepreneur } from "../entrepreneur.stub.js";
import { DeskProject } from "../project.stub.js";
import { AnswerDisputeInput, DisputeFactInput } from "./dispute.inputs.js";
import { FactDisputeConnection, FactDisputePayload } from "./dispute.type.js";

const whatStands =
  "newest first, over all owners; each stands beside its fact until the owner answers, and is shown to whoever reads the fact. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.";

/** Disputing facts and answering, in the graph. */
@Resolver()
export class DisputeResolver {
  @Mutation(() => FactDisputePayload, {
    description:
      "Says that a fact is wrong: it stands beside the fact until its owner answers. By the person, a mandatary, or staff, each of what they read; of a person's own language, contact points and sex the value given is written at once. A register's fact is refused with the address where it is put right. User errors: FACT_UNKNOWN, FACT_HOLDER_REQUIRED, FACT_OF_REGISTER, FACT_OWNER_SILENT, FACT_VALUE_INVALID, INPUT_TEXT_LENGTH, ACT_NOT_ALLOWED (an unknown entity included), IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  disputeFact(
    @Arg("input", () => DisputeFactInput, { nullable: false, description: "Which fact, and what is wrong with it." })
    input: DisputeFactInput,
    @Ctx() { services, request }: DeskContext,
  ): Promise<FactDisputePayload> {
    return services.disputes.raise(input, request);
  }

  @Mutation(() => FactDisputePayload, {
    description:
      "Answers a dispute. ACCEPTED changes the fact where its owner has an act for it; else `reason` says how it was put right. By staff of the agency that keeps the fact, or its successor, and nobody else. User errors: FACT_UNKNOWN, FACT_OWNER_SILENT, FACT_VALUE_REQUIRED, FACT_VALUE_INVALID, INPUT_ID_INVALID, INPUT_TEXT_LENGTH, ACT_NOT_ALLOWED (an unknown dispute included), CHANGED_MEANWHILE, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.",
  })
  @Category("ACT")
  answerDispute(
    @Arg("input", () => AnswerDisputeInput, { nullable: false, description: "Which dispute, and what is decided." })
    input: AnswerDisputeInput,
    @Ctx() { services, request }: DeskContext,
  ): Promise<FactDisputePayload> {
    return services.disputes.answer(input, request);
  }

  @Query(() => FactDisputeConnection, {
    description:
      "What an agency still has to answer, oldest first, each with the day until when. For its own staff, of the facts that they read; NOT_SHARED for everybody else. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.",
  })
  @Category("WORK_LIST")
  openDisputes(
    @Arg("agency", () => ID, { nullable: false, description: "Code of the reader's own agency." }) agency: string,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services, request }: DeskContext,
  ): Promise<FactDisputeConnection> {
    return services.disputes.open(agency, pageAskedBy(page), request);
  }
}

/** Beside a person's facts. */
@Resolver(() => DeskEntrepreneur)
export class EntrepreneurDisputeResolver {
  @FieldResolver(() => FactDisputeConnection, {
    description: `Facts of the person and of the person's projects that somebody says are wrong, ${whatStands}`,
  })
  @Category("DISPUTE")
  disputes(
    @Root() { id }: DeskEntrepreneur,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services, request }: DeskContext,
  ): Promise<FactDisputeConnection> {
    return services.disputes.of({ type: "Entrepreneur", id }, pageAskedBy(page), request);
  }
}

/** Beside a project's facts. */
@Resolver(() => DeskProject)
export class ProjectDisputeResolver {
  @FieldResolver(() => FactDisputeConnection, {
    description: `Facts of the project that somebody says are wrong, ${whatStands}`,
  })
  @Category("DISPUTE")
  disputes(
    @Root() { id }: DeskProject,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services, request }: DeskContext,
  ): Promise<FactDisputeConnection> {
    return services.disputes.of({ type: "Project", id }, pageAskedBy(page), request);
  }
}

/** Beside an enterprise's facts. */
@Resolver(() => DeskEnterprise)
export class EnterpriseDisputeResolver {
  @FieldResolver(() => FactDisputeConnection, {
    description: `Facts of the enterprise, other than a register's, that somebody says are wrong, ${whatStands}`,
  })
  @Category("DISPUTE")
  disputes(
    @Root() { number }: DeskEnterprise,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services, request }: DeskContext,
  ): Promise<FactDisputeConnection> {
    return services.disputes.of({ type: "Enterprise", id: number }, pageAskedBy(page), request);
  }
}
