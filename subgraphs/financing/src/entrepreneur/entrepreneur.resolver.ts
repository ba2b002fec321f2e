import { idAsked } from "@parcours/shared/ids";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EntrepreneurFinancing } from "../financing-section/financing-section.type.js";
import { EntrepreneurStub } from "./entrepreneur.stub.js";

/** What financing contributes to a person. */
@Resolver(() => EntrepreneurStub)
export class EntrepreneurResolver {
  @Query(() => EntrepreneurFinancing, {
    description: "What the financing pole holds on a person; needs no other subgraph. Errors: ID_INVALID.",
  })
  @Category("LOOK_UP")
  financingOfEntrepreneur(
    @Arg("entrepreneurId", () => ID, { nullable: false, description: "UUIDv4 of the person, present or former." })
    entrepreneurId: string,
  ): EntrepreneurFinancing {
    return { entrepreneurId: idAsked(entrepreneurId) };
  }

  @FieldResolver(() => EntrepreneurFinancing, { description: "What the financing pole holds on this person." })
  @Category("DOSSIER_HEADER")
  financing(@Root() { id }: EntrepreneurStub): EntrepreneurFinancing {
    return { entrepreneurId: id };
  }
}
