import { fileURLToPath } from "node:url";

/** The folder of this package. */
export const packageFolder = fileURLToPath(new URL("..", import.meta.url));
/** What a run generates; not committed. */
export const generatedFolder = fileURLToPath(new URL("../.generated/", import.meta.url));
/** Results of the last complete run. */
export const resultsFolder = fileURLToPath(new URL("../results/", import.meta.url));
