/** Every fact of the shared entities as the generator wrote it beside the supergraph: so the desk knows no owner. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { entityOf, type FactEntity } from "@parcours/shared/facts/facts-kept";
import type { DescribedFact } from "@parcours/shared/intake/described-form";

/** All facts. */
export class DescribedFacts {
  #facts: ReadonlyMap<string, DescribedFact> | undefined;

  /** @param file read when the first fact is asked for */
  constructor(private readonly file: string = join(import.meta.dirname, "../../../facts.generated.json")) {}

  /** One fact; undefined where the coordinate names none. */
  of(coordinate: string): DescribedFact | undefined {
    return this.#read().get(coordinate);
  }

  /** The owners of facts of an entity that no register holds, and so can be disputed; a person's disputes are those of the own projects too. */
  keepersOf(type: FactEntity): readonly string[] {
    const types = type === "Entrepreneur" ? ["Entrepreneur", "Project"] : [type];
    return this.#keepers(({ coordinate }) => types.includes(entityOf(coordinate) ?? ""));
  }

  /** The owners of all such facts. */
  keepers(): readonly string[] {
    return this.#keepers(() => true);
  }

  #keepers(isAsked: (fact: DescribedFact) => boolean): readonly string[] {
    const facts = [...this.#read().values()].filter((fact) => !fact.source.register && isAsked(fact));
    return [...new Set(facts.map(({ owner }) => owner))];
  }

  #read(): ReadonlyMap<string, DescribedFact> {
    if (!this.#facts) {
      const { facts } = JSON.parse(readFileSync(this.file, "utf8")) as { readonly facts: readonly DescribedFact[] };
      this.#facts = new Map(facts.map((fact) => [fact.coordinate, fact]));
    }
    return this.#facts;
  }
}
