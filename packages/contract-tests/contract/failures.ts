/** What Vitest's JSON reporter writes, as far as it is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/** The failed tests, each with its message: what stands above many a table is not read again. */
export function failuresOf({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    // A file that could not be loaded has no tests.
    if (failed.length === 0) return status === "failed" ? [`${name}\n${indented(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${fullName}\n${indented((failureMessages ?? []).join("\n"))}`,
    );
  });
}

/** Without the stack, and no longer than a person reads. */
function indented(message: string): string {
  const lines = message.split("\n").filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
  return lines
    .slice(0, 12)
    .map((line) => `  ${line.slice(0, 500)}`)
    .join("\n");
}
