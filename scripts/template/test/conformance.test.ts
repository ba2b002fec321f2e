import { describeSubgraph } from "@parcours/shared/testing/describe-subgraph";
import { definition } from "../src/subgraph.js";

describeSubgraph(definition, import.meta.url);
