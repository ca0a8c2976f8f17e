import type { FaultCase } from "../fault-case.ts";

const good = { reads: "ok ×1", creates: "ok ×1", stored: 1 } as const;

/** Answers that are good JSON and say something new, or nothing new. */
export const contents: readonly FaultCase[] = [
  {
    ...good,
    name: "unknown enum value",
    rules: () => [
      {
        fault: {
          kind: "edit",
          set: {
            "/session/status": "hibernating",
            "/sessions/*/status": "hibernating",
            "/sessions/*/channel": "hibernating",
          },
        },
      },
    ],
    unrecognized: "hibernating",
  },
  {
    ...good,
    name: "extra fields",
    rules: () => [
      { fault: { kind: "edit", set: { "/novel": { deep: [1] }, "/data/*/novel": 1, "/sessions/*/novel": null } } },
    ],
    unrecognized: "novel",
  },
  {
    ...good,
    name: "a field called `__proto__`",
    rules: () => [
      {
        fault: {
          kind: "edit",
          set: {
            "/__proto__": { polluted: true },
            "/data/*/__proto__": { polluted: true },
            "/sessions/*/__proto__": { polluted: true },
            "/session/__proto__": { polluted: true },
            "/metadata/__proto__": { polluted: true },
          },
        },
      },
    ],
  },
  {
    ...good,
    name: "every page is the first",
    rules: () => [{ fault: { kind: "repeat-page" } }],
    // Where rows have no tokens, the same page may come twice by chance: others have moved down meanwhile.
    except: {
      listSessions: "PaginationError:repeated-position rejected ×2",
      listAppSessions: "PaginationError:no-progress rejected ×3",
      getBotSessions: "PaginationError:no-progress rejected ×3",
      getAccountSessions: "PaginationError:no-progress rejected ×3",
      "xo.listSessions": "PaginationError:no-progress rejected ×3",
      "shop.get": "ok ×1",
    },
  },
  {
    ...good,
    name: "every page is empty and says that more follow",
    rules: () => [{ fault: { kind: "repeat-page", rows: "none" } }],
    except: {
      listSessions: "PaginationError:repeated-position rejected ×2",
      listAppSessions: "PaginationError:no-progress rejected ×1",
      getBotSessions: "PaginationError:no-progress rejected ×1",
      getAccountSessions: "PaginationError:no-progress rejected ×1",
      "xo.listSessions": "PaginationError:no-progress rejected ×1",
      // None of the ids was answered, and that is not the same as being invalid.
      lookUpSessions: "PaginationError:no-progress rejected ×1",
    },
  },
];
