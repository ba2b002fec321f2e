import { personNamed } from "@parcours/shared/graphql/entities";
import type { Entry } from "@parcours/shared/graphql/entry";
import { Category } from "@parcours/shared/visibility/category";
import { Ctx, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import type { FinancingContext } from "../services.js";

/**
 * Makes the resolver of `entrepreneur` for one type of entry: the person whom the row names, under the id in use today whatever id the
 * row was filed under (design section 5).
 */
export function personResolverOf<Row extends Entry>(type: ClassType<Row>): new () => object {
  @Resolver(() => type)
  class PersonResolver {
    @FieldResolver(() => EntrepreneurStub, {
      description: "The person who applied or holds it; null where only an enterprise is named.",
    })
    @Category("IDENTITY")
    entrepreneur(
      @Root() { entrepreneurId }: Entry,
      @Ctx() { policy }: FinancingContext,
    ): Promise<EntrepreneurStub | null> {
      return personNamed(entrepreneurId, policy);
    }
  }
  return PersonResolver;
}
