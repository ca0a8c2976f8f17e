import { committedReports, staleReports } from "../api/committed.ts";
import { extractReports } from "../api/reports.ts";
import type { Gate } from "./gate.ts";

/** The committed API reports say what the packages export: a change of them was seen in review. */
export const apiReports: Gate = {
  name: "API reports",
  run: ({ tools }) => {
    const extracted = extractReports(tools);
    const stale = staleReports(committedReports(), extracted);
    return {
      checked: `${extracted.size} entry points`,
      problems: stale.map((file) => `${file} is stale; run pnpm api and commit the result`),
    };
  },
};
