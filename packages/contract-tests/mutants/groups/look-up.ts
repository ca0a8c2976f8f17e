import type { MutantGroup } from "../harness/mutant.ts";

const file = "look-up.ts";

export const lookUp: MutantGroup = {
  title: "XO's batches of ids",
  sources: "packages/kore-xo/src",
  tests: ["packages/kore-xo/test/look-up-batches.test.ts"],
  mutants: [
    {
      name: "a batch has one id too many",
      file,
      find: "batchSize = 50",
      replace: "batchSize = 51",
      why: "the service refuses the request, or cuts its answer",
    },
    {
      name: "a batch lacks its last id",
      file,
      find: "slice(at, at + batchSize)",
      replace: "slice(at, at + batchSize - 1)",
      why: "every fiftieth session is neither found nor invalid",
    },
    {
      name: "a batch begins with the last id of the one before it",
      file,
      find: "slice(at, at + batchSize)",
      replace: "slice(Math.max(0, at - 1), at + batchSize)",
      why: "batches of 51 ids, which the service does not take",
    },
    {
      name: "an empty batch follows a full one",
      file,
      find: "at + batchSize < wanted.length",
      replace: "at + batchSize <= wanted.length",
      why: "a request without ids: the service lists the last week instead",
    },
    {
      name: "the last batch is left out",
      file,
      find: "at + batchSize < wanted.length",
      replace: "at + 2 * batchSize < wanted.length",
      why: "up to 50 sessions are missing and nobody is told",
    },
    {
      name: "duplicates are asked for each time",
      file,
      find: "[...new Set(ids)]",
      replace: "[...ids]",
      why: "sessions come twice, and requests are wasted",
    },
    {
      name: "what an answer leaves out is invalid at once",
      file,
      find: "rows.more && open.length > 0",
      replace: "rows.more && open.length < 0",
      why: "existing sessions are called invalid",
    },
    {
      name: "what an answer leaves out is not called invalid",
      file,
      find: "for (const id of open) invalid.add(id);",
      replace: "",
      why: "ids vanish: neither found nor invalid",
    },
    {
      name: "sessions come as they are found",
      file,
      find: "wanted.flatMap((id) => found.get(id) ?? [])",
      replace: "[...found.values()]",
      why: "results no longer stand in the order of the ids",
    },
    {
      name: "invalid ids of other batches are forgotten",
      file,
      find: "for (const id of rows.invalidIds) invalid.add(id);",
      replace: "invalid.clear();\n      for (const id of rows.invalidIds) invalid.add(id);",
      why: "only the last batch tells which ids are invalid",
    },
  ],
};
