/** The programs of src/calls, by operation. Tests run each of them. */
const programs = import.meta.glob<string>("../calls/*.ts", { query: "?raw", import: "default", eager: true });

export function callOf(operationId: string): string {
  const program = programs[`../calls/${operationId}.ts`];
  if (program === undefined) throw new Error(`src/calls has no ${operationId}.ts; every operation needs a call`);
  return program.trimEnd();
}
