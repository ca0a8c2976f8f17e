import { fileURLToPath } from "node:url";

/** The folder of a tool set. */
export const toolSet = (name: string): string => fileURLToPath(new URL(`../../tools/${name}/`, import.meta.url));
